import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/domain/answer.ts';
import type { Evaluation } from '../../src/domain/evaluation.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { minimalReasons } from '../../src/evaluate/minimal-reasons.ts';
import { possible, waysToComplete, withEveryPaper, worlds } from '../support/random-worlds.ts';

const day = '2026-11-23';

describe('the minimal reasons for a finding', () => {
  test('that is settled are all the smallest sets of answers that settle it alone', () => {
    fc.assert(
      fc.property(worlds(), fc.nat(), (world, pick) => {
        const chosen = withEveryPaper(world);
        const { bank, before } = chosen;
        const evaluation = evaluate(bank, before, day);
        const finding = pickFrom(evaluation, (judged) => judged !== 'open', pick);
        fc.pre(finding !== undefined);
        const known = [...evaluation.answers.keys()].filter((key) => evaluation.answers.get(key)?.state !== 'unknown');
        const suffices = (keys: readonly string[]) => {
          const answers = new Map([...before.answers].filter(([key]) => keys.includes(key)));
          return sameFindings(finding, evaluate(bank, { ...before, answers }, day)).some(
            (one) => one.judged === finding.judged,
          );
        };
        const found = minimalReasons(finding, { questions: bank.questions, answers: evaluation.answers });
        expect(found.isExact).toBe(true);
        const size = found.sets[0]?.length ?? 0;
        const tried = subsetsOf(known).filter(({ length }) => length <= size);
        expect(asText(found.sets)).toEqual(asText(tried.filter(suffices)));
      }),
      { numRuns: 400 },
    );
  });

  test('that is open are all the smallest sets of questions whose answers can close it, once they are asked', () => {
    fc.assert(
      fc.property(worlds(), fc.nat(), (world, pick) => {
        const { bank, assessment, open } = waysToComplete(withEveryPaper(world), day, 40);
        const evaluation = evaluate(bank, assessment, day);
        const finding = pickFrom(evaluation, (judged) => judged === 'open', pick);
        fc.pre(finding !== undefined);
        const closing = partlyAnswered(assessment.answers, open).filter(({ keys, answers }) => {
          const after = evaluate(bank, { ...assessment, answers }, day);
          return (
            sameFindings(finding, after).every(({ judged }) => judged !== 'open') &&
            keys.every((key) => isAskedIn(after, key))
          );
        });
        const found = minimalReasons(finding, { questions: bank.questions, answers: evaluation.answers });
        expect(found.isExact).toBe(true);
        expect(asText(found.sets)).toEqual(asText(smallest(closing.map(({ keys }) => keys))));
      }),
      { numRuns: 400 },
    );
  });
});

function pickFrom(
  { findings }: Evaluation,
  isWanted: (judged: Finding['judged']) => boolean,
  pick: number,
): Finding | undefined {
  const wanted = findings.filter(({ judged }) => isWanted(judged));
  return wanted[pick % Math.max(wanted.length, 1)];
}

/** The findings on the same requirement, and on the same item where it is known. */
function sameFindings({ requirement, item }: Finding, { findings }: Evaluation): readonly Finding[] {
  const same = findings.filter((one) => one.requirement.id === requirement.id);
  return item === undefined ? same : same.filter((one) => one.item === item);
}

function isAskedIn({ agenda }: Evaluation, key: string): boolean {
  return agenda.some(({ items }) => items.some((item) => item.key === key && item.asked === 'true'));
}

function subsetsOf(keys: readonly string[]): readonly (readonly string[])[] {
  return keys.reduce<readonly (readonly string[])[]>((all, key) => all.flatMap((one) => [one, [...one, key]]), [[]]);
}

/** Every way to answer some of what is open. */
function partlyAnswered(answers: Answers, open: readonly string[]) {
  return open.reduce<readonly { keys: readonly string[]; answers: Answers }[]>(
    (all, key) =>
      all.flatMap((one) => [
        one,
        ...(possible.get(key) ?? []).map((answer) => ({
          keys: [...one.keys, key],
          answers: new Map(one.answers).set(key, answer),
        })),
      ]),
    [{ keys: [], answers }],
  );
}

function smallest(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const size = Math.min(...sets.map(({ length }) => length));
  return sets.filter(({ length }) => length === size);
}

function asText(sets: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(sets.map((set) => [...set].sort().join(' ')))].sort();
}
