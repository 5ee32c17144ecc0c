import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstSentenceWithin, lengthOf, sentencesWithin } from '../../src/report/shorten.ts';

const sentence = fc
  .array(fc.constantFrom('Konto', 'bzw.', 'prüfen', 'Nr.', 'Dienst', '3.'), { minLength: 1, maxLength: 8 })
  .map((words) => `Die ${words.join(' ')} löschen.`);
const sentences = fc.array(sentence, { minLength: 1, maxLength: 5 });

describe('the sentences of a text that fit', () => {
  it('are the whole text, where that fits', () => {
    fc.assert(
      fc.property(sentences, (all) => {
        const text = all.join(' ');
        expect(sentencesWithin(lengthOf(text), text)).toBe(text);
      }),
    );
  });

  it('are as many as fit, with a mark only where something is left out', () => {
    fc.assert(
      fc.property(sentences, fc.nat(300), (all, length) => {
        const starts = all.map((_, index) => all.slice(0, index + 1).join(' '));
        const said = starts.map((start, index) => (index === all.length - 1 ? start : `${start} …`));
        expect(sentencesWithin(length, all.join(' '))).toBe(said.findLast((one) => lengthOf(one) <= length));
        const [first = ''] = said;
        expect(firstSentenceWithin(length, all.join(' '))).toBe(lengthOf(first) <= length ? first : undefined);
      }),
    );
  });

  it('are found without reading on, however long the text is', () => {
    expect(sentencesWithin(40, 'Konto prüfen. '.repeat(100_000))).toBe('Konto prüfen. Konto prüfen. …');
  });

  it('end behind no abbreviation', () => {
    const text = 'Das Konto bzw. Gerät nach § 9 Abs. 2 sperren. Danach löschen.';
    expect(sentencesWithin(50, text)).toBe('Das Konto bzw. Gerät nach § 9 Abs. 2 sperren. …');
    expect(sentencesWithin(40, text)).toBeUndefined();
  });

  it('are not marked as cut, where there is but one', () => {
    const text = 'Den Dienst auf dienstlichen Geräten sperren und die Nutzer unterrichten.';
    expect(firstSentenceWithin(lengthOf(text), text)).toBe(text);
  });
});
