import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, type Answers, answerOn } from '../../src/domain/answer.ts';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Condition, Test } from '../../src/domain/condition.ts';
import type { Finding, JudgedStatus } from '../../src/domain/finding.ts';
import type { Question } from '../../src/domain/question.ts';
import { requirementsOf } from '../../src/domain/questionnaire.ts';
import type { Requirement } from '../../src/domain/requirement.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { type Facts, judge } from '../../src/evaluate/judge.ts';
import { possible, worlds } from '../support/random-worlds.ts';
import { enough, runs } from '../support/runs.ts';

const day = '2026-11-23';
const numRuns = runs(350);

describe('on any catalogue and any answers', () => {
  test('adding answers never changes a finding that is settled', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before, after }) => {
        const [one, two] = [evaluate(bank, before, day), evaluate(bank, after, day)];
        const later = new Map(two.findings.map((finding) => [nameOf(finding), finding.status]));
        const still = new Set(two.byQuestionnaire.map(({ questionnaire: id }) => id));
        for (const finding of one.findings.filter(isSettled)) {
          // A paper may turn out not to concern this organisation; what is left of it says nothing else.
          if (!still.has(finding.questionnaire)) continue;
          expect(`${nameOf(finding)} ${later.get(nameOf(finding))}`).toBe(`${nameOf(finding)} ${finding.status}`);
        }
      }),
      { numRuns },
    );
  });

  test('adding answers leaves a verdict that is impermissible or permissible as it is, and a conditional one no worse', () => {
    const reachable: Readonly<Record<Verdict, readonly Verdict[]>> = {
      impermissible: ['impermissible'],
      undetermined: ['impermissible', 'undetermined', 'conditional', 'permissible'],
      conditional: ['conditional', 'permissible'],
      permissible: ['permissible'],
    };
    fc.assert(
      fc.property(worlds(), ({ bank, before, after }) => {
        const [one, two] = [evaluate(bank, before, day), evaluate(bank, after, day)];
        const earlier = new Map(one.byQuestionnaire.map(({ questionnaire: id, verdict }) => [id, verdict]));
        for (const { questionnaire: id, verdict } of two.byQuestionnaire) {
          expect(reachable[earlier.get(id) ?? 'undetermined']).toContain(verdict);
        }
      }),
      { numRuns },
    );
  });

  test('adding answers leaves a verdict over all that is impermissible as it is', () => {
    // Few worlds are impermissible with many answers missing: each is looked at twice, and there are many of them.
    let seen = 0;
    fc.assert(
      fc.property(worlds(), ({ bank, before, after, complete }) => {
        const steps = [before, after, { ...after, answers: complete }];
        const verdicts = steps.map((assessment) => evaluate(bank, assessment, day).overall.verdict);
        const from = verdicts.indexOf('impermissible');
        if (from === -1) return;
        seen++;
        expect(new Set(verdicts.slice(from))).toEqual(new Set(['impermissible']));
      }),
      { numRuns: runs(2800) },
    );
    expect(seen).toBeGreaterThan(enough(100));
  });

  test('a settled finding holds for every way to fill in what is open, judged by plain yes and no', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before }) => {
        const { findings, answers } = evaluate(bank, before, day);
        const settled = findings.filter(isSettled);
        for (const complete of completionsOf(answers)) {
          const plain = new Map(plainFindings(bank, complete).map(({ name, status }) => [name, status]));
          for (const finding of settled) expect(plain.get(nameOf(finding))).toBe(finding.judged);
        }
      }),
      { numRuns: runs(50) },
    );
  });

  test('once every question is answered, every finding is what plain yes and no make it', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, complete }) => {
        const { findings } = evaluate(bank, { ...emptyAssessment, answers: complete }, day);
        const offered = plainFindings(bank, complete).filter(({ isOffered }) => isOffered);
        expect(findings.map((finding) => `${nameOf(finding)} ${finding.judged}`)).toEqual(
          offered.map(({ name, status }) => `${name} ${status}`),
        );
      }),
      { numRuns },
    );
  });

  test('the answers a settled finding names suffice, given those by which it applies and its questions are asked', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before }) => {
        const { findings, answers } = evaluate(bank, before, day);
        for (const finding of findings.filter(isSettled)) {
          const kept = withGates(finding, { questions: bank.questions, answers });
          const alone = new Map([...before.answers].filter(([key]) => kept.has(key)));
          const again = evaluate(bank, { ...before, answers: alone }, day).findings;
          expect(again.map((one) => `${nameOf(one)} ${one.status}`)).toContain(`${nameOf(finding)} ${finding.status}`);
        }
      }),
      { numRuns },
    );
  });

  test('an open finding names answers, and all of them are missing', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before }) => {
        const { findings, answers } = evaluate(bank, before, day);
        for (const { because } of findings.filter((finding) => !isSettled(finding))) {
          expect(because.length).toBeGreaterThan(0);
          for (const key of because) expect(answers.get(key)?.state ?? 'unknown').toBe('unknown');
        }
      }),
      { numRuns },
    );
  });

  test('"unknown" comes to the same as no answer', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before }) => {
        const known = [...before.answers].filter(([, answer]) => answerOn(day, answer).state !== 'unknown');
        const without = evaluate(bank, { ...before, answers: new Map(known) }, day);
        const { findings, byQuestionnaire, overall } = evaluate(bank, before, day);
        expect({ findings, byQuestionnaire, overall }).toEqual({
          findings: without.findings,
          byQuestionnaire: without.byQuestionnaire,
          overall: without.overall,
        });
      }),
      { numRuns },
    );
  });

  test('an answer to a question that is not asked is never used', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before }) => {
        const { findings, agenda } = evaluate(bank, before, day);
        const unasked = agenda.flatMap(({ items }) => items.filter(({ asked }) => asked === 'false'));
        const answers = new Map(before.answers);
        for (const { key } of unasked) answers.delete(key);
        expect(evaluate(bank, { ...before, answers }, day).findings).toEqual(findings);
      }),
      { numRuns },
    );
  });

  test('without any answer every finding is open', () => {
    fc.assert(
      fc.property(worlds({ partsAtLeast: 1 }), ({ bank }) => {
        const { findings } = evaluate(bank, emptyAssessment, day);
        expect(findings.length).toBeGreaterThan(0);
        expect(new Set(findings.map(({ status }) => status))).toEqual(new Set(['open']));
      }),
      { numRuns },
    );
  });

  test('the same input gives the same result and is left as it was', () => {
    fc.assert(
      fc.property(worlds(), ({ bank, before }) => {
        const copies = structuredClone({ bank, before });
        const first = evaluate(bank, before, day);
        expect(evaluate(bank, before, day)).toEqual(first);
        expect(evaluate(copies.bank, copies.before, day)).toEqual(first);
        expect({ bank, before }).toEqual(copies);
      }),
      { numRuns: runs(50) },
    );
  });
});

function isSettled({ judged }: Finding): boolean {
  return judged !== 'open';
}

function nameOf({ requirement: { id }, item }: Pick<Finding, 'requirement' | 'item'>): string {
  return item === undefined ? id : `${id} ${item}`;
}

/** The answers of a finding with those by which it applies, is judged for its choice, and its questions are asked. */
function withGates({ requirement: rule, item, because }: Finding, facts: Omit<Facts, 'item'>): ReadonlySet<string> {
  const forItem: Facts = item === undefined ? facts : { ...facts, item };
  const kept = new Set<string>();
  const applies = rule.appliesWhen === undefined ? [] : judge(rule.appliesWhen, forItem).because;
  const queue = [...because, ...applies, ...(rule.each === undefined ? [] : [rule.each])];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (kept.has(key)) continue;
    kept.add(key);
    const askWhen = facts.questions.get(key.split('@', 1)[0] ?? '')?.askWhen;
    if (askWhen !== undefined) queue.push(...judge(askWhen, forItem).because);
  }
  return kept;
}

/** The ways to answer what is open: all of them, until there would be too many. */
function completionsOf(answers: Answers): readonly Answers[] {
  const open = [...possible].filter(([key]) => (answers.get(key)?.state ?? 'unknown') === 'unknown');
  let all: readonly Answers[] = [answers];
  for (const [key, some] of open) {
    const tried = all.length * some.length > 300 ? some.slice(0, 1) : some;
    all = all.flatMap((one) => tried.map((answer) => new Map(one).set(key, answer)));
  }
  return all;
}

/* The same rules once more, for complete answers and in plain yes and no, without a look at the program. */

type PlainReader = (question: string) => { readonly question: Question; readonly answer: Answer };

interface PlainFinding {
  readonly name: string;
  readonly status: JudgedStatus;
  /** Whether its paper concerns the organisation at all. */
  readonly isOffered: boolean;
}

function plainFindings(bank: Catalogue, complete: Answers): readonly PlainFinding[] {
  const readerFor = (item?: string): PlainReader => {
    return (id) => {
      const question = bank.questions.get(id);
      const answer = complete.get(question?.each === undefined ? id : `${id}@${item}`);
      if (question === undefined || answer === undefined) throw new Error(`nothing is known of ${id}`);
      return { question, answer };
    };
  };
  const { question: list, answer: chosen } = readerFor()('functions');
  const isAsked = list.askWhen === undefined || plainly(list.askWhen, readerFor());
  const items = isAsked && chosen.state === 'given' ? (chosen.value as readonly string[]) : [];
  return [...bank.questionnaires.values()].flatMap((paper) => {
    const isOffered = paper.offeredWhen === undefined || plainly(paper.offeredWhen, readerFor());
    return requirementsOf(paper).flatMap((rule): readonly PlainFinding[] => {
      if (rule.each === undefined) return [{ name: rule.id, status: plainStatus(rule, readerFor()), isOffered }];
      if (items.length === 0) return [{ name: rule.id, status: 'not-applicable', isOffered }];
      return items.map((item) => ({
        name: `${rule.id} ${item}`,
        status: plainStatus(rule, readerFor(item)),
        isOffered,
      }));
    });
  });
}

function plainStatus({ appliesWhen, fulfilledWhen, partialWhen }: Requirement, read: PlainReader): JudgedStatus {
  if (appliesWhen !== undefined && !plainly(appliesWhen, read)) return 'not-applicable';
  if (plainly(fulfilledWhen, read)) return 'fulfilled';
  return partialWhen !== undefined && plainly(partialWhen, read) ? 'partial' : 'violated';
}

function plainly(condition: Condition, read: PlainReader): boolean {
  switch (condition.op) {
    case 'not':
      return !plainly(condition.of, read);
    case 'all':
      return condition.of.every((part) => plainly(part, read));
    case 'any':
      return condition.of.some((part) => plainly(part, read));
    case 'answer': {
      const { question, answer } = read(condition.question);
      if (question.askWhen !== undefined && !plainly(question.askWhen, read)) return false;
      return plainlyMatches(condition.test, answer);
    }
  }
}

function plainlyMatches(asked: Test, answer: Answer): boolean {
  if (answer.state !== 'given') return 'values' in asked && asked.values.includes('not-applicable');
  const { value } = answer;
  switch (asked.kind) {
    case 'is':
      return asked.values.includes(value as string);
    case 'includes':
      return (value as readonly string[]).some((one) => asked.values.includes(one));
    case 'excludes':
      return (value as readonly string[]).every((one) => !asked.values.includes(one));
    case 'atLeast':
      return !((value as number) < asked.value);
    case 'atMost':
      return !((value as number) > asked.value);
    case 'before':
      return Date.parse(value as string) < Date.parse(asked.value);
    case 'after':
      return Date.parse(value as string) > Date.parse(asked.value);
  }
}
