import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CommonOptions, readAssessment, readCatalogue } from '../../src/commands/inputs.ts';
import { type Answer, questionOfKey } from '../../src/domain/answer.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { choicesOf } from '../../src/domain/question.ts';
import type { Alternative, Goal, PathPart } from '../../src/domain/reasoning.ts';
import { exampleOf } from '../../src/evaluate/answers-to-give.ts';
import { isAtLeast } from '../../src/evaluate/demands.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { minimalReasons } from '../../src/evaluate/minimal-reasons.ts';
import { pathsToCompliance } from '../../src/evaluate/paths-to-compliance.ts';
import { nextDecisive, pathsToDecision } from '../../src/evaluate/paths-to-decision.ts';
import { verdictInterval, verdictOutlooks } from '../../src/evaluate/verdict-interval.ts';
import { processIo } from '../../src/io.ts';

const examples = path.join(import.meta.dirname, '../../questionnaires/examples');
const options: CommonOptions = { language: 'de', questionnaires: [], date: '2026-11-23', quiet: false };
const names = readdirSync(examples).filter((name) => name.endsWith('.yaml'));

test('no path changes who uses which messenger', async () => {
  const { questions } = await readCatalogue(options, processIo);
  const fixed = [...questions.values()].filter((question) => question.fixed).map(({ id }) => id);
  expect(fixed).toEqual(['sector', 'state', 'messenger', 'service-type']);
});

describe.each(names)('for the worked example %s', async (name) => {
  const own = name.includes('hausregeln') ? [path.join(examples, 'hausregeln-klinikum')] : [];
  const catalogue = await readCatalogue({ ...options, questionnaires: own }, processIo);
  const { assessment } = await readAssessment(path.join(examples, name), { catalogue, language: 'de' }, processIo);
  const evaluation = evaluate(catalogue, assessment, options.date);

  test('everything that is said of reasons and outlook is exact', () => {
    const { overall, byQuestionnaire } = verdictOutlooks(catalogue, evaluation);
    const paths = pathsToDecision(catalogue, evaluation);
    expect([overall, ...byQuestionnaire, ...paths].filter(({ isExact }) => !isExact)).toEqual([]);
    expect(minimalReasons(catalogue, evaluation).filter(({ isSmallest }) => !isSmallest)).toEqual([]);
  });

  test.each<Goal>(['conditional', 'permissible'])(
    'the changes proposed make it %s, and none of them can be left out',
    (goal) => {
      const { reach, count, parts, obstacles } = pathsToCompliance(catalogue, { assessment, evaluation, goal });
      expect(reach).not.toBe('given-up');
      expect(obstacles.length > 0).toBe(reach === 'other-product' || reach === 'other-use');
      const reaches = (end: 'best' | 'worst', changed: Assessment) =>
        isAtLeast(verdictInterval(catalogue, evaluate(catalogue, changed, options.date))[end], goal);
      if (count === 0) expect(reaches('best', assessment)).toBe(false);
      if (count === 0) return;
      for (const picked of combinationsOf(parts)) {
        const changes = picked.flatMap((alternative) => alternative.changes);
        const hoped = picked.flatMap(({ open }) => open).map((one) => [one.key, exampleOf(one)] as const);
        const made = changes.map(({ key, to, from }) => [key, exampleOf(to, from)] as const);
        const changed = withAnswers(assessment, made);
        expect(reaches('worst', withAnswers(changed, hoped))).toBe(true);
        for (const { key, from } of changes) expect(reaches('best', withAnswers(changed, [[key, from]]))).toBe(false);
      }
      const fewest = parts.reduce((sum, { alternatives }) => sum + (alternatives[0]?.changes.length ?? 0), 0);
      if (fewest < 2) return;
      const single = singleChanges(catalogue, assessment).filter((change) =>
        reaches('best', withAnswers(assessment, [change])),
      );
      expect(single).toEqual([]);
    },
  );

  test('asking what is most decisive first, beginning with the use alone, ends at a violation it promised', () => {
    const onUse = new Map([...assessment.answers].filter(([key]) => catalogue.context.includes(key)));
    const early = evaluate(catalogue, { ...assessment, answers: onUse }, options.date);
    const [knockOut] = pathsToDecision(catalogue, early);
    expect(knockOut).toMatchObject({ verdict: 'impermissible', isExact: true });
    expect(nextDecisive(catalogue, early)).toEqual(knockOut?.answers.map(({ key }) => key));
    const answered = (knockOut?.answers ?? []).map((one) => [one.key, exampleOf(one)] as const);
    const after = evaluate(catalogue, withAnswers({ ...assessment, answers: onUse }, answered), options.date);
    expect(after.overall.verdict).toBe('impermissible');
  });
});

/** The first alternative of every part, and with it every other alternative of each. */
function combinationsOf(parts: readonly PathPart[]): readonly (readonly Alternative[])[] {
  const first = parts.flatMap(({ alternatives }) => alternatives.slice(0, 1));
  return [first, ...parts.flatMap(({ alternatives }, at) => alternatives.slice(1).map((one) => first.with(at, one)))];
}

function withAnswers(assessment: Assessment, answers: readonly (readonly [string, Answer])[]): Assessment {
  return { ...assessment, answers: new Map([...assessment.answers, ...answers]) };
}

/** Every other choice for every answer that may be changed; of a selection, every choice more or less. */
function singleChanges({ questions }: Catalogue, { answers }: Assessment): readonly (readonly [string, Answer])[] {
  return [...answers].flatMap(([key, answer]) => {
    const question = questions.get(questionOfKey(key));
    if (question === undefined || question.fixed || answer.state !== 'given') return [];
    const chosen = typeof answer.value === 'object' ? answer.value : [];
    return choicesOf(question).map(({ id }): readonly [string, Answer] => {
      const toggled = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
      return [key, { state: 'given', value: question.kind === 'choices' ? toggled : id, evidence: [] }];
    });
  });
}
