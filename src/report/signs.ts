import type { Status } from '../domain/finding.ts';
import type { Verdict } from '../domain/verdict.ts';

/** One character for each status, so that it can be told without colour. */
export const statusSigns: Readonly<Record<Status, string>> = {
  violated: '✗',
  accepted: 'A',
  partial: '~',
  substituted: 'E',
  open: '?',
  fulfilled: '✓',
  'not-applicable': '–',
};

/** The same for each verdict. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  impermissible: '✗',
  undetermined: '?',
  conditional: '~',
  permissible: '✓',
};
