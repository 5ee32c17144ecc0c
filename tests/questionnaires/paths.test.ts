import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CommonOptions, readAssessment, readCatalogue } from '../../src/commands/inputs.ts';
import { type Answer, questionOfKey } from '../../src/domain/answer.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { choicesOf } from '../../src/domain/question.ts';
import { verdicts } from '../../src/domain/verdict.ts';
import { exampleOf } from '../../src/evaluate/answers-to-give.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { minimalReasons } from '../../src/evaluate/minimal-reasons.ts';
import { pathsToCompliance, type Target, type WayToComply } from '../../src/evaluate/paths-to-compliance.ts';
import { nextDecisive, pathsToDecision } from '../../src/evaluate/paths-to-decision.ts';
import { verdictInterval, verdictOutlooks } from '../../src/evaluate/verdict-interval.ts';
import { processIo } from '../../src/io.ts';

const examples = path.join(import.meta.dirname, '../../questionnaires/examples');
const options: CommonOptions = { language: 'de', questionnaires: [], date: '2026-11-23', quiet: false };
const names = readdirSync(examples).filter((name) => name.endsWith('.yaml'));

describe.each(names)('for the worked example %s', async (name) => {
  const own = name.includes('hausregeln') ? [path.join(examples, 'hausregeln-klinikum')] : [];
  const catalogue = await readCatalogue({ ...options, questionnaires: own }, processIo);
  const { assessment } = await readAssessment(path.join(examples, name), { catalogue, language: 'de' }, processIo);
  const evaluation = evaluate(catalogue, assessment, options.date);

  test('everything that is said of reasons and outlook is exact', () => {
    const { questions } = catalogue;
    const { overall, byQuestionnaire } = verdictOutlooks(catalogue, evaluation);
    const reasons = evaluation.findings.map((finding) => minimalReasons(finding, { ...evaluation, questions }));
    const paths = pathsToDecision(catalogue, evaluation);
    expect([overall, ...byQuestionnaire, ...reasons, ...paths].filter(({ isExact }) => !isExact)).toEqual([]);
  });

  test.each<Target>(['conditional', 'permissible'])(
    'the changes proposed make it %s, and none of them can be left out',
    (target) => {
      const { reach, count, parts, provided } = pathsToCompliance(target, catalogue, evaluation);
      expect(reach).not.toBe('given-up');
      const reaches = (end: 'best' | 'worst', changed: Assessment) => {
        const verdict = verdictInterval(catalogue, evaluate(catalogue, changed, options.date))[end];
        return verdicts.indexOf(verdict) >= verdicts.indexOf(target);
      };
      if (parts.length === 0) expect(reaches('best', assessment)).toBe(reach === 'as-it-is');
      if (count === 0) return;
      for (const ways of combinationsOf(parts)) {
        const changes = ways.flatMap((way) => way.changes);
        const answers = [...provided, ...ways.flatMap((way) => way.provided)].map(
          (one) => [one.key, exampleOf(one)] as const,
        );
        const changed = withAnswers(
          assessment,
          changes.map(({ key, to, from }) => [key, exampleOf(to, from)] as const),
        );
        expect(reaches('worst', withAnswers(changed, answers))).toBe(true);
        for (const { key, from } of changes) expect(reaches('best', withAnswers(changed, [[key, from]]))).toBe(false);
      }
      const fewest = parts.reduce((sum, { ways }) => sum + (ways[0]?.changes.length ?? 0), 0);
      if (fewest > 1) {
        const single = singleChanges(catalogue, assessment).filter((change) =>
          reaches('best', withAnswers(assessment, [change])),
        );
        expect(single).toEqual([]);
      }
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

/** The first way of every part, and with it every other way of each. */
function combinationsOf(parts: readonly { readonly ways: readonly WayToComply[] }[]) {
  const first = parts.flatMap(({ ways }) => ways.slice(0, 1));
  const others = parts.flatMap(({ ways }, index) =>
    ways.slice(1).map((way) => first.map((one, at) => (at === index ? way : one))),
  );
  return [first, ...others];
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
