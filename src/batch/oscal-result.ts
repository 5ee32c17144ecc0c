import type { BatchResult, BrokenFile, EvaluatedFile } from '../domain/batch.ts';
import { requirementsOf } from '../domain/questionnaire.ts';
import { dateTime, listed, markup, markupLine, props, token, uuidOf } from '../report/oscal.ts';
import type { BatchContext } from './batch-format.ts';
import { findingOf, observationOf, type Place, riskOf } from './oscal-finding.ts';
import { tellFinding } from './tell-finding.ts';

/** What a file comes to. */
export function oscalResult(result: BatchResult, context: BatchContext): object {
  return result.kind === 'broken' ? brokenResult(result, context) : evaluatedResult(result, context);
}

function evaluatedResult(file: EvaluatedFile, context: BatchContext): object {
  const { words, date } = context;
  const { subject, verdict, basis, sha256, sector, state, ends } = file;
  const uuid = uuidOf('result', file.file, sha256, date);
  const says = words.batch.oscal.verdict(words.verdicts[verdict], words.comparison.bases[basis]);
  const places = file.findings.map(
    (finding): Place => ({
      finding,
      told: tellFinding(finding, file, context),
      result: uuid,
      date,
    }),
  );
  return {
    uuid,
    title: markupLine(file.file),
    description: markup([[subject.organisation, subject.use].filter(Boolean).join(': '), says]),
    start: dateTime(date),
    end: dateTime(date),
    ...listed('props', props({ file: file.file, sha256, verdict, basis, sector, state, ends, ...subject })),
    'reviewed-controls': reviewedControls(file, context),
    ...listed('observations', places.map(observationOf)),
    ...listed('risks', places.flatMap(riskOf)),
    ...listed('findings', places.flatMap(findingOf)),
    remarks: markup([says]),
  };
}

/** A file that could not be read: nothing was reviewed, and that is what was observed. */
function brokenResult({ file, problems }: BrokenFile, context: BatchContext): object {
  const { words, date } = context;
  const uuid = uuidOf('result', file, ...problems, date);
  const observation = {
    uuid: uuidOf('observation', uuid),
    title: markupLine(words.batch.unreadable.title),
    description: markup(problems),
    methods: ['EXAMINE'],
    collected: dateTime(date),
  };
  return {
    uuid,
    title: markupLine(file),
    description: markup([words.batch.unreadable.what]),
    start: dateTime(date),
    end: dateTime(date),
    props: props({ file, 'unreadable-file': 'true' }),
    'reviewed-controls': nothingReviewed(context),
    observations: [observation],
    remarks: markup([words.batch.unreadable.what, words.batch.unreadable.measure]),
  };
}

/** What stands for a batch of no files. */
export function emptyResult(context: BatchContext): object {
  const { words, date } = context;
  return {
    uuid: uuidOf('result', 'empty', date),
    title: markupLine(words.batch.oscal.noFiles),
    description: markup([words.batch.oscal.noFiles]),
    start: dateTime(date),
    end: dateTime(date),
    'reviewed-controls': nothingReviewed(context),
  };
}

/** Every requirement for which there is a finding, whatever became of it. */
function reviewedControls(file: EvaluatedFile, context: BatchContext): object {
  const ids = [...new Set(file.findings.map(({ requirement }) => requirement))];
  if (ids.length === 0) return nothingReviewed(context);
  return { 'control-selections': [{ 'include-controls': controls(ids) }] };
}

/** OSCAL demands a selection; the only empty one is all without all. */
function nothingReviewed({ catalogue, words }: BatchContext): object {
  const ids = [...catalogue.questionnaires.values()].flatMap(requirementsOf).map(({ id }) => id);
  return {
    'control-selections': [
      {
        description: markup([words.batch.oscal.nothingReviewed]),
        'include-all': {},
        ...listed('exclude-controls', controls(ids)),
      },
    ],
  };
}

function controls(ids: readonly string[]): readonly object[] {
  return ids.map((id) => ({ 'control-id': token(id) }));
}
