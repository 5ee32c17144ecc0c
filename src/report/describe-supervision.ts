import {
  type Supervision,
  type SupervisionQuestion,
  supervisionOf,
  supervisionQuestions,
} from '../domain/supervision.ts';
import { authorityNames } from '../wording/authorities.ts';
import type { Telling } from './describe-answer.ts';
import type { LabelledText } from './report.ts';

/** Which supervisory authority is competent, in one row; none where the questions that tell are not in the catalogue. */
export function describeSupervision(telling: Telling): readonly LabelledText[] {
  if (!supervisionQuestions.every((id) => telling.catalogue.questions.has(id))) return [];
  const value = inWords(telling);
  return value === undefined ? [] : [{ id: 'supervision', label: telling.words.memo.head.supervision, value }];
}

/** Who supervises the organisation, by its answers. */
export function supervisionIn({ evaluation }: Telling): Supervision | undefined {
  const answerTo = (id: SupervisionQuestion) => {
    const answer = evaluation.answers.get(id);
    return answer?.state === 'given' ? String(answer.value) : undefined;
  };
  return supervisionOf(answerTo('sector'), answerTo('state'));
}

function inWords(telling: Telling): string | undefined {
  const { language, words } = telling;
  const supervision = supervisionIn(telling);
  const { supervision: said } = words.memo;
  switch (supervision?.kind) {
    case undefined:
      return undefined;
    case 'authority': {
      const { [language]: name, checked } = authorityNames[supervision.authority];
      const remarks = [
        ...(supervision.hasExemptions ? [said.exemptions] : []),
        ...(checked === 'recall' ? [said.recall] : []),
      ];
      return [name, ...remarks].join('; ');
    }
    case 'by-legal-form': {
      const [ofPublic, ofPrivate] = [authorityNames[supervision.public], authorityNames[supervision.private]];
      const isRecalled = ofPublic.checked === 'recall' || ofPrivate.checked === 'recall';
      const inText = supervision.isUsuallyPrivate ? said.usuallyPrivate : said.byOwnership;
      const text = inText(ofPublic[language], ofPrivate[language]);
      return isRecalled ? `${text}; ${said.recall}` : text;
    }
    case 'church':
      return said.church;
    case 'open':
      return said.open(supervision.dependsOn);
  }
}
