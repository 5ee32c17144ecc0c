import type { summaryDe } from './summary-de.ts';

/** What `summary` says of many assessments. */
export const summaryEn: typeof summaryDe = {
  command: 'Sums up what many assessments came to: from the lines of evaluate --format ndjson',
  argument: 'files with lines of evaluate --format ndjson; - for standard input',
  minCountOption:
    'numbers for publication only: leaves out what concerns fewer files than this or would tell it by subtraction, and every file name',
  badMinCount: (typed) => `Not a whole number from 2: ${typed}`,
  badMinCountHint: '5 or 10 are usual: --min-count 5',
  badLine: (file, line) => `${file}:${line}: not a line of evaluate --format ndjson`,
  badLines: (count) => (count === 1 ? 'One line was not counted.' : `${count} lines were not counted.`),
  badLinesHint: 'This makes the lines: messenger-check evaluate <folder> --format ndjson',
  title: 'Assessments at a glance',
  counted: (files, first, last) => {
    const days = first === last ? `as of ${first}` : `as of days from ${first} to ${last}`;
    return files === 1 ? `One assessment is counted, ${days}.` : `${files} assessments are counted, ${days}.`;
  },
  none: 'No assessment is counted.',
  broken: (count) =>
    count === 1
      ? 'One further file could not be evaluated; it is in none of the numbers.'
      : `${count} further files could not be evaluated; they are in none of the numbers.`,
  inconsistent: (count) =>
    count === 1
      ? 'In one assessment, answers do not fit together; its line names them.'
      : `In ${count} assessments, answers do not fit together; their lines name them.`,
  doubles: (count) =>
    count === 1
      ? 'One line occurred twice and is counted once.'
      : `${count} lines occurred twice and are counted once.`,
  minCount: (least) =>
    `For publication: whatever would concern fewer than ${least} assessments is left out, with every file name and numbers from which it could be worked out: by subtracting within a table, between papers and groups, and between a requirement and its paper. Nothing is guarded between several publications. This does not replace checking whether anybody could be recognised with other knowledge.`,
  all: 'All assessments',
  verdicts: 'Results',
  groups: {
    messenger: 'By messenger',
    sector: 'By kind of organisation',
    state: 'By state',
    questionnaire: 'By paper and supervisory authority',
  },
  groupHints: 'An assessment counts for every paper by which it was evaluated.',
  open: 'open or not asked',
  others: (count) => (count === 1 ? 'one other' : `${count} others together`),
  leftOut: '·',
  leftOutHint: '“·” stands for a number that is left out.',
  files: 'assessments',
  group: 'Group',
  requirement: 'Requirement',
  of: 'of',
  requirements: 'What is missing most often',
  requirementsHint: (shown) =>
    `In how many assessments a requirement is not fulfilled, partly fulfilled or not yet known to be; “of” counts those in which it applies. At most ${shown} are shown.`,
  openQuestions: 'What is open most often',
  question: 'Question',
  ends: 'Results that change by themselves, by month',
  endsHint: 'Evidence or an approved deviation expires, and the overall result becomes another.',
  month: 'Month',
  endingNext: 'What changes next',
  day: 'Day',
  file: 'File',
  brokenFiles: 'Could not be evaluated (the first by name)',
};
