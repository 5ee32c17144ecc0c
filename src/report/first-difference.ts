import { existing } from '../domain/existing.ts';
import type { Difference } from '../domain/verification.ts';
import type { Carried } from './carried-data.ts';

/**
 * The first difference between a report and what it should be. Texts that are the same differ in their bytes: what is
 * no UTF-8 is read as the sign that stands for it.
 */
export function firstDifference(found: string, expected: string, format: Carried['format']): Difference {
  const [there, here] = [found.split('\n'), expected.split('\n')];
  const differing = here.findIndex((line, index) => line !== there[index]);
  const at = differing === -1 ? here.length : differing;
  const [foundLine = '', expectedLine = ''] = [there[at], here[at]];
  const column = commonStart(foundLine, expectedLine);
  const excerpt = (line: string) => line.slice(Math.max(0, column - 30), column + 50);
  const isInData = [foundLine, expectedLine].some((line) => /^<template |^ {4}"assessment":/.test(line));
  return {
    line: at + 1,
    section: isInData ? null : sectionBefore(here.slice(0, at + 1), format),
    what: isInData ? 'data' : kindOf(found, expected, format),
    found: excerpt(foundLine),
    expected: excerpt(expectedLine),
  };
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function kindOf(found: string, expected: string, format: Carried['format']): Difference['what'] {
  const [there, here] = [found, expected].map((text) => text.replaceAll('\r\n', '\n').trimEnd());
  if (there === here) return 'bytes';
  return format === 'html' && wordsOf(found) === wordsOf(expected) ? 'markup' : 'text';
}

const headings = { html: /<h2[^<>]*>([^<]*)<\/h2>/, json: /^ {2}"([^"]*)":/ } as const;

function sectionBefore(lines: readonly string[], format: Carried['format']): string | null {
  const line = lines.findLast((one) => headings[format].test(one));
  return line === undefined ? null : readable(headings[format].exec(line)?.[1] ?? '');
}

/** What somebody reads on a page, without what a browser changes when it saves it. */
function wordsOf(page: string): string {
  const body = page.slice(page.indexOf('<body'));
  return readable(body.replaceAll(/<[^<>]*>/g, ' ').replaceAll(/\s+/g, ' ')).trim();
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
  ['&#x60;', '`'],
  ['&#x3D;', '='],
  ['&amp;', '&'],
]);

function readable(html: string): string {
  return html.replaceAll(/&(?:lt|gt|quot|amp|#x27|#x60|#x3D);/g, (entity) => existing(entities, entity));
}
