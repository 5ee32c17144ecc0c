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
