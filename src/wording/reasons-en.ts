import type { reasonsDe } from './reasons-de.ts';

/** “A”, “B” or “C” */
function oneOf(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

function noneOf(values: readonly string[]): string {
  return values.length < 2 ? `not ${values.join('')}` : `neither ${values.join(' nor ')}`;
}

function where({ mayNotArise }: { readonly mayNotArise: boolean }): string {
  return mayNotArise ? ', where it needs an answer,' : '';
}

/** What is said of conditions and of how long a result holds, in English. */
export const reasonsEn: typeof reasonsDe = {
  always: 'the condition always holds',
  never: 'the condition never holds',
  and: (one, other) => `${one}, and ${other}`,
  or: (one, other) => `${one}, or ${other}`,
  orBoth: (one, other) => `${one}, or ${other}, or both are true`,
  allOf: (count) => (count === 2 ? 'both of the following hold' : 'all of the following hold'),
  atLeastOneOf: 'at least one of the following holds',
  oneOf,
  including: (groups) => `with at least ${groups.join(' as well as ')} added`,
  excluding: (choices) => `without ${choices.join(', without ')}`,
  forExample: (value) => `for example ${value}`,
  // A German quotation becomes an English one: its closing mark looks like an English opening one.
  quotedWithin: (text) =>
    text
      .replaceAll(/„([^“]*)“/g, '‘$1’')
      .replaceAll('“', '‘')
      .replaceAll('”', '’'),
  validity: {
    title: 'How long this holds',
    verdictEnds: (verdict, day, next) =>
      `If the answers stay as they are, the overall result from ${day} is no longer “${verdict}” but “${next}”.`,
    verdictStays: (verdict) =>
      `The overall result “${verdict}” does not change by the mere passing of time, but single findings do.`,
    from: (day) => `From ${day}`,
    line: (status, findings, causes) => `${status}: ${findings} (${causes})`,
    openAgain: 'open again',
    gone: 'no longer judged',
    notEvaluated: 'not evaluated',
    questionnaire: (title, before, after) => `Result under “${title}”: until then ${before}, then ${after}`,
    overall: (before, after) => `Overall result: until then ${before}, then ${after}`,
    lapses: {
      'proof-expired': (day, proof) => `proof valid until ${day}: ${proof}`,
      'exception-ended': (day) => `approved deviation valid until ${day}`,
      'exception-began': (day) => `approved deviation takes effect on ${day}`,
    },
  },
  advice: {
    title: (messenger) => `Advice on the use of ${messenger}`,
    asOf: (day) => `As of ${day}`,
    result: 'Result',
    why: 'Why',
    given: 'Taken as given:',
    missing: 'The answer is missing to',
    nextTitle: 'What to do next',
    next: (file, requirement) => [
      { what: 'The same use with other messengers', command: `messenger-check compare ${file} --profiles --lang en` },
      {
        what: 'What is still to be found out, and from whom',
        command: `messenger-check explain ${file} --open --lang en`,
      },
      ...(requirement === undefined
        ? []
        : [
            {
              what: 'A finding with its conditions',
              command: `messenger-check explain ${file} ${requirement} --lang en`,
            },
          ]),
      {
        what: 'The memorandum for the file',
        command: `messenger-check report ${file} --format html --output memo.html --lang en`,
      },
    ],
  },
  outlook: {
    title: 'What is still open, and what would have to change',
    settled: (verdict) => `The result “${verdict}” is settled: nothing that is still open can change it.`,
    complete: (verdict) => `All questions are answered, so the result “${verdict}” is settled.`,
    between: (best, worst) =>
      `Depending on how the open questions are answered, the result is “${best}” at best and “${worst}” at worst.`,
    musts: ({ fewest, most }) => {
      if (most === 0) return 'That a mandatory requirement on which the result depends is violated is ruled out.';
      if (fewest === most) {
        return fewest === 1
          ? 'One mandatory requirement is violated in any case; there can be no more.'
          : `${fewest} mandatory requirements are violated in any case; there can be no more.`;
      }
      return fewest === 0
        ? `Up to ${most} mandatory requirements can turn out violated.`
        : `At least ${fewest} and at most ${most} mandatory requirements are violated.`;
    },
    notExact:
      'The exact limits could not be computed in reasonable time; those given may lie too far apart, never too close.',
    count: ({ fewest, most }) => (fewest === most ? String(fewest) : `${fewest} to ${most}`),
    columns: { paper: 'Paper', best: 'at best', worst: 'at worst', musts: 'mandatory requirements violated' },
    decisions: 'The shortest way to a result',
    decision: (verdict, count) =>
      count === 1
        ? `One answer is enough to settle the result “${verdict}”:`
        : `${count} answers are enough to settle the result “${verdict}”:`,
    notShortest: '(There may be a shorter way; the search for it was given up.)',
    decisive: ({ settling, answers }) =>
      settling === 0
        ? 'This question clarifies most and is best asked first; alone it does not settle the result:'
        : `This question clarifies most and is best asked first; ${settling} of ${answers} possible answers settle the result:`,
    goalTitle: (verdict) => `For the result “${verdict}”`,
    reaches: {
      reached: '',
      'as-it-is': 'Nothing that is established has to change for it; it is enough that open questions turn out well.',
      'with-changes': 'It can be reached with this product if the following changes.',
      'other-product': 'It cannot be reached with this product.',
      'other-use':
        'It can be reached neither with another product nor by changes in operation and organisation, as long as this organisation uses the messenger for this purpose.',
      'given-up':
        'What would have to change for it could not be computed in reasonable time. The more questions are answered, the likelier it succeeds.',
    },
    ways: (count) => `There are ${count.toLocaleString('en')} shortest ways to get there.`,
    against: 'Each of these lines rules it out on its own; where a line holds several answers, they do so together',
    forRequirements: 'for',
    changes: {
      organisation: 'What your own organisation would have to change',
      operation: 'What would have to change in operation (IT department, service provider)',
      product: 'What another product would have to offer',
    },
    now: 'now',
    wanted: 'needed',
    measure: 'Measure',
    above: 'see above',
    open: 'What is still open and has to turn out well',
    oneOfThese: 'One of these is needed',
    alternative: (number) => `Option ${number}`,
    assumption:
      'This assumes that open questions turn out as stated; a question without an answer never counts as passed. Organisation, state, messenger and purpose stay as they are. Equivalent measures and approved deviations continue to apply.',
  },
  tests: {
    is: {
      is: ({ name }, values) => `the question ${name} is answered with ${oneOf(values)}`,
      includes: ({ name }, values) => `the answers to the question ${name} include ${oneOf(values)}`,
      excludes: ({ name }, values) =>
        values.length === 1
          ? `the answers to the question ${name} do not include ${values.join('')}`
          : `the answers to the question ${name} include ${noneOf(values)}`,
      atLeast: ({ name }, value) => `the number given for the question ${name} is at least ${value}`,
      atMost: ({ name }, value) => `the number given for the question ${name} is at most ${value}`,
      before: ({ name }, day) => `the day given for the question ${name} is before ${day}`,
      after: ({ name }, day) => `the day given for the question ${name} is after ${day}`,
    },
    isNot: {
      is: (about, values) =>
        values.length === 1
          ? `the question ${about.name} is${where(about)} not answered with ${values.join('')}`
          : `the question ${about.name} is${where(about)} answered with ${noneOf(values)}`,
      includes: (about, values) =>
        values.length === 1
          ? `the answers to the question ${about.name}${where(about)} do not include ${values.join('')}`
          : `the answers to the question ${about.name}${where(about)} include ${noneOf(values)}`,
      excludes: (about, values) => `the answers to the question ${about.name}${where(about)} include ${oneOf(values)}`,
      atLeast: (about, value) =>
        `the number given for the question ${about.name} is${where(about)} not at least ${value}`,
      atMost: (about, value) =>
        `the number given for the question ${about.name} is${where(about)} not at most ${value}`,
      before: (about, day) => `the day given for the question ${about.name} is${where(about)} not before ${day}`,
      after: (about, day) => `the day given for the question ${about.name} is${where(about)} not after ${day}`,
    },
  },
};
