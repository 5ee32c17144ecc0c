import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAssessment, readCatalogue } from '../../src/commands/inputs.ts';
import { type Answer, type Answers, questionOfKey } from '../../src/domain/answer.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { type Goal, isAtLeast, scopeQuestions } from '../../src/evaluate/demands.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { type Alternative, type PathsToCompliance, pathsToCompliance } from '../../src/evaluate/paths-to-compliance.ts';
import { processIo } from '../../src/io.ts';
import { everyWayToAnswer, type SmallWorld, smallWorlds } from '../support/any-small-world.ts';

const day = '2026-11-23';
const goals: readonly Goal[] = ['conditional', 'permissible'];

describe('on any small catalogue', () => {
  test('the smallest sets of changes are those that trying every answer finds', () => {
    fc.assert(fc.property(smallWorlds(), fc.constantFrom(...goals), compareWithAll), { numRuns: 300 });
  });

  test('so they are where papers bind some, and where most is answered', () => {
    const worlds = smallWorlds({ hasBinding: true, open: 1 });
    fc.assert(fc.property(worlds, fc.constantFrom(...goals), compareWithAll), { numRuns: 300 });
  });

  test('every proposal keeps its promise, whatever of it is picked and whomever the papers turn out to bind', () => {
    const worlds = smallWorlds({ hasBinding: true });
    fc.assert(
      fc.property(worlds, fc.constantFrom(...goals), ({ bank, assessment }, goal) => {
        const paths = pathsToCompliance(bank, { assessment, date: day, goal });
        for (const picked of combinationsOf(paths)) {
          for (const answers of outcomesOf(picked, assessment.answers)) {
            const { overall, findings } = evaluate(bank, { ...assessment, answers }, day);
            if (findings.length > 0 && overall.basis !== 'unclear-binding') {
              expect(isAtLeast(overall.verdict, goal)).toBe(true);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

const everyWay = everyWayToAnswer();

function compareWithAll({ bank, assessment }: SmallWorld, goal: Goal): void {
  const evaluation = evaluate(bank, assessment, day);
  const frozen = new Set(['who', ...scopeQuestions(bank, assessment, evaluation)]);
  const scope = [...scopeQuestions(bank, assessment, evaluation)];
  fc.pre(scope.every((key) => assessment.answers.has(key)));
  const paths = pathsToCompliance(bank, { assessment, date: day, goal });
  const found = combinationsOf(paths).map((picked) => picked.flatMap(({ changes }) => changes.map(({ key }) => key)));
  const { sets, isReachable } = bySearchingAll({ bank, assessment }, goal, frozen);
  expect(asText(found)).toEqual(asText(sets));
  expect(paths).toMatchObject({ isComplete: true, count: sets.length, isReachable });
  expect(paths.obstacles.length > 0).toBe(!isReachable && evaluation.findings.length > 0);
}

/** The inclusion-minimal sets of changes, by evaluating every way to answer everything. */
function bySearchingAll({ bank, assessment }: SmallWorld, goal: Goal, frozen: ReadonlySet<string>) {
  const { answers } = assessment;
  const reaching = new Map<string, readonly string[]>();
  for (const complete of everyWay) {
    const changed = [...answers.keys()].filter((key) => !isSame(answers.get(key), complete.get(key)));
    if (changed.some((key) => frozen.has(key)) || reaching.has(changed.join())) continue;
    const { overall } = evaluate(bank, { ...assessment, answers: complete }, day);
    if (isAtLeast(overall.verdict, goal)) reaching.set(changed.join(), changed);
  }
  const all = [...reaching.values()];
  const sets = all.filter((one) => !all.some((less) => less !== one && less.every((key) => one.includes(key))));
  const isProduct = (key: string) => bank.questions.get(questionOfKey(key))?.about === 'product';
  return { sets, isReachable: all.some((keys) => !keys.some(isProduct)) };
}

function isSame(one: Answer | undefined, other: Answer | undefined): boolean {
  const text = (answer: Answer | undefined) => JSON.stringify(answer?.state === 'given' ? answer.value : answer?.state);
  return text(one) === text(other);
}

function asText(sets: readonly (readonly string[])[]): readonly string[] {
  return sets.map((keys) => keys.toSorted().join(' + ')).toSorted();
}

/** Every way to pick one alternative of each part. */
function combinationsOf({ parts, count }: PathsToCompliance): readonly (readonly Alternative[])[] {
  if (count === 0) return [];
  return parts.reduce<readonly (readonly Alternative[])[]>(
    (all, { alternatives }) => all.flatMap((one) => alternatives.map((alternative) => [...one, alternative])),
    [[]],
  );
}

/** What the answers become: with the first of everything proposed, and with each other proposal in place of its first. */
function outcomesOf(picked: readonly Alternative[], answers: Answers): readonly Answers[] {
  const proposals = picked.flatMap(({ changes, open }) => [...changes, ...open]);
  const first: Answers = new Map([
    ...answers,
    ...proposals.flatMap(({ key, to: [answer] }) => (answer ? [[key, answer] as const] : [])),
  ]);
  return [first, ...proposals.flatMap(({ key, to }) => to.slice(1).map((answer) => new Map(first).set(key, answer)))];
}

const folder = path.join(import.meta.dirname, '../../questionnaires/examples');
const houseRules = path.join(folder, 'hausregeln-klinikum');
const examples = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const catalogue: Catalogue = await readCatalogue(
  { language: 'de', questionnaires: [houseRules], date: day, quiet: true },
  processIo,
);

describe.each(examples)('in %s', (file) => {
  test.each(goals)('what is proposed for "%s" leads there, and nothing of it can be left out', async (goal) => {
    const { assessment } = await readAssessment(path.join(folder, file), { catalogue, language: 'de' }, processIo);
    const started = performance.now();
    const paths = pathsToCompliance(catalogue, { assessment, date: day, goal });
    report(file, goal, paths, performance.now() - started);
    expect(paths.isComplete).toBe(true);
    for (const picked of sampleOf(paths)) expectPromise(picked, { assessment, goal });
  });
});

function report(file: string, goal: string, paths: PathsToCompliance, ms: number) {
  const sizes = paths.parts.map(
    (p) =>
      `${p.requirements.join('+')}: ${p.alternatives.map((a) => a.changes.map((c) => `${c.key}(${c.about[0]})`).join('&') + (a.open.length ? `?${a.open.map((o) => o.key)}` : '')).join(' | ')}`,
  );
  process.stderr.write(
    `${file} ${goal} ${ms.toFixed(0)} ms reached=${paths.isReached} reachable=${paths.isReachable} count=${paths.count} complete=${paths.isComplete} obstacles=${JSON.stringify(paths.obstacles)}\n   ${sizes.join('\n   ')}\n`,
  );
}

/** The first alternative of each part, and each other alternative with the first of the other parts. */
function sampleOf({ parts }: PathsToCompliance): readonly (readonly Alternative[])[] {
  if (parts.some(({ alternatives }) => alternatives.length === 0)) return [];
  const first = parts.flatMap(({ alternatives }) => alternatives.slice(0, 1));
  const others = parts.flatMap(({ alternatives }, at) => alternatives.slice(1).map((one) => first.with(at, one)));
  return [first, ...others];
}

function expectPromise(
  picked: readonly Alternative[],
  { assessment, goal }: { readonly assessment: Assessment; readonly goal: Goal },
): void {
  const reaches = (answers: Answers) =>
    isAtLeast(evaluate(catalogue, { ...assessment, answers }, day).overall.verdict, goal);
  const [answers = assessment.answers] = outcomesOf(picked, assessment.answers);
  expect(reaches(answers)).toBe(true);
  for (const { key, from } of picked.flatMap(({ changes }) => changes)) {
    expect(reaches(new Map(answers).set(key, from)), `without changing ${key}`).toBe(false);
  }
}
