import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers } from '../../src/domain/answer.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import { questionsIn } from '../../src/domain/condition.ts';
import type { Finding, JudgedStatus } from '../../src/domain/finding.ts';
import { nameOf } from '../../src/domain/inconsistency.ts';
import { choicesOf, type Question } from '../../src/domain/question.ts';
import { requirementsOf } from '../../src/domain/questionnaire.ts';
import { conditionsOf } from '../../src/domain/requirement.ts';
import { clashesIn } from '../../src/evaluate/clashes.ts';
import { decayOf, lapsesAfter } from '../../src/evaluate/decay.ts';
import { evaluate, judgeAssessment } from '../../src/evaluate/evaluate.ts';
import { evaluateRequirement } from '../../src/evaluate/evaluate-requirement.ts';
import { verdictEnd } from '../../src/evaluate/verdict-end.ts';
import { lintCatalogue } from '../../src/lint/lint-catalogue.ts';
import { trialsOf } from '../../src/lint/lint-requirement.ts';
import { questionsBehind, waysToAnswer } from '../../src/lint/ways-to-answer.ts';
import { readFixture } from '../support/read-fixture.ts';
import { realisticAssessment } from '../support/realistic-assessments.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';

const day = '2026-11-23';
const requirements = [...shippedCatalogue.questionnaires.values()].flatMap(requirementsOf);
const ofTheBfdi = [...shippedCatalogue.questionnaires.values()]
  .filter(({ id }) => id.startsWith('bfdi-'))
  .flatMap(requirementsOf);

/** The entries of the source file on the BfDI, written down by hand: 41 of section 4, three of section 5.3. */
const entries = [
  ...Array.from({ length: 41 }, (_, index) => `BFDI-${String(index + 1).padStart(2, '0')}`),
  'CONSENT_6',
  'E2E-ENC_1',
  'AUTH_3',
];

const certaintyOf = {
  primary: [1, 3, 4, 5, 7, 8, 9, 10, 12, 13, 14, 15, 16, 19, 20, 27, 30, 31, 33, 34, 35],
  secondary: [2, 11, 32, 36, 37, 38, 39, 41],
  recall: [6, 17, 18, 21, 22, 23, 24, 25, 26, 28, 29, 40],
};

/** `PREFIX-01` … `PREFIX-<count>`. */
function numbered(prefix: string, count: number, digits = 2): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(digits, '0')}`);
}

/** The entries of the other source files, by the questionnaire in which they are. */
const entriesOf: Readonly<Record<string, readonly string[]>> = {
  'ldi-nrw-leitplanken': numbered('LDI-NRW', 21),
  'lfd-niedersachsen-whatsapp': numbered('LFD-NDS', 14),
  'lfdi-rlp-whatsapp': numbered('RLP', 16),
  'udz-saarland-whatsapp-business': numbered('SL', 9),
  'dsk-krankenhaus': [
    ...numbered('DSK-APP', 13),
    ...numbered('DSK-KOM', 10),
    ...numbered('DSK-END', 9),
    ...numbered('DSK-BET', 15),
  ],
  'whatsapp-business-platform': numbered('WABP', 7, 1),
  'zweck-und-funktion': numbered('ZF', 4, 1),
};

describe('the requirements that ship', () => {
  test('are, of the BfDI, the 44 entries of the source file, each once', () => {
    expect(ofTheBfdi.map(({ id }) => id).sort()).toEqual([...entries].sort());
  });

  test.each(Object.entries(entriesOf))('are, of %s, all entries of the source file', (id, expected) => {
    const questionnaire = shippedCatalogue.questionnaires.get(id);
    expect(
      questionnaire &&
        requirementsOf(questionnaire)
          .map((one) => one.id)
          .sort(),
    ).toEqual([...expected].sort());
  });

  test('reach every status: fulfilled by some answers, violated or partial by others, open by none', () => {
    for (const requirement of requirements) {
      const judged = new Set(trialsOf(requirement, shippedCatalogue.questions)?.map((trial) => trial.judged));
      expect.soft(judged.has('fulfilled'), `${requirement.id} can be fulfilled`).toBe(true);
      expect.soft(judged.has('violated') || judged.has('partial'), `${requirement.id} can fail`).toBe(true);
      expect.soft(judged.has('open'), `${requirement.id} is settled once everything is answered`).toBe(false);
      const [outcome] = evaluateRequirement(requirement, { questions: shippedCatalogue.questions, answers: new Map() });
      expect.soft(outcome?.judged, `${requirement.id} without answers`).toBe('open');
    }
  });

  test('are without a mistake that the linter knows', () => {
    expect(lintCatalogue(shippedCatalogue)).toEqual([]);
  });

  test('carry the certainty of the source file, none promoted', () => {
    const shipped = Object.fromEntries(requirements.map(({ id, checked }) => [id, checked]));
    for (const [certainty, numbers] of Object.entries(certaintyOf)) {
      for (const number of numbers) expect(shipped[entries[number - 1] ?? '']).toBe(certainty);
    }
    expect(['CONSENT_6', 'E2E-ENC_1', 'AUTH_3'].map((id) => shipped[id])).toEqual(Array(3).fill('secondary'));
  });

  test('say where the level is proposed, as the source file does: all but those it marks as the source’s own', () => {
    const fromTheSource = [
      ...['LDI-NRW-04', 'LDI-NRW-10', 'LDI-NRW-11', 'LDI-NRW-13', 'LDI-NRW-17'],
      ...['LFD-NDS-01', 'LFD-NDS-02', 'LFD-NDS-03', 'LFD-NDS-04', 'LFD-NDS-12'],
      ...numbered('RLP', 12),
      ...['RLP-15', 'SL-01', 'SL-02'],
    ];
    const ofTheStates = requirements.filter(({ id }) => /^(LDI-NRW|LFD-NDS|RLP|SL)-/.test(id));
    expect(
      ofTheStates
        .filter(({ levelProposed }) => !levelProposed)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(fromTheSource.sort());
    const ofTheProject = requirements.filter(({ id }) => /^(WABP|ZF)-/.test(id));
    expect(ofTheProject.filter(({ levelProposed }) => !levelProposed)).toEqual([]);
  });

  test('have a caveat that is one sentence, short enough for the brief', () => {
    const caveats = requirements.flatMap(({ caveat }) => (caveat ? [caveat.de, caveat.en] : []));
    expect(caveats.length).toBeGreaterThan(0);
    expect(caveats.filter((text) => text.length > 160 || !/^[A-Z][^!?]*\.$/.test(text))).toEqual([]);
  });

  test('say who issued them where that is not the BfDI', () => {
    const issued = ofTheBfdi.filter(({ issuer }) => issuer !== undefined).map(({ id }) => id);
    expect(issued).toEqual(['BFDI-38', 'BFDI-39', 'BFDI-41']);
  });

  test('cite a source unless they rest on memory alone', () => {
    const unsourced = requirements.filter(({ sources, checked }) => sources.length === 0 && checked !== 'recall');
    expect(unsourced).toEqual([]);
  });
});

describe('each requirement that ships', () => {
  const statusesIn = async (file: string) => {
    const { findings } = evaluate(shippedCatalogue, await readFixture(file), day);
    return new Map(findings.map(({ requirement, status }) => [requirement.id, status]));
  };

  test.each([
    // Sharing for security only makes BFDI-08 partial; without any sharing, BFDI-12 would not apply.
    { file: 'all-fulfilled.yaml', expected: 'fulfilled', others: [['BFDI-08', 'partial']] },
    { file: 'all-partial.yaml', expected: 'partial', others: [] },
    { file: 'all-violated.yaml', expected: 'violated', others: [] },
  ])('is $expected in $file', async ({ file, expected, others }) => {
    const statuses = await statusesIn(file);
    expect([...statuses].filter(([, status]) => status !== expected)).toEqual(others);
    expect(statuses.size).toBe(entries.length);
  });

  test('BFDI-08 is fulfilled where nothing is shared in the group', async () => {
    const fixture = await readFixture('all-fulfilled.yaml');
    const answers = new Map(fixture.answers).set('group-sharing', { state: 'given', value: 'none', evidence: [] });
    const { findings } = evaluate(shippedCatalogue, { ...fixture, answers }, day);
    const statusOf = (id: string) => findings.find(({ requirement }) => requirement.id === id)?.status;
    expect(statusOf('BFDI-08')).toBe('fulfilled');
    expect(statusOf('BFDI-12')).toBe('not-applicable');
  });

  test('can be decided without questions that are not asked', () => {
    fc.assert(
      fc.property(assessments(), (assessment) => {
        const { findings, agenda } = evaluate(shippedCatalogue, assessment, day);
        const unasked = new Set(
          agenda.flatMap(({ items }) => items.filter(({ asked }) => asked === 'false')).map((i) => i.key),
        );
        for (const { because, status } of findings) {
          if (status !== 'open') expect(because.filter((key) => unasked.has(key))).toEqual([]);
        }
      }),
    );
  });
});

describe('the questions that ship', () => {
  test('are each listed in a section or asked first, and read by a requirement unless informational', () => {
    const sections = [...shippedCatalogue.questionnaires.values()].flatMap(({ sections }) => sections);
    const listed = new Set([...shippedCatalogue.context, ...sections.flatMap(({ questions }) => questions)]);
    const binding = [...shippedCatalogue.questionnaires.values()].flatMap(({ binds }) => binds ?? []);
    const conditions = [
      ...requirements.flatMap(conditionsOf),
      ...binding,
      ...[...shippedCatalogue.questions.values()].flatMap(({ askWhen }) => askWhen ?? []),
    ];
    const read = new Set(conditions.flatMap(questionsIn));
    for (const { id, informational } of shippedCatalogue.questions.values()) {
      expect.soft(listed.has(id), `${id} is listed`).toBe(true);
      if (!informational) expect.soft(read.has(id), `${id} is read`).toBe(true);
    }
  });
});

describe('an assessment without answers', () => {
  test('leaves every requirement open: nothing fulfilled, nothing violated, the verdict undetermined', () => {
    const { findings, overall } = evaluate(shippedCatalogue, emptyAssessment, day);
    expect(findings.map(({ status }) => status)).toEqual(Array(requirements.length).fill('open'));
    expect(overall.verdict).toBe('undetermined');
  });
});

describe('on the questionnaires that ship', () => {
  // A paper that turns out not to concern the use would leave with its findings.
  const allChosen = new Map([...shippedCatalogue.questionnaires].map(([id, { version }]) => [id, version]));
  const settled = ({ status }: Finding) => status !== 'open';

  test('adding an answer never changes a settled finding, nor a verdict that is impermissible', () => {
    fc.assert(
      fc.property(assessments(), oneMore(), (start, [key, answer]) => {
        const before = { ...start, questionnaires: allChosen };
        fc.pre(!before.answers.has(key));
        const after = { ...before, answers: new Map(before.answers).set(key, answer) };
        const [one, two] = [before, after].map((assessment) => evaluate(shippedCatalogue, assessment, day));
        const settledBefore = one?.findings.filter(settled).map(nameAndStatus);
        const names = new Set(settledBefore?.map(([name]) => name));
        const sameAfter = two?.findings.map(nameAndStatus).filter(([name]) => names.has(name));
        expect(sameAfter).toEqual(settledBefore);
        for (const [index, { verdict }] of (one?.byQuestionnaire ?? []).entries()) {
          if (verdict === 'impermissible') expect(two?.byQuestionnaire[index]?.verdict).toBe('impermissible');
        }
      }),
      { numRuns: 400 },
    );
  });

  test('the day on which a verdict ends is the one that a look at all that changes finds', () => {
    for (let seed = 0; seed < 40; seed++) {
      const assessment = realisticAssessment(shippedCatalogue, seed);
      const judged = judgeAssessment(shippedCatalogue, assessment, { date: day, reasons: 'open' });
      const expected = decayOf(shippedCatalogue, assessment, day).verdictEnds?.day;
      expect(verdictEnd(shippedCatalogue, assessment, { judged, coming: lapsesAfter(assessment, day) })).toBe(expected);
    }
  });

  test('answers of "unknown" leave a requirement as open as no answer at all', () => {
    fc.assert(
      fc.property(assessments(), (assessment) => {
        const given = [...assessment.answers].filter(([, { state }]) => state === 'given');
        const without = evaluate(shippedCatalogue, { ...assessment, answers: new Map(given) }, day);
        const withUnknown = evaluate(shippedCatalogue, assessment, day);
        const statuses = ({ findings }: typeof without) => findings.map(({ status }) => status);
        expect(statuses(withUnknown)).toEqual(statuses(without));
      }),
    );
  });
});

function nameAndStatus({ requirement, item, status }: Finding): readonly [name: string, status: string] {
  return [`${requirement.id} ${item ?? ''}`, status];
}

/** Any answer a question accepts. */
function answerTo(question: Question): fc.Arbitrary<Answer> {
  const ids = choicesOf(question).map(({ id }) => id);
  const value = question.kind === 'choices' ? fc.subarray(ids) : fc.constantFrom(...ids);
  return fc.oneof(
    { weight: 5, arbitrary: value.map((given): Answer => ({ state: 'given', value: given, evidence: [] })) },
    { weight: 1, arbitrary: fc.constant<Answer>({ state: 'unknown', reason: 'not-known-yet', evidence: [] }) },
  );
}

function oneMore(): fc.Arbitrary<readonly [string, Answer]> {
  const questions = [...shippedCatalogue.questions.values()].filter(({ id }) => id !== 'messenger');
  return fc.constantFrom(...questions).chain((question) => answerTo(question).map((answer) => [question.id, answer]));
}

function assessments(): fc.Arbitrary<Assessment> {
  const messengers = shippedCatalogue.questions.get('messenger');
  const ids = messengers ? choicesOf(messengers).map(({ id }) => id) : [];
  return fc
    .tuple(fc.array(oneMore(), { maxLength: 60 }), fc.option(fc.constantFrom(...ids), { nil: undefined }))
    .map(([answers, messenger]) => ({
      ...emptyAssessment,
      answers: new Map(answers),
      subject: messenger ? { messenger } : {},
    }));
}

test('places and statutes are in English where the reader reads English, but for titles', () => {
  const places = requirements.flatMap(({ ref, law }) => [ref, ...law]).map(({ en }) => en.replaceAll(/“[^”]*”/g, ''));
  expect(places.length).toBeGreaterThan(400);
  expect(
    places.filter((place) => /\b(?:und|oder|bzw|ggf|nach|zur|der|des|vom|laut|Seite|Bereich)\b/.test(place)),
  ).toEqual([]);
});

test('every requirement can be fulfilled by answers that fit together', () => {
  const { questions } = shippedCatalogue;
  const unfit = requirements.filter((requirement) => {
    const conditions = [...conditionsOf(requirement)];
    // Choices that only an inconsistency tells apart are told apart once it has been met.
    for (;;) {
      const { each: _, ...once } = requirement;
      const ways = (waysToAnswer(conditions, questions) ?? []).filter(
        (answers) => evaluateRequirement(once, { questions, answers, item: 'any' })[0]?.judged === 'fulfilled',
      );
      const clashes = ways.map((answers) => clashesIn(shippedCatalogue, answers));
      if (clashes.some((some) => some.length === 0)) return false;
      const met = clashes.flat().flatMap((clash) => (clash.kind === 'answers' ? clash.inconsistency.when : []));
      const more = [...new Set(met)].filter((when) => !conditions.includes(when));
      if (more.length === 0) return true;
      conditions.push(...more);
    }
  });
  expect(unfit.map(({ id }) => id)).toEqual([]);
});

/** One pair of answers, or of choices, for each inconsistency that ships: found in the file, and by no other rule. */
test('each inconsistency is found where its answers are given, and named once', () => {
  for (const [id, { when, each }] of shippedCatalogue.inconsistencies) {
    const ways = waysToAnswer([when], shippedCatalogue.questions) ?? [];
    const found = ways.filter((answers) => {
      const item = { ...(each !== undefined && { [each]: ['text'] }) };
      const asked = new Map([...answers].map(([key, answer]) => [key.replace('@any', '@text'), answer] as const));
      for (const [key, value] of Object.entries(item)) asked.set(key, { state: 'given', value, evidence: [] });
      return clashesIn(shippedCatalogue, asked).some((clash) => nameOf(clash) === id);
    });
    expect(found.length, id).toBeGreaterThan(0);
    expect(found.length, id).toBeLessThan(ways.length);
  }
});

/** The explanations say to let go of them: see `describe-outlook.ts`. In each group the strongest choice comes first. */
test('of choices that exclude each other, nothing needs the later ones beside the first', () => {
  const { questions } = shippedCatalogue;
  const order: readonly JudgedStatus[] = ['fulfilled', 'not-applicable', 'partial', 'violated', 'open'];
  let tried = 0;
  for (const { each: _, ...requirement } of requirements) {
    const conditions = conditionsOf(requirement);
    const read = questionsBehind(conditions, questions);
    const statusOf = (answers: Answers) => {
      const [outcome] = evaluateRequirement(requirement, { questions, answers, item: 'any' });
      return order.indexOf(outcome?.judged ?? 'open');
    };
    for (const question of read) {
      for (const [first = '', ...others] of (question.kind === 'choices' && question.exclusive) || []) {
        for (const answers of waysToAnswer(conditions, questions) ?? []) {
          const answer = answers.get(question.id);
          if (answer?.state !== 'given' || typeof answer.value !== 'object' || !answer.value.includes(first)) continue;
          const beside = { ...answer, value: [...answer.value, ...others] };
          expect(statusOf(answers), requirement.id).toBeLessThanOrEqual(
            statusOf(new Map(answers).set(question.id, beside)),
          );
          tried++;
        }
      }
    }
  }
  expect(tried).toBeGreaterThan(100);
});
