import type { Wording } from '../wording/wording.ts';
import { capital } from './docx-findings.ts';
import type { Block } from './docx-table.ts';
import { bold, closingChapter, italic, joined, type Piece, paragraph, point } from './docx-text.ts';
import type { BriefMeasure, Report } from './report.ts';

/** The memo on one page. */
export function briefBlocks({ brief, verdict, data, redacted }: Report, words: Wording): readonly Block[] {
  const { brief: said } = words.memo;
  const remark = (text: string | null) => (text === null ? [] : [paragraph([text])]);
  return [
    closingChapter(said.question),
    paragraph([`${brief.question} `, italic(brief.use)]),
    paragraph([
      bold(`${said.answer}: ${verdict.label}.`),
      ` ${verdict.sentence}${brief.ends === null ? '' : ` ${brief.ends}`}`,
    ]),
    closingChapter(said.reasons),
    paragraph([brief.grounds.join(' ')]),
    ...brief.reasons.map(({ label, title, text }) =>
      point([bold(`${title}.`), `${text === null ? '' : ` ${text}`} (${label})`]),
    ),
    ...remark(brief.reasonsRemark),
    ...(brief.doubts.length === 0 ? [] : [paragraph([bold(`${said.doubts}: `), brief.doubts.join(' ')])]),
    closingChapter(said.steps),
    paragraph([brief.advice.join(' ')]),
    ...brief.measures.map((measure) => point(measurePieces(measure, words))),
    ...remark(brief.measuresRemark),
    closingChapter(said.alternatives),
    paragraph([brief.alternatives.hint]),
    ...brief.alternatives.best.map(({ label, verdict: own, product }) =>
      point([bold(label), `: ${own.label}${product === null ? '' : ` (${words.comparison.product}: ${product})`}`]),
    ),
    closingChapter(said.open),
    paragraph([brief.open.hint]),
    ...brief.open.questions.map(({ question, about }) => point([`${question} – ${about.label}`])),
    ...(redacted.length === 0 ? [paragraph([`${brief.signature}: ${'_'.repeat(30)}`])] : []),
    paragraph([`${said.disclaimer} ${words.report.producedWith(data.version)}`]),
  ];
}

function measurePieces({ text, responsible, due, requirements }: BriefMeasure, words: Wording): readonly Piece[] {
  const { brief } = words.memo;
  const until = due === null ? null : `${brief.due} ${due}`;
  const who = responsible === null ? null : `${brief.responsible}: ${responsible}`;
  const plan = [who, until].filter((one) => one !== null).join(', ');
  const ids = requirements.map(({ label }) => label);
  return [text, ...(plan === '' ? [] : [' ', italic(`${capital(plan)}.`)]), ` (${joined(ids, ', ')})`];
}
