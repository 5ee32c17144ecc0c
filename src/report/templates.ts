import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';

/** A template of the package, ready to be filled. */
export type Template = (context: object) => string;

/** What can be filled: the memo, a questionnaire as a form, tables of questions, profiles and comparisons, advice. */
export type TemplateName =
  | 'report.html'
  | 'report.md'
  | 'questionnaire.md'
  | 'matrix.md'
  | 'profile.md'
  | 'profiles.md'
  | 'stale.md'
  | 'advice.md'
  | 'explanation.md'
  | 'open-list.md'
  | 'diff.md'
  | 'comparison.html'
  | 'comparison.md';

/**
 * Compiles `templates/<name>.hbs` with `templates/partials/*` of its format. `strict`: a name that does not exist is a bug, not a gap.
 * HTML is escaped by Handlebars itself; in Markdown, whatever may come from a person goes through `md`.
 */
export function loadTemplate(root: string, name: TemplateName): Template {
  const file = path.join(root, 'templates', `${name}.hbs`);
  const template = compiled.get(file) ?? compile(root, name);
  compiled.set(file, template);
  return template;
}

/** Templates do not change while the program runs, and compiling one takes longer than filling it. */
const compiled = new Map<string, Template>();

function compile(root: string, name: TemplateName): Template {
  const handlebars = Handlebars.create();
  const read = (file: string) => readFileSync(path.join(root, 'templates', file), 'utf8');
  handlebars.registerHelper({ md: escapeMarkdown, address, anchor, capital });
  const isMarkdown = name.endsWith('.md');
  const ending = isMarkdown ? '.md.hbs' : '.html.hbs';
  for (const file of readdirSync(path.join(root, 'templates/partials'))) {
    if (file.endsWith(ending)) handlebars.registerPartial(path.basename(file, ending), read(`partials/${file}`));
  }
  const template = handlebars.compile(read(`${name}.hbs`), { strict: true, noEscape: isMarkdown });
  if (isMarkdown) return template;
  const style = read('report.css');
  const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
  return (context) => template({ ...context, style, styleHash });
}

/** The template of the PDF: data come to it as such, so that it is never filled. */
export function typstTemplate(root: string): string {
  return readFileSync(path.join(root, 'templates/report.typ'), 'utf8');
}

/** Text as text: nothing in it becomes a heading, a link, a table cell or HTML. */
export function escapeMarkdown(text: string): string {
  const oneLine = text.trim().replaceAll(/\s+/g, ' ');
  const inline = oneLine.replaceAll(/[\\`*_[\]<>|~#&$]/g, String.raw`\$&`);
  // At the beginning of a line these would open a list, or underline a heading.
  return inline.replace(/^(\d{0,9})([-+=.)])(?=[-=\s]|$)/, String.raw`$1\$2`);
}

/** An id of the page for an id of the data, a different one for every id, and none that the template has itself. */
function anchor(id: string, prefix: string): string {
  const encoded = id.replaceAll(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
  return `${prefix}-${encoded}`;
}

/** An address inside `<…>`, which must not end there, nor end a table cell. */
function address(url: string): string {
  return url.replaceAll(/[|<>`\\]/g, encodeURIComponent);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
