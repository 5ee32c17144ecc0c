import { expect, test } from 'vitest';
import { embeddedData, readCarried } from '../../src/report/carried-data.ts';
import { firstDifference } from '../../src/report/first-difference.ts';
import { fullReport } from '../support/full-report.ts';

const full = await fullReport('en');
const report = { ...full, data: { ...full.data, assessment: 'format: …' } };
const carried = { format: report.format, language: 'en', date: report.date, data: report.data };
const page = (data: string) => `<html><template id="messenger-check-data">${data}</template></html>`;

test('what a page carries is read as it was put there', () => {
  expect(readCarried(page(embeddedData(report)))).toEqual({
    ...{ format: 'html', language: 'en', date: report.date },
    data: report.data,
  });
});

test.each<{ name: string; found: unknown; inJson: string; inPage: string }>([
  { name: 'no record', found: [carried], inJson: 'no-data', inPage: 'broken' },
  { name: 'no format', found: { ...carried, format: 1 }, inJson: 'no-data', inPage: 'broken' },
  { name: 'something else', found: { ...carried, format: 'other@1' }, inJson: 'no-data', inPage: 'no-data' },
  {
    name: 'a report of another version of the format',
    found: { ...carried, format: 'messenger-check/report@9' },
    ...{ inJson: 'other-format', inPage: 'other-format' },
  },
  { name: 'an unknown language', found: { ...carried, language: 'fr' }, inJson: 'broken', inPage: 'broken' },
  { name: 'no day', found: { ...carried, date: 20261123 }, inJson: 'broken', inPage: 'broken' },
  { name: 'a day that is none', found: { ...carried, date: '2026-02-30' }, inJson: 'broken', inPage: 'broken' },
  { name: 'no data', found: { ...carried, data: null }, inJson: 'broken', inPage: 'broken' },
  {
    name: 'a report that was redacted',
    found: { ...carried, data: { ...carried.data, assessment: null } },
    ...{ inJson: 'no-data', inPage: 'no-data' },
  },
  {
    name: 'a report without answers',
    found: { ...carried, data: { ...carried.data, assessment: undefined } },
    ...{ inJson: 'no-data', inPage: 'no-data' },
  },
])('of $name says why nothing can be made of it', ({ found, inJson, inPage }) => {
  const json = JSON.stringify(found);
  if (!Array.isArray(found)) expect(readCarried(json)).toBe(inJson);
  expect(readCarried(page(json))).toBe(inPage);
});

test('the first difference is where a line was added, named by the heading before it', () => {
  const expected = '<body><h2>One</h2>\n<p>a</p>\n<h2 id="2">Two &amp; &#x27;more&#x27;</h2>\n<p>b</p>';
  expect(firstDifference(`${expected}\n<p>c</p>`, expected, 'html')).toEqual({
    ...{ line: 5, section: "Two & 'more'", what: 'text', found: '<p>c</p>', expected: '' },
  });
  expect(firstDifference(expected.replace('<p>a</p>', '<p>x</p>'), expected, 'html')).toMatchObject({
    ...{ line: 2, section: 'One', found: '<p>x</p>', expected: '<p>a</p>' },
  });
});

test('a difference in the data that a report carries is said to be there, in no section', () => {
  const data = (text: string) => `<h2>One</h2>\n<template id="messenger-check-data">${text}</template>`;
  expect(firstDifference(data('{}'), data('[]'), 'html')).toMatchObject({ line: 2, section: null, what: 'data' });
});
