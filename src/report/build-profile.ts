import type { Catalogue } from '../domain/catalogue.ts';
import { existing } from '../domain/existing.ts';
import type { Language } from '../domain/language.ts';
import {
  type Confidence,
  type FactField,
  type MessengerProfile,
  recheckDay,
  type Standing,
  standingOf,
} from '../domain/messenger-profile.ts';
import type { Certainty } from '../domain/source.ts';
import { messengerName } from '../wording/describe-fact.ts';
import { describeValue } from '../wording/describe-value.ts';
import { formatDate, formatDay } from '../wording/format-day.ts';
import type { Wording } from '../wording/wording.ts';
import { describeSources } from './list-sources.ts';
import type { Labelled, ReportSource } from './report.ts';

export interface ProfileInput {
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly words: Wording;
  /** For which day it is said what is to be checked again, `YYYY-MM-DD`. */
  readonly date: string;
}

/** What is known of a messenger, decided and worded. What may be missing is `null`. */
export interface ShownProfile {
  readonly id: string;
  readonly name: string;
  readonly researched: string;
  readonly summary: string;
  readonly facts: readonly ShownFact[];
  readonly sources: readonly ReportSource[];
  /** Facts that are to be checked again. */
  readonly stale: number;
}

export interface ShownFact {
  readonly field: Labelled<FactField>;
  readonly value: string;
  readonly date: string;
  readonly recheck: string;
  readonly checked: Labelled<Certainty>;
  readonly confidence: Labelled<Confidence>;
  readonly standing: Labelled<Standing>;
  readonly versions: string | null;
  readonly remark: string | null;
  /** Name of the messenger it was taken over from. */
  readonly inheritedFrom: string | null;
  /** Ids of the sources. */
  readonly sources: readonly string[];
  /** What it says on questions of the product. */
  readonly answers: readonly { readonly question: string; readonly text: string; readonly answer: string }[];
}

/** A profile as it is shown on a day. */
export function buildProfile(profile: MessengerProfile, input: ProfileInput): ShownProfile {
  const { catalogue, language, words, date } = input;
  const cited = new Set(profile.facts.flatMap(({ sources }) => sources));
  return {
    id: profile.id,
    name: messengerName(profile, catalogue, language),
    researched: formatDay(profile.researched, language),
    summary: profile.summary[language],
    facts: profile.facts.map((fact) => ({
      field: { id: fact.field, label: words.factFields[fact.field] },
      value: fact.value[language],
      date: formatDate(fact, language),
      recheck: formatDay(recheckDay(fact, profile), language),
      checked: { id: fact.checked, label: words.certainties[fact.checked] },
      confidence: { id: fact.confidence, label: words.confidences[fact.confidence] },
      standing: { id: standingOf(fact, profile, date), label: words.standings[standingOf(fact, profile, date)] },
      versions: fact.versions?.[language] ?? null,
      remark: fact.remark?.[language] ?? null,
      inheritedFrom:
        fact.inherited === undefined ? null : messengerName({ id: fact.inherited.from }, catalogue, language),
      sources: fact.sources,
      answers: [...fact.answers].map(([id, value]) => {
        const question = existing(catalogue.questions, id);
        return {
          question: id,
          text: question.text[language],
          answer: describeValue(value, question, { language, words }),
        };
      }),
    })),
    sources: describeSources(cited, { catalogue, language, words }),
    stale: profile.facts.filter((fact) => standingOf(fact, profile, date) === 'stale').length,
  };
}
