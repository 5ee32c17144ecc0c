import type Handlebars from 'handlebars';
import { capital } from '../domain/language.ts';

/** What templates can call. */
export const helpers = {
  md: (text: unknown) => (text === null || text === undefined ? '' : escapeMarkdown(String(text))),
  address,
  anchor,
  capital,
  nextNumber,
  lookup: ownProperty,
};

/** With what Handlebars itself brings. */
export const helperNames = [...Object.keys(helpers), 'if', 'unless', 'each', 'with'];

/** Chapters are counted from the start each time a template is filled. */
export function numbered(): Handlebars.RuntimeOptions {
  return { data: { numbering: { last: 0 } } };
}

/** The number of a chapter, in whatever order they come. */
function nextNumber({ data }: Handlebars.HelperOptions): number {
  data.numbering.last += 1;
  return data.numbering.last;
}

/** What a thing has of its own, and nothing of what JavaScript gives it. */
function ownProperty(thing: unknown, name: unknown): unknown {
  const isThere = typeof thing === 'object' && thing !== null && Object.hasOwn(thing, String(name));
  if (!isThere) throw new Error(`"${String(name)}" not defined`);
  return (thing as Record<string, unknown>)[String(name)];
}

/**
 * Text as text: nothing in it becomes a heading, a link, a table cell or HTML. Programs that make links of bare addresses
 * wherever they stand, as GitHub does, make them of these, too.
 */
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
