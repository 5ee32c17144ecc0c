import type { Catalogue } from '../domain/catalogue.ts';
import { existing } from '../domain/existing.ts';
import type { Language } from '../domain/language.ts';
import { type Questionnaire, requirementsOf } from '../domain/questionnaire.ts';
import { formatDate } from '../wording/format-day.ts';
import type { Wording } from '../wording/wording.ts';
import type { Telling } from './describe-answer.ts';
import type { ReportSource } from './report.ts';

/** The sources behind the questionnaires that were evaluated, in the order of `sources.yaml`. */
export function listSources(telling: Telling): readonly ReportSource[] {
  const { catalogue, evaluation } = telling;
  const cited = new Set(
    evaluation.byQuestionnaire.flatMap(({ questionnaire }) => [
      ...sourcesOf(existing(catalogue.questionnaires, questionnaire)),
    ]),
  );
  return describeSources(cited, telling);
}

/** Ids of the paper itself and of what its requirements rest on. */
export function sourcesOf(questionnaire: Questionnaire): ReadonlySet<string> {
  return new Set([questionnaire.source, ...requirementsOf(questionnaire).flatMap(({ sources }) => sources)]);
}

/** The sources with the given ids, in the order of `sources.yaml`. */
export function describeSources(
  ids: ReadonlySet<string>,
  { catalogue, language, words }: { catalogue: Catalogue; language: Language; words: Wording },
): readonly ReportSource[] {
  return [...catalogue.sources.values()]
    .filter(({ id }) => ids.has(id))
    .map((source) => ({
      id: source.id,
      authority: source.authority[language],
      title: source.title,
      date: formatDate(source, language),
      url: source.url,
      checked: { id: source.checked, label: words.certainties[source.checked] },
      seen: source.seen[language],
    }));
}
