import { createHash } from 'node:crypto';
import type { BatchFinding, BatchResult, BrokenFile, EvaluatedFile } from '../domain/batch.ts';
import type { Status } from '../domain/finding.ts';
import { capital } from '../domain/language.ts';
import type { Level } from '../domain/requirement.ts';
import { printable } from '../wording/printable.ts';
import type { BatchContext } from './batch-format.ts';
import { fileAddress } from './file-address.ts';
import { levelIn } from './requirements.ts';
import { type FileRule, ruleIndex, type SarifLevel, sarifLevels, sarifText } from './sarif-rules.ts';
import { tellFinding } from './tell-finding.ts';

type Kind = 'pass' | 'fail' | 'notApplicable' | 'open';

const kinds: Readonly<Record<Status, Kind>> = {
  fulfilled: 'pass',
  partial: 'fail',
  violated: 'fail',
  substituted: 'pass',
  accepted: 'fail',
  'not-applicable': 'notApplicable',
  open: 'open',
};

/** What a file comes to, at least one result: nothing would leave two commas beside each other. */
export function resultsOf(result: BatchResult, context: BatchContext): readonly object[] {
  if (result.kind === 'broken') return [brokenResult(result, context)];
  if (result.findings.length === 0) return [emptyResult(result, context)];
  return result.findings.map((finding) => resultOf(finding, result, context));
}

function resultOf(finding: BatchFinding, file: EvaluatedFile, context: BatchContext): object {
  const { requirement, item, status, judged, questionnaire, binding, because, equivalent } = finding;
  const { name, demand, status: label, what, why, toDo, record } = tellFinding(finding, file, context);
  const level = levelIn(file, finding, context.catalogue);
  return {
    ruleId: requirement,
    ruleIndex: ruleIndex(requirement, context.catalogue),
    kind: kinds[status],
    level: levelOf(status, level),
    message: { text: sarifText([demand, `${capital(label)}.`, ...what, ...why, ...toDo].join(' ')) },
    ...placeOf(file.file, `${questionnaire} ${name}`),
    // A run in which some results are suppressed has to say of the others that they are not.
    suppressions:
      status === 'accepted' ? [{ kind: 'external', status: 'accepted', justification: sarifText(record ?? '') }] : [],
    properties: {
      questionnaire,
      status,
      level,
      binding,
      ...(item !== undefined && { item }),
      because,
      ...(judged && { judged }),
      ...(equivalent && { equivalent }),
    },
  };
}

/** Only what fails has a level. */
function levelOf(status: Status, level: Level): SarifLevel {
  if (kinds[status] !== 'fail') return 'none';
  return status === 'partial' ? 'warning' : sarifLevels[level];
}

function brokenResult({ file, problems }: BrokenFile, context: BatchContext): object {
  return {
    ...fileResult('unreadable-file', context),
    kind: 'fail',
    level: 'error',
    message: { text: sarifText([context.words.batch.unreadable.what, ...problems].join('\n')) },
    ...placeOf(file, 'unreadable-file', regionOf(file, problems[0] ?? '')),
    suppressions: [],
  };
}

function emptyResult({ file }: EvaluatedFile, context: BatchContext): object {
  return {
    ...fileResult('nothing-evaluated', context),
    kind: 'informational',
    level: 'none',
    message: { text: context.words.batch.nothingEvaluated.what },
    ...placeOf(file, 'nothing-evaluated'),
    suppressions: [],
  };
}

function fileResult(ruleId: FileRule, { catalogue }: BatchContext): object {
  return { ruleId, ruleIndex: ruleIndex(ruleId, catalogue) };
}

function placeOf(file: string, name: string, region?: object): object {
  return {
    locations: [
      { physicalLocation: { artifactLocation: { uri: fileAddress(file) }, ...(region !== undefined && { region }) } },
    ],
    // Of the file and the finding, not of what it says: so it is the same finding when its words have changed.
    partialFingerprints: { 'findingName/v1': createHash('sha256').update(`${file}\n${name}`).digest('hex') },
  };
}

/** Line and column with which a problem begins; problems of the file as a whole have none. */
function regionOf(file: string, problem: string): object | undefined {
  const name = printable(file);
  const place = problem.startsWith(name) ? /^:([1-9]\d*):([1-9]\d*) /.exec(problem.slice(name.length)) : null;
  return place === null ? undefined : { startLine: Number(place[1]), startColumn: Number(place[2]) };
}
