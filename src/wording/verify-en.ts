import type { verifyDe } from './verify-de.ts';

/** What is said on sign-off, redaction and verification of a report. */
export const verifyEn: typeof verifyDe = {
  signOffTitle: 'Opinion and decision',
  signOff: {
    opinion: 'Opinion of the data protection officer',
    decision: 'Decision of the controller',
    staffCouncil: 'Involvement of the staff or works council',
    nextReview: 'Next review',
  },
  signOffForm: [
    'Opinion of the data protection officer, decision of the controller (with reasons where it deviates), involvement of the staff or works council, day of the next review. All of it is optional; to fill it in, take away the # before it.',
  ],
  mark: '[redacted]',
  redactedFile: 'redacted.yaml',
  redactions: { notes: 'notes and reasons', evidence: 'evidence', names: 'names' },
  redactedTitle: 'Redacted version for publication.',
  redactedHint: 'Taken out are:',
  command: 'make a report (HTML, JSON) again from its own data and compare',
  file: 'report: HTML or JSON, - for standard input',
  exitCodes: [
    'Exit codes: 0 identical, 1 differs, 2 cannot be verified.',
    'Questionnaires of your own that the report was made with have to be given again with --questionnaires.',
  ],
  redact: 'redact for publication: notes, evidence, names, separated by commas',
  badRedaction: (found) => `cannot redact: ${found}`,
  badRedactionHint: (known) => `Possible are: ${known.join(', ')}`,
  identical: (file) =>
    `${file} is unchanged: the answers it carries give, with these questionnaires, the same report byte for byte.`,
  identicalRedacted: (what) =>
    `It is a redacted version (${what.join(', ')}); it was made again from the redacted answers.`,
  sameWithOtherVersion: (made, here) => `Made with messenger-check ${made}; version ${here} comes to the same.`,
  taken: (names) =>
    `Taken over and not verified is only what files are called: ${names.map((name) => `“${name}”`).join(', ')}.`,
  digest: (sha256) => `SHA-256 of the answer file it carries: ${sha256}. This cannot prove who wrote it.`,
  differs: (file) => `${file} differs from what follows from the data it carries.`,
  answersChanged: 'The answers it carries were changed: they do not match the digest stated.',
  otherQuestionnaires: 'The report was made with other questionnaires:',
  files: {
    changed: (name) => `${name} has different content`,
    missing: (name) => `${name} is missing here (questionnaires of your own: --questionnaires)`,
    added: (name) => `${name} was not among them`,
  },
  otherVersion: (id, made, here) => `questionnaire ${id}: version ${made} then, ${here} here`,
  otherTemplates: 'The report was made with other templates:',
  templates: {
    changed: (name) => `${name} has different content`,
    missing: (name) => `${name} is missing here (templates of your own: --template)`,
    added: (name) => `${name} was not among them`,
  },
  ownTemplates: (names) =>
    `It was made with templates of somebody’s own (${names.join(', ')}); what they add or leave out does not follow from the answers.`,
  none: 'none',
  otherProgram: (made, here) =>
    `The report was made with messenger-check ${made}, this is ${here}. That version can verify it for certain.`,
  notReadable: 'The answers it carries cannot be evaluated with these questionnaires.',
  otherwiseSame: 'With the questionnaires here, the report otherwise reads the same.',
  perhapsEdited: 'Whether it was edited by hand as well cannot be told like this.',
  edited: {
    text: 'The report was edited by hand.',
    data: 'The data it carries were edited by hand.',
    markup:
      'The text is the same, but the page is built differently: a browser or an editor may have saved it again. What it shows and hides is not verified by that.',
    bytes: 'Only line ends or the encoding differ: the report was saved again, or changed in transfer.',
  },
  difference: (line, section) => `First difference in line ${line}, section “${section}”:`,
  places: { head: 'head', data: 'data carried' },
  found: 'found',
  expected: 'expected',
  impossible: {
    'word-document': {
      what: (file) =>
        `${file} is a Word document. It is meant to be edited and carries no data from which it could be made again.`,
      hint: 'To have something to verify, add the same memorandum as HTML or JSON: messenger-check report <file> --format html',
    },
    pdf: {
      what: (file) =>
        `${file} is a PDF. It is meant to be read and published and carries no data from which it could be made again.`,
      hint: 'To have something to verify, add the same memorandum as HTML or JSON: messenger-check report <file> --format html',
    },
    'no-data': {
      what: (file) => `${file} carries no data from which the report could be made again.`,
      hint: 'HTML and JSON reports can be verified: messenger-check report <file> --format html',
    },
    several: {
      what: (file) => `${file} carries data more than once; which of them count cannot be told.`,
      hint: 'The report was changed. Get the original.',
    },
    broken: {
      what: (file) => `The data in ${file} are damaged.`,
      hint: 'The report was changed, or saved in part. Get the original.',
    },
    'other-format': {
      what: (file) => `${file} has a format that this version does not read.`,
      hint: 'Update messenger-check.',
    },
    'too-large': {
      what: (file) => `${file} is too large for a report.`,
      hint: 'Check whether it is the right file.',
    },
    'unreadable-answers': {
      what: (file) => `The answers in ${file} are no valid answer file.`,
      hint: 'The report was changed. Get the original.',
    },
  },
};
