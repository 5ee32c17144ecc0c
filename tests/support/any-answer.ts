import fc from 'fast-check';
import { type Answer, typedReasons } from '../../src/domain/answer.ts';
import { choicesOf, type Question } from '../../src/domain/question.ts';

/** Objects with the prototype of an ordinary object, as the program makes them. */
const ordinary = { noNullPrototype: true } as const;

/** Any answer that a question allows, with note, evidence and origin. */
export function answersTo(question: Question): fc.Arbitrary<Answer> {
  const day = fc
    .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const proof = fc.record({ text: words(), date: day, validUntil: day }, { requiredKeys: ['text'], ...ordinary });
  const record = fc.record(
    { note: words(), origin: words(), evidence: fc.array(proof, { maxLength: 2 }) },
    { requiredKeys: ['evidence'] },
  );
  const ids = choicesOf(question).map(({ id }) => id);
  const value: fc.Arbitrary<string | number | readonly string[]> = {
    choice: () => fc.constantFrom(...ids),
    choices: () => fc.subarray([...ids], { minLength: question.kind === 'choices' && question.atLeastOne ? 1 : 0 }),
    text: () => words(),
    number: () =>
      fc.oneof(
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
      ),
    date: () => day,
  }[question.kind]();
  const state = fc.oneof(
    fc.record({ state: fc.constant('given' as const), value }),
    fc.record({
      state: fc.constant('unknown' as const),
      reason: fc.constantFrom(...typedReasons),
    }),
    ...(question.allowsNotApplicable
      ? [fc.record({ state: fc.constant('not-applicable' as const), reason: words() })]
      : []),
  );
  return fc.tuple(state, record).map(([one, more]) => ({ ...one, ...more }));
}

/** Text as people type and paste it, with everything that means something in YAML. */
export function words(): fc.Arbitrary<string> {
  const pieces = [
    'a',
    'Ö',
    '😀',
    ' ',
    '  ',
    ':',
    ': ',
    '#',
    ' #',
    '"',
    "'",
    '\\',
    '|',
    '>',
    '- ',
    '? ',
    '{',
    '}',
    '[',
    ']',
  ]
    .concat([',', '&', '*', '!', '%', '@', '`', '\n', '\n\n', '\n ', '\t', '---', '...', '~', '0', '1e3', '=', '<<'])
    .concat(['null', 'true', 'no', '2020-01-01', '0x1F', '.inf', '\u00A0', 'word '.repeat(30)]);
  const mixed = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
  return fc.oneof(mixed, fc.constantFrom(...pieces)).filter((text) => text.trim() !== '');
}
