import type { BatchFinding, BatchResult, BrokenFile, EvaluatedFile } from '../domain/batch.ts';
import type { Status } from '../domain/finding.ts';
import { element, text } from '../report/xml.ts';
import type { BatchContext, BatchFormat } from './batch-format.ts';
import { type ToldFinding, tellFinding } from './tell-finding.ts';

/** What becomes of a test. */
type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

/** An open finding is an error: what is not known must not look like a test that was left out. */
const outcomes: Readonly<Record<Status, Outcome>> = {
  fulfilled: 'passed',
  partial: 'failure',
  violated: 'failure',
  substituted: 'passed',
  accepted: 'failure',
  'not-applicable': 'skipped',
  open: 'error',
};

/** A suite of tests a file, a test a finding: what build servers show as a table. */
export const junit: BatchFormat = {
  saysWhy: true,
  head: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="messenger-check">\n',
  row: suiteOf,
  between: '',
  tail: () => '</testsuites>\n',
};

function suiteOf(result: BatchResult, context: BatchContext): string {
  const counts = countsOf(result);
  const attributes = { name: result.file, ...counts, timestamp: `${context.date}T00:00:00`, file: result.file };
  const tests =
    result.kind === 'broken'
      ? [brokenTest(result, context)]
      : [propertiesOf(result), ...result.findings.map((finding) => testOf(finding, result, context))];
  return `${element('testsuite', attributes, `\n${tests.join('\n')}\n`)}\n`;
}

function countsOf(result: BatchResult): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>> {
  if (result.kind === 'broken') return { tests: 1, failures: 0, errors: 1, skipped: 0 };
  const count = (outcome: Outcome) => result.findings.filter(({ status }) => outcomes[status] === outcome).length;
  return {
    tests: result.findings.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

function propertiesOf({ verdict, basis, sha256, ends, subject }: EvaluatedFile): string {
  const properties = { verdict, basis, sha256, ends, ...subject };
  const filled = Object.entries(properties).flatMap(([name, value]) =>
    typeof value === 'string' ? [element('property', { name, value })] : [],
  );
  return element('properties', {}, filled.join(''));
}

function testOf(finding: BatchFinding, file: EvaluatedFile, context: BatchContext): string {
  const told = tellFinding(finding, file, context);
  const attributes = { name: `${told.label} ${told.title}`, classname: finding.questionnaire };
  return element('testcase', attributes, outcomeOf(finding, told));
}

function outcomeOf({ status }: BatchFinding, { status: label, demand, what, why, toDo }: ToldFinding): string {
  const [first, ...rest] = [...what, ...why, ...toDo];
  const message = first === undefined ? label : `${label}: ${first}`;
  const whole = text([demand, message, ...rest].join('\n'));
  switch (outcomes[status]) {
    case 'passed':
      // What stands in for the demand is to be seen, though the test has passed.
      return status === 'substituted' ? element('system-out', {}, whole) : '';
    case 'failure':
      return element('failure', { type: status, message }, whole);
    case 'error':
      return element('error', { type: status, message }, whole);
    case 'skipped':
      return element('skipped', { type: status, message });
  }
}

function brokenTest({ problems }: BrokenFile, { words }: BatchContext): string {
  const [message = ''] = problems;
  const error = element('error', { type: 'unreadable-file', message }, text(problems.join('\n')));
  return element('testcase', { name: words.batch.readFile, classname: 'messenger-check' }, error);
}
