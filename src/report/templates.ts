import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { checkedTemplate, type Known, partialsIn } from './check-template.ts';
import { ownTemplate, shippedTemplate } from './fill-template.ts';
import { type OwnTemplate, TemplateMistake } from './own-templates.ts';
import {
  type PreparedFormat,
  preparedFile,
  preparedTemplates,
  prepareTemplates,
  type TemplateTexts,
} from './prepared-templates.ts';
import { helperNames, helpers, numbered } from './template-helpers.ts';

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
  | 'summary.html'
  | 'summary.md'
  | 'comparison.html'
  | 'comparison.md';

/**
 * Compiles `templates/<name>.hbs` with `templates/partials/*` of its format. `strict`: a name that does not exist is a bug, not a gap.
 * HTML is escaped by Handlebars itself; in Markdown, whatever may come from a person goes through `md`. `own` take the
 * place of files of the same name; what is wrong with them is a `TemplateMistake`, now or as they are filled.
 */
export function loadTemplate(root: string, name: TemplateName, own: readonly OwnTemplate[] = []): Template {
  if (own.length > 0) return compile(root, name, own);
  const file = path.join(root, 'templates', `${name}.hbs`);
  const template = compiled.get(file) ?? compile(root, name, []);
  compiled.set(file, template);
  return template;
}

/** Templates do not change while the program runs, and compiling one takes longer than filling it. */
const compiled = new Map<string, Template>();

function compile(root: string, name: TemplateName, own: readonly OwnTemplate[]): Template {
  const handlebars = Handlebars.create();
  handlebars.registerHelper(helpers);
  handlebars.unregisterHelper('log');
  const format = formatOf(name);
  const ending = endings[format];
  const options = optionsFor(format);
  const shipped = shippedTexts(root, format);
  const prepared = preparedTemplates(preparedFile(format), shipped, options);
  const mine = own.filter((one) => one.name.endsWith(ending));
  const partials = [...new Set([...shipped.keys(), ...mine.map((one) => one.name)])].filter(isPartial);
  const known = { helpers: helperNames, partials: partials.map((file) => path.basename(file, ending)) };
  const fillable = (file: string) => {
    const text = shipped.get(file) ?? '';
    const replaced = mine.find((one) => one.name === file);
    if (replaced !== undefined) {
      // What follows a partial stands on a line of its own, unless the partial is meant to stand within one.
      const isInline = shipped.has(file) && !text.endsWith('\n');
      const lineEnd = isInline || replaced.text.endsWith('\n') ? '' : '\n';
      return ownTemplate({ ...replaced, text: `${replaced.text}${lineEnd}` }, { handlebars, options, known });
    }
    const ready = prepared?.[file];
    const template = ready === undefined ? handlebars.compile(text, options) : handlebars.template(ready);
    return shippedTemplate(template, path.basename(file, ending));
  };
  for (const file of partials) handlebars.registerPartial(path.basename(file, ending), fillable(file));
  const template = fillable(`${name}.hbs`);
  checkUsed(mine, { known, shipped: [...shipped.keys()].filter(isPartial), ending });
  if (format === 'md') return (context) => tidied(template(context, numbered()));
  const style = own.find((one) => one.name === 'report.css')?.text ?? read(root, 'report.css');
  const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
  return (context) => template({ ...context, style, styleHash }, numbered());
}

const endings: Readonly<Record<PreparedFormat, string>> = { md: '.md.hbs', html: '.html.hbs' };

function formatOf(name: TemplateName): PreparedFormat {
  return name.endsWith('.md') ? 'md' : 'html';
}

function optionsFor(format: PreparedFormat): CompileOptions {
  const known = Object.fromEntries(helperNames.map((helper) => [helper, true]));
  // Whatever else is named is data.
  return { strict: true, noEscape: format === 'md', knownHelpers: known, knownHelpersOnly: true };
}

function isPartial(file: string): boolean {
  return file.startsWith('partials/');
}

function read(root: string, file: string): string {
  return readFileSync(path.join(root, 'templates', file), 'utf8');
}

/** The templates of a format that ship, and their partials. */
function shippedTexts(root: string, format: PreparedFormat): TemplateTexts {
  const files = ['', 'partials/'].flatMap((folder) =>
    readdirSync(path.join(root, 'templates', folder))
      .sort()
      .filter((file) => file.endsWith(endings[format]))
      .map((file) => `${folder}${file}`),
  );
  return new Map(files.map((file) => [file, read(root, file)]));
}

/** The module of prepared templates that the build leaves for a format. */
export function templatesToPrepare(root: string, format: PreparedFormat): string {
  return prepareTemplates(shippedTexts(root, format), optionsFor(format));
}

/** A partial that neither takes the place of another nor is called has a wrong name. */
function checkUsed(
  own: readonly OwnTemplate[],
  { known, shipped, ending }: { known: Known; shipped: readonly string[]; ending: string },
): void {
  const called = own.flatMap((one) => partialsIn(checkedTemplate(one, known)));
  for (const { name, file } of own.filter((one) => isPartial(one.name))) {
    const base = path.basename(name, ending);
    if (shipped.includes(name) || called.includes(base)) continue;
    const replaceable = shipped.map((one) => path.basename(one, ending));
    throw new TemplateMistake({ file, line: null }, { kind: 'unused-partial', name: base, known: replaceable });
  }
}

/** Without what parts of a template that stay empty leave behind: blank lines, spaces at the end of a line. */
function tidied(markdown: string): string {
  const lines = markdown.replaceAll(/[ \t]+$/gm, '').replaceAll(/\n{3,}/g, '\n\n');
  return `${lines.trimEnd()}\n`;
}

/** The template of the PDF: data come to it as such, so that it is never filled. */
export function typstTemplate(root: string): string {
  return readFileSync(path.join(root, 'templates/report.typ'), 'utf8');
}
