import { describe, expect, test } from 'vitest';
import { recheckDay, standingOf } from '../../src/domain/messenger-profile.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';

const { profiles, questions, sources } = shippedCatalogue;
const facts = [...profiles.values()].flatMap((profile) =>
  profile.facts.map((fact) => ({ profile, fact, name: `${profile.id} ${fact.field}` })),
);

/** The systems of section 8 of the source file, with the number of facts of each, counted there by hand. */
const counted: Readonly<Record<string, number>> = {
  whatsapp: 32,
  'whatsapp-business-app': 9,
  'whatsapp-business-platform': 12,
  signal: 33,
  threema: 31,
  'threema-work': 15,
  'threema-onprem': 20,
  wire: 33,
  'xmpp-conversations': 31,
  'matrix-element': 32,
  bundesmessenger: 13,
  rocketchat: 26,
  'jitsi-meet': 17,
  bigbluebutton: 15,
  teamwire: 16,
  stashcat: 15,
  wickr: 9,
  siilo: 15,
  'ti-messenger': 20,
  simplex: 26,
  deltachat: 29,
  mattermost: 29,
  'nextcloud-talk': 18,
  'microsoft-teams': 20,
};

describe('the profiles that ship', () => {
  test('are those of all systems in the source file, each with all its facts', () => {
    const own = [...profiles.values()].map(({ id, facts: all }) => [
      id,
      all.filter((fact) => fact.inherited === undefined).length,
    ]);
    // Threema OnPrem has ten facts of its own and ten of Threema Work, which itself builds on Threema.
    expect(Object.fromEntries(own)).toEqual(counted);
  });

  test('give each fact a date or a note on it, a certainty, a reliability, and a source unless it rests on memory', () => {
    for (const { fact, name } of facts) {
      expect.soft(fact.date ?? fact.dateNote?.de, `${name}: date`).toBeTruthy();
      expect.soft(fact.sources.length > 0 || fact.checked === 'recall', `${name}: source`).toBe(true);
      for (const id of fact.sources) expect.soft(sources.has(id), `${name}: ${id}`).toBe(true);
    }
    expect(facts.length).toBeGreaterThan(500);
  });

  test('never rely on memory with high reliability, nor call primary what was not read', () => {
    for (const { fact, name } of facts) {
      if (fact.checked === 'recall') expect.soft(fact.confidence, name).not.toBe('high');
      if (fact.checked !== 'primary') continue;
      const read = fact.sources.some((id) => !/nicht gelesen/i.test(sources.get(id)?.seen.de ?? ''));
      expect.soft(read, `${name}: some source was read`).toBe(true);
    }
  });

  test('answer only questions on the product, each at most once, and never the one on the messenger itself', () => {
    for (const { id, facts: all } of profiles.values()) {
      const answered = all.flatMap((fact) => [...fact.answers.keys()]);
      expect.soft(new Set(answered).size, id).toBe(answered.length);
      for (const question of answered) {
        expect.soft(questions.get(question)?.about, `${id}: ${question}`).toBe('product');
        expect.soft(question).not.toBe('messenger');
      }
    }
  });

  test('propose nothing that rests on memory, is thin, or moves too fast', () => {
    for (const { profile, fact, name } of facts) {
      if (standingOf(fact, profile, profile.researched) !== 'proposed') continue;
      expect.soft([fact.checked, fact.confidence], name).not.toContain('recall');
      expect.soft(fact.confidence, name).not.toBe('low');
      expect.soft(['own-use', 'cost'], name).not.toContain(fact.field);
    }
  });

  test('go stale: a year after the research nothing is proposed any more', () => {
    const late = facts.filter(({ profile, fact }) => standingOf(fact, profile, '2027-11-24') === 'proposed');
    expect(late).toEqual([]);
  });
});

test('the day of re-check of the last of a month is a day that exists', () => {
  const [first] = facts;
  if (first === undefined) throw new Error('no facts');
  const { fact, profile } = first;
  expect(recheckDay({ ...fact, field: 'operator' }, { ...profile, researched: '2026-08-31' })).toBe('2027-02-28');
  expect(recheckDay({ ...fact, field: 'licence' }, { ...profile, researched: '2028-02-29' })).toBe('2029-02-28');
});
