import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { fileOrder } from '../../src/domain/answer-order.ts';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { choicesOf } from '../../src/domain/question.ts';
import { type Change, withChange } from '../../src/domain/with-change.ts';
import type { Prompter, Reply, Surroundings } from '../../src/interview/prompter.ts';
import { type Step, stepsLeft } from '../../src/interview/steps.ts';
import { newAssessmentText } from '../../src/load/edit-assessment.ts';
import { withChangeWritten } from '../../src/load/write-change.ts';
import { runs } from '../support/runs.ts';
import { scriptedPrompter } from '../support/scripted-prompter.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { offered, run, small, start } from '../support/small-interview.ts';

/** Numbers that decide what somebody does. */
type Dice = (sides: number) => number;

/** Anything a person can do at a step: answer, also for others, not know, note, prove, put off, go back, go anywhere. */
function anyReply(step: Step, { alike, path }: Surroundings, roll: Dice): Reply {
  switch (roll(8)) {
    case 0:
      return { kind: 'back' };
    case 1:
      return { kind: 'go', to: path[roll(path.length)]?.step.id ?? '' };
    case 2:
      return step.kind === 'question' && step.allowsUnknown ? { kind: 'note', note: `n${roll(3)}` } : { kind: 'later' };
    case 3:
      return step.kind === 'question' && step.allowsUnknown
        ? { kind: 'evidence', evidence: [{ text: `e${roll(3)}` }] }
        : { kind: 'later' };
    case 4:
      return step.kind === 'question' && step.allowsUnknown
        ? { kind: 'unknown', reason: 'to-be-checked', also: alike.filter(() => roll(2) === 0).map(({ id }) => id) }
        : { kind: 'later' };
    default:
      return anAnswer(step, roll);
  }
}

function anAnswer(step: Step, roll: Dice): Reply {
  if (step.kind === 'subject') return { kind: 'value', value: `words ${roll(3)}` };
  if (step.kind === 'scope') return offered(step);
  if (step.kind === 'proposals') return { kind: 'value', value: step.proposed.map(({ id }) => id) };
  const { question } = step.item;
  const ids = choicesOf(question).map(({ id }) => id);
  if (question.kind === 'choices') return { kind: 'value', value: ids.filter(() => roll(2) === 0) };
  return { kind: 'value', value: ids[roll(ids.length)] ?? '' };
}

/** Wanders for some steps, then answers everything that is asked. */
async function wander(catalogue: Catalogue, steps: number, roll: Dice) {
  let asked = 0;
  const putOff = new Set<string>();
  const prompter: Prompter = {
    ...scriptedPrompter(
      () => undefined,
      () => roll(4) > 0 || asked > steps,
    ),
    ask: async (step, around) => {
      asked++;
      // Far more than there is to ask: whoever gets here has been led in circles.
      if (asked > steps + 400) throw new Error(`asked ${step.id} after ${asked} steps`);
      const reply = asked <= steps ? anyReply(step, around, roll) : anAnswer(step, roll);
      // Whoever puts a question off does so for all choices it is asked for.
      if (reply.kind === 'later') for (const { id } of [step, ...around.alike]) putOff.add(id);
      return reply;
    },
  };
  return { ...(await run(prompter, emptyAssessment, catalogue)), putOff };
}

const dice = fc.infiniteStream(fc.nat()).map(
  (numbers): Dice =>
    (sides) =>
      Number(numbers.next().value) % Math.max(1, sides),
);

describe.each([
  { name: 'a small questionnaire', catalogue: small, steps: 60, numRuns: runs(120) },
  { name: 'the questionnaires that ship', catalogue: shippedCatalogue, steps: 60, numRuns: runs(4) },
])('a random walk through $name', ({ catalogue, steps, numRuns }) => {
  test('never reaches a dead end, never loses an answer, and leaves a file that does not depend on the path', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: steps }), dice, async (count, roll) => {
        const { ending, saved, assessment, putOff } = await wander(catalogue, count, roll);
        // The walk may stop where the verdict is settled; otherwise everything is asked in the end.
        const left = stepsLeft(start(assessment, catalogue)).map(({ id }) => id);
        if (ending === 'complete') expect(left.filter((id) => !putOff.has(id))).toEqual([]);
        expect(['complete', 'stopped']).toContain(ending);
        const last = lastSaid(saved);
        for (const [key, answer] of last.answers) expect(assessment.answers.get(key)).toEqual(answer);
        expect([...assessment.answers.keys()].sort()).toEqual([...last.answers.keys()].sort());
        expect(written(saved, catalogue)).toBe(written(last.changes, catalogue));
      }),
      { numRuns },
    );
  });
});

/** What was said last on each thing, in an order of its own. */
function lastSaid(saved: readonly Change[]) {
  const last = new Map(saved.map((change) => [placeOf(change), change]));
  const answers = new Map(
    [...last.values()].flatMap((change): [string, Answer][] =>
      change.kind === 'answer' ? [[change.key, change.answer]] : [],
    ),
  );
  return { answers, changes: [...last.values()].reverse() };
}

function placeOf(change: Change): string {
  if (change.kind === 'answer') return `answers ${change.key}`;
  return change.kind === 'subject' ? `subject ${change.field}` : change.kind;
}

function written(changes: readonly Change[], catalogue: Catalogue): string {
  const order = fileOrder(catalogue);
  return changes.reduce(
    ({ text, before }, change) => ({
      text: withChangeWritten(text, change, { before, order }),
      before: withChange(before, change),
    }),
    { text: newAssessmentText('heading'), before: emptyAssessment },
  ).text;
}
