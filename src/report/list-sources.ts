import { requirementsOf } from '../domain/questionnaire.ts';
import type { Telling } from './describe-answer.ts';
import { formatDay } from './format-day.ts';
import type { ReportSource } from './report.ts';

/** The sources behind the questionnaires that were evaluated, in the order of `sources.yaml`. */
export function listSources({ catalogue, evaluation, language, words }: Telling): readonly ReportSource[] {
  const cited = new Set(
    evaluation.byQuestionnaire.flatMap(({ questionnaire: id }) => {
      const questionnaire = catalogue.questionnaires.get(id);
      if (questionnaire === undefined) return [];
      return [questionnaire.source, ...requirementsOf(questionnaire).flatMap(({ sources }) => sources)];
    }),
  );
  return [...catalogue.sources.values()]
    .filter(({ id }) => cited.has(id))
    .map((source) => ({
      id: source.id,
      authority: source.authority[language],
      title: source.title,
      date: [source.date && formatDay(source.date, language), source.dateNote?.[language]].filter(Boolean).join('; '),
      url: source.url,
      checked: { id: source.checked, label: words.certainties[source.checked] },
      seen: source.seen[language],
    }));
}
