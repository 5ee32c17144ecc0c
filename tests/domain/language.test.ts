import { describe, expect, test } from 'vitest';
import { type Language, languageOf } from '../../src/domain/language.ts';

describe('the language of an environment', () => {
  test.each<{ environment: Record<string, string | undefined>; expected: Language; why: string }>([
    { environment: {}, expected: 'de', why: 'nothing is set' },
    { environment: { LANG: 'en_US.UTF-8' }, expected: 'en', why: 'LANG is English' },
    { environment: { LANG: 'de_AT.UTF-8' }, expected: 'de', why: 'LANG is German' },
    { environment: { LANG: 'EN' }, expected: 'en', why: 'capitals make no difference' },
    { environment: { LANG: 'C.UTF-8' }, expected: 'de', why: 'C names no language' },
    { environment: { LANG: 'fr_FR.UTF-8' }, expected: 'de', why: 'French is not there' },
    { environment: { LC_MESSAGES: 'en_GB', LANG: 'de_DE' }, expected: 'en', why: 'LC_MESSAGES goes before LANG' },
    {
      environment: { LC_ALL: 'de_DE', LC_MESSAGES: 'en_GB', LANG: 'en_GB' },
      expected: 'de',
      why: 'LC_ALL goes before both',
    },
    { environment: { LC_ALL: '', LANG: 'en_GB' }, expected: 'en', why: 'an empty variable counts as unset' },
    {
      environment: { LC_ALL: 'C', LANG: 'en_GB' },
      expected: 'de',
      why: 'LC_ALL counts even where it names no language',
    },
  ])('is $expected where $why', ({ environment, expected }) => {
    expect(languageOf(environment)).toBe(expected);
  });
});
