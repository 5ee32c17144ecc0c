import type { Proof } from '../domain/answer.ts';
import { askFields, isoDay, optionalDayMistake, textMistake } from './fields.ts';
import type { Screen } from './screen.ts';
import type { Telling } from './telling.ts';

interface Asking {
  readonly screen: Screen;
  readonly telling: Telling;
}

/** All proofs of an answer as they are from now on: one added, changed or taken away. `undefined`: as before. */
export async function askEvidence(proofs: readonly Proof[], asking: Asking): Promise<readonly Proof[] | undefined> {
  const { screen, telling } = asking;
  const { evidenceQuestion, evidenceAdd, evidenceChange, evidenceRemove } = telling.words;
  const entries = [
    { value: { at: proofs.length, isRemoved: false }, name: evidenceAdd },
    ...proofs.map((proof, at) => ({ value: { at, isRemoved: false }, name: evidenceChange(telling.proof(proof)) })),
    ...proofs.map((proof, at) => ({ value: { at, isRemoved: true }, name: evidenceRemove(telling.proof(proof)) })),
  ];
  const taken =
    proofs.length === 0
      ? { kind: 'taken' as const, value: { at: 0, isRemoved: false } }
      : await screen.pick({ message: evidenceQuestion, entries, actions: [] });
  if (taken.kind !== 'taken') return undefined;
  const { at, isRemoved } = taken.value;
  if (isRemoved) return proofs.filter((_, index) => index !== at);
  const proof = await askProof(proofs[at], asking);
  return proof && [...proofs.slice(0, at), proof, ...proofs.slice(at + 1)];
}

async function askProof(earlier: Proof | undefined, { screen, telling }: Asking): Promise<Proof | undefined> {
  const { words } = telling;
  const texts = await askFields(screen, [
    { message: words.evidenceText, initial: earlier?.text, mistakeIn: textMistake(words) },
    { message: words.evidenceDate, initial: earlier?.date, mistakeIn: optionalDayMistake(words) },
    { message: words.evidenceValidUntil, mistakeIn: optionalDayMistake(words, telling.day) },
  ]);
  if (texts === undefined) return undefined;
  const [text = '', date = '', last = ''] = texts;
  const [on, validUntil] = [isoDay(date), isoDay(last)];
  return { text, ...(on !== undefined && { date: on }), ...(validUntil !== undefined && { validUntil }) };
}
