import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Fact, MessengerProfile } from '../../src/domain/messenger-profile.ts';
import { verdicts } from '../../src/domain/verdict.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { verdictInterval } from '../../src/evaluate/verdict-interval.ts';
import { productOnly, withProfile } from '../../src/evaluate/with-profile.ts';
import { catalogue, choice, given, is, questionnaire, requirement, text } from '../support/small-catalogue.ts';

const day = '2026-11-23';

function evaluated(used: Catalogue, answers: Readonly<Record<string, Answer>>) {
  return evaluate(used, assessment(answers), day);
}

function assessment(answers: Readonly<Record<string, Answer>>, messenger = 'whatsapp'): Assessment {
  return {
    subject: { messenger, product: 'WhatsApp 2.26', organisation: 'Town' },
    questionnaires: new Map(),
    answers: new Map(Object.entries(answers)),
    measures: new Map(),
    equivalents: [],
    exceptions: [],
  };
}

function fact(field: Fact['field'], question: string, value: string, more: Partial<Fact> = {}): Fact {
  return {
    field,
    value: text('fact'),
    answers: new Map([[question, value]]),
    date: '2026-01-01',
    sources: ['s'],
    checked: 'primary',
    confidence: 'high',
    ...more,
  };
}

const signal: MessengerProfile = {
  id: 'signal',
  researched: '2026-11-01',
  summary: text('summary'),
  facts: [
    fact('e2ee-1to1', 'encryption', 'yes'),
    fact('licence', 'open', 'yes', { checked: 'recall' }),
    fact('metadata', 'metadata', 'yes', { confidence: 'low' }),
    fact('own-use', 'business', 'yes'),
  ],
};
const onProduct = ['encryption', 'open', 'metadata', 'business'];
const questions = [
  choice('messenger', ['whatsapp', 'signal'], { about: 'product' }),
  choice('sector', ['town', 'firm']),
  ...onProduct.map((id) => choice(id, ['yes', 'no'], { about: 'product' })),
  choice('contract'),
  choice('servers', ['yes', 'no'], { about: 'operation' }),
];
const read = [...onProduct, 'contract', 'servers'];
const bank = catalogue(
  questions,
  [
    questionnaire(
      'q',
      read.map((id) => requirement(`R-${id}`, is(id, 'yes'))),
      { questions: read },
    ),
  ],
  ['messenger', 'sector'],
);

describe('one use with another messenger', () => {
  const before = assessment({
    sector: given('town'),
    contract: given('no'),
    servers: given('yes'),
    encryption: given('no'),
    business: given('no'),
  });
  const after = withProfile(before, signal, { questions: bank.questions, day });

  test('keeps what was said on the use, the organisation and the operation', () => {
    expect(['sector', 'contract', 'servers'].map((id) => after.answers.get(id))).toEqual([
      given('town'),
      given('no'),
      given('yes'),
    ]);
    expect(after.subject.organisation).toBe('Town');
  });

  test('is about the other messenger, in no version that anybody named', () => {
    expect(after.subject.messenger).toBe('signal');
    expect(after.subject).not.toHaveProperty('product');
  });

  test('has what its profile proposes on the product, and nothing of the messenger before', () => {
    expect(after.answers.get('encryption')).toEqual({ ...given('yes'), origin: 'profile' });
    expect(after.answers.has('business')).toBe(false);
  });

  test('has none of the exceptions and equivalent measures that were granted for the messenger before', () => {
    const record = {
      requirement: 'R-encryption',
      reason: 'pilot',
      approvedBy: 'head',
      from: '2026-01-01',
      until: '2027-01-01',
    };
    const granted = {
      ...before,
      exceptions: [record],
      measures: new Map(),
      equivalents: [{ requirement: 'R-contract', measure: 'm', evidence: 'e' }],
    };
    const other = withProfile(granted, signal, { questions: bank.questions, day });
    expect(other.exceptions).toEqual([]);
    expect(other.equivalents).toEqual([]);
  });

  test('leaves open what the profile only hints at: memory, thin facts, what moves too fast', () => {
    expect(['open', 'metadata', 'business'].filter((id) => after.answers.has(id))).toEqual([]);
  });

  test('leaves everything on the product open once the profile is stale', () => {
    const late = withProfile(before, signal, { questions: bank.questions, day: '2027-12-01' });
    expect(onProduct.filter((id) => late.answers.has(id))).toEqual([]);
  });

  test('is never permissible because facts are missing', () => {
    const perfect = assessment({ sector: given('town'), contract: given('yes'), servers: given('yes') });
    const { overall } = evaluate(bank, withProfile(perfect, signal, { questions: bank.questions, day }), day);
    expect(overall.verdict).toBe('undetermined');
  });

  test('by the product alone, forgets organisation and operation but not the use', () => {
    const alone = productOnly(after, bank);
    expect([...alone.answers.keys()].sort()).toEqual(['encryption', 'sector']);
  });
});

describe('the interval of the verdict', () => {
  const answers = fc.dictionary(fc.constantFrom(...read), fc.constantFrom('yes', 'no'));
  const levels = fc.array(fc.constantFrom('must', 'should', 'may'), { minLength: read.length, maxLength: read.length });

  test('holds the verdict of every way to answer what is open', () => {
    fc.assert(
      fc.property(answers, levels, fc.infiniteStream(fc.boolean()), (some, ranks, coins) => {
        const graded = catalogue(
          questions,
          [
            questionnaire(
              'q',
              read.map((id, at) => requirement(`R-${id}`, is(id, 'yes'), { level: ranks[at] ?? 'must' })),
              { questions: read },
            ),
          ],
          ['messenger', 'sector'],
        );
        const known = Object.fromEntries(Object.entries(some).map(([id, value]) => [id, given(value)]));
        const { best, worst } = verdictInterval(graded, evaluated(graded, known));
        const full = Object.fromEntries(read.map((id) => [id, known[id] ?? given(coins.next().value ? 'yes' : 'no')]));
        const end = verdicts.indexOf(evaluate(graded, assessment(full), day).overall.verdict);
        expect(end).toBeGreaterThanOrEqual(verdicts.indexOf(worst));
        expect(end).toBeLessThanOrEqual(verdicts.indexOf(best));
      }),
    );
  });

  test('is a single verdict where nothing is open, and spans everything where nothing is answered', () => {
    const all = Object.fromEntries(read.map((id) => [id, given('yes')]));
    expect(verdictInterval(bank, evaluated(bank, all))).toEqual({
      best: 'permissible',
      worst: 'permissible',
    });
    expect(verdictInterval(bank, evaluated(bank, {}))).toEqual({
      best: 'permissible',
      worst: 'impermissible',
    });
  });

  test('is closed at its bad end by a violation, whatever else is open', () => {
    const { best, worst } = verdictInterval(bank, evaluated(bank, { contract: given('no') }));
    expect({ best, worst }).toEqual({ best: 'impermissible', worst: 'impermissible' });
  });
});
