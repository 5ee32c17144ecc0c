import { verdicts } from '../domain/verdict.ts';
import { dateTime, markup, markupLine, oscalVersion, uuidOf } from '../report/oscal.ts';
import type { BatchContext, BatchFormat } from './batch-format.ts';
import { emptyResult, oscalResult } from './oscal-result.ts';

/** Assessment results of NIST OSCAL, with one of its results a file. */
export const oscal: BatchFormat = {
  saysWhy: true,
  head: (context) => {
    const { date, version, words } = context;
    const document = {
      uuid: documentUuid('assessment-results', context),
      metadata: {
        title: markupLine(words.batch.oscal.title),
        'last-modified': dateTime(date),
        version,
        'oscal-version': oscalVersion,
      },
      'import-ap': { href: `#${documentUuid('plan', context)}` },
    };
    return `{"assessment-results":{${JSON.stringify(document).slice(1, -1)},"results":[\n`;
  },
  row: (result, context) => JSON.stringify(oscalResult(result, context)),
  between: ',\n',
  tail: (counts, context) => {
    const isEmpty = counts.broken === 0 && verdicts.every((verdict) => counts.evaluated[verdict] === 0);
    // OSCAL demands at least one result.
    const placeholder = isEmpty ? JSON.stringify(emptyResult(context)) : '';
    return `${placeholder}\n],"back-matter":${JSON.stringify({ resources: [planOf(context)] })}}}\n`;
  },
};

/** There is no plan as OSCAL knows it; its place is taken by what says after which the files were evaluated. */
function planOf(context: BatchContext): object {
  const { plan, planText } = context.words.batch.oscal;
  return { uuid: documentUuid('plan', context), title: markupLine(plan), description: markup([planText]) };
}

function documentUuid(name: string, { catalogue, date, version, language }: BatchContext): string {
  return uuidOf(name, version, date, language, ...catalogue.files.map(({ sha256 }) => sha256));
}
