import type { AnswerValue } from './answer.ts';
import { messengerQuestion } from './assessment.ts';
import type { Text } from './language.ts';
import type { Question } from './question.ts';
import type { Certainty } from './source.ts';

/** What a fact is about: the columns of the well-known messenger tables, and what authorities ask beyond them. */
export const factFields = [
  'operator',
  'owner',
  'jurisdiction',
  'server-location',
  'self-hosting',
  'licence',
  'audits',
  'e2ee-1to1',
  'e2ee-groups',
  'e2ee-calls',
  'e2ee-files',
  'protocol',
  'verification',
  'transport',
  'metadata',
  'identifier',
  'address-book',
  'avv',
  'admin-mdm',
  'multi-device',
  'app-lock',
  'media-storage',
  'backup',
  'deletion',
  'own-use',
  'trackers-push',
  'privacy-notice',
  'interop',
  'archiving',
  'platforms',
  'accessibility',
  'cost',
  'certifications',
  'public-sector-limits',
] as const;
export type FactField = (typeof factFields)[number];

/** How much a fact can be relied on: clear and recent, one source or a vendor's claim, old or thin or disputed. */
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

/** A dated fact on a messenger. */
export interface Fact {
  readonly field: FactField;
  readonly value: Text;
  /** What follows for questions on the product, by question id. Only proposed to a person, never taken by itself. */
  readonly answers: ReadonlyMap<string, AnswerValue>;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the date of the source, not of the look at it; a date, a note on it, or both. */
  readonly date?: string;
  readonly dateNote?: Text;
  /** Ids of the sources; none for what rests on memory alone. */
  readonly sources: readonly string[];
  readonly checked: Certainty;
  readonly confidence: Confidence;
  /** The versions it holds for, where that is narrower than all. */
  readonly versions?: Text;
  readonly remark?: Text;
  /** The profile it was taken over from, and the day on which it was collected there. */
  readonly inherited?: { readonly from: string; readonly researched: string };
}

/** What is known of one messenger: facts on the product, never on who operates or uses it. */
export interface MessengerProfile {
  /** A choice of the question `messenger`. */
  readonly id: string;
  /** Day on which the facts were collected, `YYYY-MM-DD`. */
  readonly researched: string;
  readonly summary: Text;
  /** In the order of the file; each field once. */
  readonly facts: readonly Fact[];
}

/** Months after which a fact is to be checked again; 0 for what moves too fast to rely on at all. */
const monthsToRecheck: Readonly<Record<FactField, number>> = {
  operator: 6,
  owner: 6,
  jurisdiction: 6,
  'server-location': 6,
  'self-hosting': 12,
  licence: 12,
  audits: 12,
  'e2ee-1to1': 6,
  'e2ee-groups': 6,
  'e2ee-calls': 6,
  'e2ee-files': 6,
  protocol: 12,
  verification: 12,
  transport: 12,
  metadata: 6,
  identifier: 12,
  'address-book': 6,
  avv: 12,
  'admin-mdm': 12,
  'multi-device': 12,
  'app-lock': 6,
  'media-storage': 6,
  backup: 6,
  deletion: 6,
  'own-use': 0,
  'trackers-push': 6,
  'privacy-notice': 6,
  interop: 12,
  archiving: 12,
  platforms: 12,
  accessibility: 12,
  cost: 0,
  certifications: 6,
  'public-sector-limits': 6,
};

/** The last day on which a fact counts without a new look, `YYYY-MM-DD`; the day of research for what moves fast. */
export function recheckDay({ field, inherited }: Fact, profile: MessengerProfile): string {
  const researched = inherited?.researched ?? profile.researched;
  const [year = 0, month = 1, day = 1] = researched.split('-').map(Number);
  const months = month - 1 + monthsToRecheck[field];
  const lastOfMonth = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}

/** Whether a fact may be proposed as an answer; a hint is only shown. */
export const standings = ['proposed', 'hint', 'stale'] as const;
export type Standing = (typeof standings)[number];

/**
 * How a fact stands on a day: past its day of re-check it is stale; what rests on memory, is thin, or moves too fast is a
 * hint. Everything else may be proposed, to be confirmed by a person.
 */
export function standingOf(fact: Fact, profile: MessengerProfile, day: string): Standing {
  if (monthsToRecheck[fact.field] === 0) return 'hint';
  if (recheckDay(fact, profile) < day) return 'stale';
  return fact.checked === 'recall' || fact.confidence === 'low' ? 'hint' : 'proposed';
}

/** The origin of an answer that was proposed by a profile and accepted as it is. */
export const profileOrigin = 'profile';

/** Whether a question is on the product, and not on which one it is. */
export function isOnProduct({ id, about }: Question): boolean {
  return about === 'product' && id !== messengerQuestion;
}

/** Whether a profile may say something on a question: what depends on operator or organisation no profile can know. */
export function isProposable(question: Question): boolean {
  return isOnProduct(question) && question.each === undefined;
}

/** What a profile says on a question of the product. */
export interface Proposal {
  readonly profile: MessengerProfile;
  readonly fact: Fact;
  readonly value: AnswerValue;
  readonly standing: Standing;
}

/** What a profile says on the questions of the product, by question id, with how it stands on a day. */
export function proposalsOf(profile: MessengerProfile, day: string): ReadonlyMap<string, Proposal> {
  const questions = profile.facts.flatMap(({ answers }) => [...answers.keys()]);
  return new Map(
    questions.flatMap((question) => {
      const proposal = proposalOn(question, profile, day);
      return proposal ? [[question, proposal]] : [];
    }),
  );
}

/** What it says on one of them. */
export function proposalOn(question: string, profile: MessengerProfile, day: string): Proposal | undefined {
  const fact = profile.facts.findLast(({ answers }) => answers.has(question));
  const value = fact?.answers.get(question);
  return fact && value !== undefined ? { profile, fact, value, standing: standingOf(fact, profile, day) } : undefined;
}
