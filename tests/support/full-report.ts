import { alternativesTo } from '../../src/commands/alternatives.ts';
import type { Assessment, SignOff } from '../../src/domain/assessment.ts';
import type { Language } from '../../src/domain/language.ts';
import { decayOf } from '../../src/evaluate/decay.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { reasoningOn } from '../../src/evaluate/reasoning.ts';
import { packageRoot } from '../../src/package-root.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { renderers } from '../../src/report/index.ts';
import type { Report } from '../../src/report/report.ts';
import { wordings } from '../../src/wording/wording.ts';
import { readFixture } from './read-fixture.ts';
import { shippedCatalogue } from './shipped-catalogue.ts';

export const date = '2026-11-23';
const signOff: SignOff = {
  opinion: { by: 'Frau Rat', date: '2026-11-20', text: 'Abzulehnen.' },
  decision: { by: 'Der Bürgermeister', date: '2026-11-23', text: 'Trotzdem, bis zum Umzug.' },
  staffCouncil: { date: '2026-11-21', text: 'Zugestimmt.' },
  nextReview: '2027-05-01',
};

/** A memo with findings, measures, contradictions, evidence, alternatives, and a note and a plan. */
export async function fullReport(language: Language): Promise<Report> {
  const fixture = await readFixture('all-partial.yaml');
  const [first = '', ...others] = [...fixture.answers.keys()];
  const answer = fixture.answers.get(first);
  if (answer === undefined) throw new Error('the fixture answers nothing');
  const proof = { text: 'Ein Nachweis', validUntil: '2027-01-31' };
  const recorded = { ...answer, note: 'Eine Notiz', evidence: [proof] };
  const assessment: Assessment = {
    ...fixture,
    subject: { ...fixture.subject, messenger: 'whatsapp', reference: 'DSB-2026-014', assessor: 'Frau Beispiel' },
    signOff,
    answers: new Map([...fixture.answers, [first, recorded] as const].filter(([key]) => key !== others[3])),
  };
  const evaluation = evaluate(shippedCatalogue, assessment, date);
  return buildReport({
    catalogue: shippedCatalogue,
    assessment,
    decay: decayOf(shippedCatalogue, assessment, date),
    evaluation,
    reasoning: reasoningOn(shippedCatalogue, assessment, evaluation),
    alternatives: alternativesTo(assessment, { catalogue: shippedCatalogue, ids: [], language, date }),
    language,
    words: wordings[language],
    file: { name: 'a.yaml', sha256: 'ab12'.repeat(16) },
    version: '1.2.3',
    depth: 'annex',
    warnings: ['Ein Hinweis'],
  });
}

/** Headings of a level of the Markdown memo. */
export function markdownHeadings(report: Report, level: number): readonly string[] {
  const memo = renderers.markdown(report, { root: packageRoot, columns: 100, hasColor: false });
  const lines = memo.split('\n').filter((line) => line.startsWith(`${'#'.repeat(level)} `));
  return lines.map((line) => line.slice(level + 1).replaceAll(/\\(.)/g, '$1'));
}

/** Fields that are not printed as they stand: ids, the day, what another field says in words, and what the brief alone says. */
const unprinted = [
  ...['id', 'format', 'language', 'plans', 'best', 'worst', 'basis', 'settled', 'version'],
  ...['verdictEnds', 'before', 'after', 'options', 'brief', 'caveat'],
];

/** Every text of the report that a reader must find. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return Object.entries(value).flatMap(([name, child]) =>
    unprinted.includes(name) || child === date ? [] : textsOf(child),
  );
}

/** The report with `text` in place of every text of it; ids that a program reads stay. */
export function withText<T>(value: T, text: string): T {
  const fixed = ['id', 'format', 'language', 'date', 'sha256'];
  const visit = (one: unknown): unknown => {
    if (typeof one === 'string') return text;
    if (Array.isArray(one)) return one.map(visit);
    if (one === null || typeof one !== 'object') return one;
    return Object.fromEntries(
      Object.entries(one).map(([key, child]) => [
        key,
        fixed.includes(key) && typeof child === 'string' ? child : visit(child),
      ]),
    );
  };
  return visit(value) as T;
}
