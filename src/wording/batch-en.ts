import { type Verdict, verdicts } from '../domain/verdict.ts';
import type { batchDe } from './batch-de.ts';

/** Verdicts as they stand behind a number. */
const counted: Readonly<Record<Verdict, string>> = {
  impermissible: 'not defensible',
  undetermined: 'cannot be determined yet',
  conditional: 'defensible with conditions',
  permissible: 'without decisive objections',
};

/** What is said on many files at once. */
export const batchEn: typeof batchDe = {
  inconsistent: (names) => `Inconsistent answers: ${names}`,
  broken: 'faulty',
  table: {
    verdict: 'Result',
    violated: 'MUST violated',
    open: 'open',
    organisation: 'Organisation',
    messenger: 'Messenger',
    ends: 'changes on',
    file: 'File',
  },
  totals: ({ evaluated, broken }) => {
    const count = verdicts.reduce((sum, verdict) => sum + evaluated[verdict], broken);
    if (count === 0) return 'No file.';
    const parts = verdicts.flatMap((verdict) =>
      evaluated[verdict] > 0 ? [`${evaluated[verdict]} ${counted[verdict]}`] : [],
    );
    const files = count === 1 ? '1 file' : `${count} files`;
    return `${files}: ${[...parts, ...(broken > 0 ? [`${broken} faulty`] : [])].join(', ')}.`;
  },
  csv: {
    file: 'File',
    organisation: 'Organisation',
    use: 'Use',
    product: 'Product and version',
    reference: 'Reference',
    messenger: 'Messenger',
    messengerId: 'Messenger (id)',
    sector: 'Kind of organisation',
    state: 'State',
    verdict: 'Result',
    verdictId: 'Result (id)',
    basis: 'Basis',
    violatedMusts: 'Violated MUST requirements',
    decidedBy: 'Deciding',
    binding: 'Binding papers with result',
    open: 'Open questions',
    inconsistent: 'Inconsistent answers',
    ends: 'Result changes by itself on',
    problem: 'Mistakes in the file',
  },
  demanded: (level, title) => `Demanded (${level}): ${title}.`,
  measure: (text) => `Measure: ${text}`,
  because: (questions) => `It depends on: ${questions.join('; ')}.`,
  missing: (questions) => `Missing is the answer to: ${questions.join('; ')}.`,
  answered: (question, answer) => `${question} – answered: ${answer}`,
  byAnswers: (status, text) => `By the answers alone ${status}: ${text}`,
  equivalent: (measure, evidence) => `Equivalent measure: ${measure} (evidence: ${evidence})`,
  readFile: 'read the file',
  unreadable: {
    title: 'The file cannot be evaluated',
    what: 'The file is unreadable or no valid answer file. This says nothing about the use.',
    measure: 'Correct the mistakes named and evaluate again.',
  },
  nothingEvaluated: {
    title: 'No requirement evaluated',
    what: 'There is no finding on this file, because there was no questionnaire to evaluate.',
    measure: 'Name at least one questionnaire under questionnaires in the answer file.',
  },
  oscal: {
    title: 'Evaluation of answer files with messenger-check',
    plan: 'Assessment plan: the questionnaires of messenger-check',
    planText:
      'Each answer file is evaluated by the requirements of the questionnaires that it names or that concern its use. As an OSCAL catalog: messenger-check questionnaires show --format oscal',
    nothingReviewed: 'No requirement was evaluated.',
    noFiles: 'No file was evaluated.',
    verdict: (label, basis) => `Result: ${label} (basis: ${basis}).`,
    catalogue: 'Requirements for messengers (messenger-check)',
    option: 'output format: markdown or, also for all questionnaires together, oscal (NIST OSCAL, catalog)',
  },
};
