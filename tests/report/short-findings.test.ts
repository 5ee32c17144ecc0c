import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { findingBlocks } from '../../src/report/docx-findings.ts';
import { renderers } from '../../src/report/index.ts';
import type { Report, ReportFinding } from '../../src/report/report.ts';
import { wordings } from '../../src/wording/wording.ts';
import { fullReport } from '../support/full-report.ts';

const report = await fullReport('en');
const finding: ReportFinding = {
  id: 'R-1',
  label: 'R-1',
  questionnaire: 'one',
  title: 'TITLE',
  text: 'TEXT',
  level: { id: 'must', label: 'LEVEL' },
  answers: [
    {
      id: 'a',
      question: 'QUESTION',
      answer: 'ANSWER',
      isOpen: false,
      origin: 'ORIGIN',
      note: 'NOTE',
      evidence: ['EVIDENCE'],
    },
    { id: 'b', question: 'MISSING', answer: 'WHY', isOpen: true, origin: null, note: 'REMARK', evidence: [] },
  ],
  records: ['RECORD'],
  measure: 'MEASURE',
  law: ['LAW'],
  authority: 'AUTHORITY',
  ref: 'PLACE',
  asOf: 'AS-OF',
  checked: { id: 'primary', label: 'CHECKED' },
  basis: 'BASIS',
  caveat: 'CAVEAT',
  addressee: 'ADDRESSEE',
  issuer: 'ISSUER',
};
const always = [
  'TITLE',
  'TEXT',
  'LEVEL',
  'QUESTION',
  'ANSWER',
  'MISSING',
  'WHY',
  'RECORD',
  'AUTHORITY',
  'PLACE',
  'AS-OF',
  'CHECKED',
  'ISSUER',
  'LAW',
  'ADDRESSEE',
];
const behind = ['ORIGIN', 'NOTE', 'EVIDENCE', 'REMARK', 'MEASURE', 'BASIS'];

/** Nothing else is in it that could hold one of the words. */
function withFinding(isShort: boolean): Report {
  const group = {
    status: { id: 'violated', label: 'violated' },
    binding: { id: 'orients', label: 'orientation' },
    title: 'GROUP',
    isShort,
    remark: 'ONCE',
    findings: [finding],
  } as const;
  return { ...report, findings: [group] };
}

describe.each<[string, (report: Report) => string]>([
  ['Markdown', (one) => renderers.markdown(one, { root: packageRoot, columns: 100, hasColor: false })],
  ['HTML', (one) => renderers.html(one, { root: packageRoot, columns: 100, hasColor: false })],
  ['Word and PDF', (one) => JSON.stringify(findingBlocks(one, wordings.en))],
])('a finding in %s', (_, render) => {
  test.each([true, false])('that is short (%s) leaves out what stands behind it, and nothing else', (isShort) => {
    const text = render(withFinding(isShort)).replaceAll('\\', '');
    for (const word of ['GROUP', 'ONCE', ...always]) expect(text).toContain(word);
    expect(behind.filter((word) => text.includes(word))).toEqual(isShort ? [] : behind);
    // Of the basis, what nobody may overlook.
    expect(text.includes('CAVEAT')).toBe(isShort);
  });
});
