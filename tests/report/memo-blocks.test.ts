import { expect, test } from 'vitest';
import { contradictionBlocks, sourceBlocks } from '../../src/report/docx-background.ts';
import { briefBlocks } from '../../src/report/docx-brief.ts';
import { alternativeBlocks } from '../../src/report/docx-closing.ts';
import { measureBlocks } from '../../src/report/docx-findings.ts';
import { goalBlocks } from '../../src/report/docx-outlook.ts';
import { paperBlocks, resultBlocks } from '../../src/report/docx-result.ts';
import type { Block } from '../../src/report/docx-table.ts';
import type { Piece } from '../../src/report/docx-text.ts';
import { topicBlocks } from '../../src/report/docx-topics.ts';
import type { Report, ReportChanges, ReportGoal } from '../../src/report/report.ts';
import { wordings } from '../../src/wording/wording.ts';
import { fullReport } from '../support/full-report.ts';

/* What is the same in Word and PDF: how each part of the report is put, and what is left out where there is nothing. */

const words = wordings.en;
const report = await fullReport('en');
const [paper] = report.questionnaires;
if (paper === undefined) throw new Error('the report names no paper');

function said(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('text' in piece) return piece.text;
      return 'link' in piece ? piece.link : '';
    })
    .join('');
}

/** A line for each paragraph, and for each row of a table. */
function linesOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    'rows' in block ? block.rows.map((row) => row.map(said).join(' | ')) : [said(block.pieces)],
  );
}

const withBrief = (brief: Partial<Report['brief']>) =>
  linesOf(briefBlocks({ ...report, brief: { ...report.brief, ...brief } }, words));

test('the brief names who does what until when, as far as somebody has planned it', () => {
  const measure = { number: 1, text: 'Block the backup.', requirements: [{ id: 'R-1', label: 'R-1' }] };
  const lines = withBrief({
    measures: [
      { ...measure, responsible: 'IT', due: '2027-01-31' },
      { ...measure, responsible: 'IT', due: null },
      { ...measure, responsible: null, due: '2027-01-31' },
      { ...measure, responsible: null, due: null },
    ],
  });
  const { responsible, due } = words.memo.brief;
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  expect(lines.filter((line) => line.startsWith('Block the backup.'))).toEqual([
    `Block the backup. ${capital(responsible)}: IT, ${due} 2027-01-31. (R-1)`,
    `Block the backup. ${capital(responsible)}: IT. (R-1)`,
    `Block the backup. ${capital(due)} 2027-01-31. (R-1)`,
    'Block the backup. (R-1)',
  ]);
});

test('the brief names the better messengers, and what is said of the product alone where it was looked at', () => {
  const verdict = { id: 'permissible', label: 'fine' } as const;
  const lines = withBrief({
    alternatives: {
      hint: 'Better:',
      best: [
        { id: 'a', label: 'Alpha', verdict, product: 'nothing against it' },
        { id: 'b', label: 'Beta', verdict, product: null },
      ],
    },
  });
  const start = lines.indexOf('Better:');
  expect(lines.slice(start + 1, start + 3)).toEqual([
    `Alpha: fine (${words.comparison.product}: nothing against it)`,
    'Beta: fine',
  ]);
});

test('the position of a body in a contradiction has its references behind it, where there are any', () => {
  const position = { who: 'BfDI', says: 'No.', date: '2020', weight: 'high' };
  const contradiction = {
    ...{ id: 'C-1', topic: 'Metadata', treatment: 'Both are told.' },
    positions: [
      { ...position, references: ['E-1', 'R-1'] },
      { ...position, references: [] },
    ],
  };
  const lines = linesOf(contradictionBlocks({ ...report, contradictions: [contradiction] }, words));
  expect(lines.filter((line) => line.startsWith('BfDI'))).toEqual([
    `BfDI (2020): No. ${words.report.weight}: high [E-1, R-1]`,
    `BfDI (2020): No. ${words.report.weight}: high`,
  ]);
  expect(linesOf(contradictionBlocks({ ...report, contradictions: [] }, words))).toEqual([
    words.report.contradictions,
    words.report.noContradictions,
  ]);
});

test('a paper is named with why it was taken, what it builds on, and the version of the answers where it differs', () => {
  const plain = { ...paper, title: 'Paper', authority: 'BfDI', version: '2', extends: null };
  const one = { ...plain, offeredBecause: null, versionRemark: null };
  const other = { ...plain, offeredBecause: 'it is a school', extends: 'Base', versionRemark: 'answered by 1' };
  const both = { ...report, questionnaires: [one, other] };
  const names = linesOf(paperBlocks(both, words)).filter((line) => line.startsWith('Paper, BfDI'));
  expect(names.map((line) => line.split(' | ')[0])).toEqual([
    'Paper, BfDI',
    `Paper, BfDI (${words.report.offeredBecause} it is a school) (${words.report.extends} Base)`,
  ]);
  const versions = linesOf(sourceBlocks(both, words)).filter((line) => line.startsWith(words.report.version));
  expect(versions).toEqual([`${words.report.version} 2.`, `${words.report.version} 2 (answered by 1).`]);
});

test('a result that nothing decides announces no reasons', () => {
  const [reason] = report.verdict.reasons;
  const lines = linesOf(resultBlocks({ ...report, verdict: { ...report.verdict, reasons: [] } }, words));
  expect(lines).not.toContain(words.report.decidedBy);
  const named = { ...report.verdict, reasons: reason ? [reason] : [] };
  expect(linesOf(resultBlocks({ ...report, verdict: named }, words))).toContain(words.report.decidedBy);
});

test('papers without topics have no table of topics, and nothing is announced where there is none', () => {
  expect(topicBlocks({ ...report, questionnaires: [{ ...paper, topics: [] }] }, words)).toEqual([]);
});

test('an alternative that was judged by its answers alone says nothing on the product', () => {
  const { alternatives } = report;
  const [column] = alternatives?.columns ?? [];
  if (alternatives === null || column === undefined) throw new Error('the report has no alternatives');
  const blocked = { ...column, label: 'A', product: { ...column.product, label: 'ruled out' } };
  const blockedBy = [
    { id: 'R-1', label: 'R-1' },
    { id: 'R-2', label: 'R-2' },
  ];
  const columns = [
    { ...blocked, product: { questions: 1, open: 0, label: 'ruled out', blockedBy } },
    { ...column, label: 'B', product: { questions: 1, open: 0, label: 'nothing against it', blockedBy: [] } },
    { ...column, label: 'C', product: null },
  ];
  const lines = linesOf(alternativeBlocks({ ...report, alternatives: { ...alternatives, columns } }, words));
  expect(lines.slice(-3).map((line) => line.split(' | ')[2])).toEqual([
    'ruled out: R-1, R-2',
    'nothing against it',
    '',
  ]);
  expect(alternativeBlocks({ ...report, alternatives: null }, words)).toEqual([]);
});

test('a measure has its note behind it', () => {
  const measure = {
    ...{ number: 1, text: 'Block it.', requirements: [{ id: 'R-1', label: 'R-1' }], plans: [] },
    ...{ responsible: 'IT', due: null },
  };
  const group = { binding: { id: 'binds', label: 'Binding' }, measures: [{ ...measure, note: 'in May' }] } as const;
  expect(linesOf(measureBlocks({ ...report, measures: [group] }, words)).at(-1)).toBe(
    `1 | Block it. – ${words.report.note}: in May | R-1 | IT | `,
  );
  expect(linesOf(measureBlocks({ ...report, measures: [] }, words)).at(-1)).toBe(words.report.noMeasures);
});

test('a way to a better result says for whom it is, what is now, what is wanted, and how open answers must turn out', () => {
  const { outlook } = report;
  if (outlook === null) throw new Error('the report has no outlook');
  const said = words.reasons.outlook;
  const about = { id: 'product', label: 'Product' } as const;
  const change = { id: 'a', question: 'Backup?', wanted: 'off', now: 'on', measures: [] };
  const changes: ReportChanges = {
    groups: [{ about, changes: [change, { ...change, measures: [{ id: 'R-1', label: 'Switch it off.' }] }] }],
    open: [{ id: 'b', question: 'Audit?', wanted: 'done' }],
  };
  const goal: ReportGoal = {
    ...{ id: 'permissible', label: 'fine', title: 'To fine' },
    ...{ reach: { id: 'with-changes', label: 'With changes.' }, certain: changes },
    against: [
      { requirements: [], facts: [{ id: 'c', question: 'Cloud?', answer: 'yes' }] },
      { requirements: ['R-2'], facts: [{ id: 'c', question: 'Cloud?', answer: 'yes' }] },
    ],
    choices: [
      { requirements: ['R-3'], caveats: ['Doubtful.'], alternatives: [changes, { groups: changes.groups, open: [] }] },
    ],
  };
  const withGoal = (assumption: string | null) =>
    linesOf(goalBlocks({ ...report, outlook: { ...outlook, goals: [goal], assumption } }, words));
  const changed = `Backup? – ${said.now}: on; ${said.wanted}: off`;
  const open = `Audit? – ${said.wanted}: done`;
  expect(withGoal(null)).toEqual([
    'To fine',
    'With changes.',
    said.against,
    'Cloud? – yes',
    `Cloud? – yes (${said.forRequirements} R-2)`,
    'Product',
    changed,
    `${changed}; ${said.measure}: R-1`,
    said.open,
    open,
    `${said.oneOfThese} (${said.forRequirements} R-3)`,
    'Doubtful.',
    `Product: ${changed}. ${changed}. ${said.open}: ${open}. `,
    `Product: ${changed}. ${changed}. `,
  ]);
  expect(withGoal('All else stays.').at(-1)).toBe('All else stays.');
});

test('the measures begin with a word on what they cannot change, where there is one', () => {
  const [title, first] = linesOf(measureBlocks({ ...report, measuresLead: 'LEAD' }, words));
  expect([title, first]).toEqual([words.memo.chapters.measures, 'LEAD']);
  expect(linesOf(measureBlocks({ ...report, measuresLead: null }, words))).not.toContain('LEAD');
});
