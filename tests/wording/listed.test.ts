import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../../src/domain/language.ts';
import { listed } from '../../src/wording/listed.ts';

test('texts are enumerated as the languages do it', () => {
  expect(listed(['a', 'b', 'c'], 'de')).toBe('a, b und c');
  expect(listed(['a', 'b', 'c'], 'en')).toBe('a, b, and c');
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 5 }), fc.constantFrom(...languages), (texts, language) => {
      expect(listed(texts, language)).toBe(new Intl.ListFormat(language).format(texts));
    }),
  );
});
