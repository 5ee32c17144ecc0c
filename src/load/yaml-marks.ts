/** Our own largest questionnaire has a fifth of it, and an answer file a twentieth. */
export const mostMarks = 50_000;

/** What separates or changes something in YAML, be it right or wrong there. In a note it is only punctuation. */
const mark = /[\n\r,[\]{}:"'\\&*!?-]/g;

/**
 * Whether a text has more marks than that. The parser keeps some hundred bytes for each of them, and a mistake with its
 * stack where it stands wrong, so that two megabytes of commas would become as many gigabytes.
 */
export function hasMoreMarksThan(limit: number, text: string): boolean {
  // Nearly all texts are shorter than the limit, and need no counting.
  if (text.length <= limit) return false;
  let marks = 0;
  for (const _ of text.matchAll(mark)) {
    marks++;
    if (marks > limit) return true;
  }
  return false;
}
