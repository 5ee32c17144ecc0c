import { messengerQuestion } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/language.ts';
import type { Fact, MessengerProfile } from '../domain/messenger-profile.ts';
import { choiceOf } from '../domain/question.ts';
import { formatDate, formatDay } from './format-day.ts';
import type { Wording } from './wording.ts';

/** What a messenger is called in the question on the messenger. */
export function messengerName(
  { id }: Pick<MessengerProfile, 'id'>,
  { questions }: Catalogue,
  language: Language,
): string {
  return choiceOf(questions.get(messengerQuestion), id)?.text[language] ?? id;
}

/** The sources of a fact with their dates and addresses: "Signal, Legal, 2018-05-25, https://…; …". */
export function describeFactSources(
  { sources }: Pick<Fact, 'sources'>,
  { catalogue, language }: { readonly catalogue: Catalogue; readonly language: Language },
): string {
  return sources
    .flatMap((id) => catalogue.sources.get(id) ?? [])
    .map(({ title, date, dateNote, url }) =>
      [title, date ? formatDay(date, language) : dateNote?.[language], url].filter(Boolean).join(', '),
    )
    .join('; ');
}

/** A fact with its date, the versions it holds for, and how far it can be relied on, as one paragraph. */
export function describeFact(fact: Fact, { language, words }: { language: Language; words: Wording }): string {
  const { versions, checked, confidence, remark } = fact;
  const facts = words.facts;
  const marks = [
    facts.asOf(formatDate(fact, language)),
    ...(versions ? [facts.versions(versions[language])] : []),
    words.certainties[checked],
    facts.confidence(words.confidences[confidence]),
  ];
  return [`${fact.value[language]} (${marks.join('; ')})`, remark?.[language]].filter(Boolean).join(' ');
}
