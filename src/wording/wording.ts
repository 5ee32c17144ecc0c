import type { Language } from '../domain/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';

/** What the program says, in one language. German defines the shape, so a missing translation does not compile. */
export type Wording = typeof de;

export const wordings: Readonly<Record<Language, Wording>> = { de, en };
