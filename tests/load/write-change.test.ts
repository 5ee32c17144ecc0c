import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOfKey } from '../../src/domain/answer.ts';
import { fileOrder } from '../../src/domain/answer-order.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import { type Change, withChange } from '../../src/domain/with-change.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { newAssessmentText } from '../../src/load/edit-assessment.ts';
import { loadAssessment } from '../../src/load/load-assessment.ts';
import { withChangeWritten } from '../../src/load/write-change.ts';
import { answersTo, words } from '../support/any-answer.ts';
import { runs } from '../support/runs.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';

const order = fileOrder(shippedCatalogue);

/** A file to which changes were made one by one. */
function written(changes: readonly Change[], text = newAssessmentText('Assessment'), from = emptyAssessment) {
  return changes.reduce(
    ({ text, assessment }, change) => ({
      text: withChangeWritten(text, change, { before: assessment, order }),
      assessment: withChange(assessment, change),
    }),
    { text, assessment: from },
  );
}

function loaded(text: string): Assessment {
  const result = loadAssessment(inputFile('a.yaml', new TextEncoder().encode(text)), shippedCatalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

/** What can be said on one thing, as often as somebody likes; `place` is its place in the file. */
interface Topic {
  readonly place: number;
  readonly changes: fc.Arbitrary<Change>;
}

const day = fc.constantFrom('2026-01-31', '2026-12-01', '2027-02-28');
const requirements = ['BFDI-01', 'BFDI-07', 'LDI-NRW-11', 'DSK-APP-04'];
const record = { requirement: fc.constantFrom(...requirements), evidence: words(), measure: words() };
const deviation = { requirement: record.requirement, reason: words(), approvedBy: words(), from: day };

const subjectTopics = order.subject
  .filter((field) => field !== 'messenger')
  .map((field) =>
    // A line can be taken away again.
    fc
      .oneof({ weight: 3, arbitrary: field === 'date' ? day : words() }, { weight: 1, arbitrary: fc.constant('') })
      .map((value): Change => ({ kind: 'subject', field: field as 'use', value })),
  );
const scope = fc
  .subarray([...shippedCatalogue.questionnaires.values()], { minLength: 1 })
  .map((all): Change => ({ kind: 'questionnaires', versions: new Map(all.map(({ id, version }) => [id, version])) }));
const answerTopics = order.answers.map((key) => {
  const question = shippedCatalogue.questions.get(questionOfKey(key));
  if (question === undefined) throw new Error(key);
  return answersTo(question).map((answer): Change => ({ kind: 'answer', key, answer }));
});
const planTopics = requirements.map((requirement) =>
  fc
    .record({ responsible: words(), due: day, note: words() }, { requiredKeys: [] })
    .map((plan): Change => ({ kind: 'measure', requirement, plan })),
);
const lists = [
  fc
    .uniqueArray(fc.record(record), { selector: ({ requirement }) => requirement, maxLength: 3 })
    .map((equivalents): Change => ({ kind: 'equivalents', equivalents })),
  fc
    .uniqueArray(fc.record(deviation), { selector: ({ requirement, from }) => `${requirement} ${from}`, maxLength: 3 })
    .map((all): Change => ({ kind: 'exceptions', exceptions: all.map((one) => ({ ...one, until: '2027-12-31' })) })),
];
const topics: readonly Topic[] = [...subjectTopics, scope, ...answerTopics, ...planTopics, ...lists].map(
  (changes, place) => ({ place, changes }),
);

describe('an answer file', () => {
  test('says the same, byte for byte, in whatever order it was filled in, and however often somebody thought again', () => {
    const session = fc
      .uniqueArray(fc.constantFrom(...topics), { selector: ({ place }) => place, minLength: 1, maxLength: 12 })
      .chain((some) =>
        fc.tuple(
          ...some.map(({ place, changes }) =>
            fc.tuple(fc.constant(place), fc.array(changes, { minLength: 1, maxLength: 3 })),
          ),
        ),
      )
      .chain((said) =>
        fc.tuple(
          fc.constant(said.map(([place, changes]) => ({ place, last: changes.at(-1) as Change }))),
          fc.shuffledSubarray(
            said.flatMap(([place, changes]) => changes.map((change, index) => ({ place, index, change }))),
            { minLength: said.flatMap(([, changes]) => changes).length },
          ),
        ),
      );
    fc.assert(
      fc.property(session, ([said, shuffled]) => {
        // Any order, but what was said last on a thing is said last.
        const asSaid = shuffled.map(({ place }, at) => {
          const turn = shuffled.slice(0, at).filter((one) => one.place === place).length;
          return shuffled.filter((one) => one.place === place).toSorted((a, b) => a.index - b.index)[turn]?.change;
        });
        const once = said.toSorted((a, b) => a.place - b.place).map(({ last }) => last);
        const text = written(asSaid as readonly Change[]).text;
        expect(text).toBe(written(once).text);
        const { exceptions, equivalents, ...rest } = written(once).assessment;
        const read = loaded(text);
        expect(read).toMatchObject(rest);
        expect(new Set(read.exceptions)).toEqual(new Set(exceptions));
        expect(new Set(read.equivalents)).toEqual(new Set(equivalents));
      }),
      { numRuns: runs(70) },
    );
  });
});

describe('a record of the assessor', () => {
  const hand = `# by hand
format: messenger-check/assessment@1
answers:
  sector: municipality # the town
measures:
  # soon
  BFDI-07: { responsible: IT, due: 2026-12-01 } # by mail
exceptions:
  # approved in May
  - { requirement: BFDI-07, reason: Umzug, approvedBy: Leitung, from: 2026-05-01, until: 2026-12-31 }
# the end
`;
  const from = loaded(hand);

  test('goes to its place and leaves the rest of a file made by hand as it is', () => {
    const change: Change = { kind: 'measure', requirement: 'BFDI-01', plan: { due: '2027-01-31', responsible: 'DSB' } };
    expect(written([change], hand, from).text).toBe(
      hand.replace('  # soon\n', '  BFDI-01: { responsible: DSB, due: 2027-01-31 }\n  # soon\n'),
    );
  });

  test('that is taken back leaves no trace, nor does its section', () => {
    const changes: readonly Change[] = [
      { kind: 'measure', requirement: 'BFDI-07', plan: {} },
      { kind: 'exceptions', exceptions: [] },
      { kind: 'equivalents', equivalents: [] },
    ];
    expect(written(changes, hand, from).text).toBe(
      '# by hand\nformat: messenger-check/assessment@1\nanswers:\n  sector: municipality # the town\n# the end\n',
    );
  });

  test('in a list comes in the order of the requirements and days, and the comment in the list stays', () => {
    const second = { requirement: 'BFDI-01', reason: 'r', approvedBy: 'b', from: '2026-06-01', until: '2026-07-01' };
    const first = { ...second, from: '2026-05-01' };
    const { text } = written([{ kind: 'exceptions', exceptions: [...from.exceptions, second, first] }], hand, from);
    expect(loaded(text).exceptions).toEqual([first, second, ...from.exceptions]);
    expect(text).toContain('# approved in May\nexceptions:\n  - requirement: BFDI-01');
  });

  test('of the papers chosen takes the place of the choice before', () => {
    const versions = (...ids: readonly string[]): Change => ({
      kind: 'questionnaires',
      versions: new Map(ids.map((id) => [id, shippedCatalogue.questionnaires.get(id)?.version ?? ''])),
    });
    const twice = written([versions('bfdi-leitfragen', 'ldi-nrw-leitplanken'), versions('ldi-nrw-leitplanken')]);
    expect(twice.text).toBe(written([versions('ldi-nrw-leitplanken')]).text);
    expect([...loaded(twice.text).questionnaires.keys()]).toEqual(['ldi-nrw-leitplanken']);
  });
});
