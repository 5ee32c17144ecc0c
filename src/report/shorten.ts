/**
 * The first sentences of a text, as many as fit, with "…" where more follow; nothing where not even one does. No sentence
 * is cut: what is behind the cut may turn it round ("…, or that is ruled out").
 */
export function sentencesWithin(length: number, text: string): string | undefined {
  let fitting: string | undefined;
  for (const start of startsOf(text)) {
    if (lengthOf(start) > length) break;
    fitting = start;
  }
  return fitting;
}

/** The first sentence of a text, where that fits, with "…" where more follow. */
export function firstSentenceWithin(length: number, text: string): string | undefined {
  const [first = ''] = startsOf(text);
  return lengthOf(first) <= length ? first : undefined;
}

/** The first sentence, the first two, and so on to the whole text; a full stop after few letters may belong to an abbreviation. */
function* startsOf(text: string): Generator<string> {
  const whole = onOneLine(text);
  const ends = whole.matchAll(
    /(?:\p{L}{4}|(?<![\p{L}.])(?!bzw|ca|etc|ggf|lit|usw|vgl)\p{Ll}{2,3}|[)”“])[.?!](?= [\p{Lu}„])/gu,
  );
  for (const end of ends) yield `${whole.slice(0, end.index + end[0].length)} …`;
  yield whole;
}

function onOneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

/** In characters, as people count them. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** A text on one line, cut after a sentence or half of one where that is long enough to say something, else after a word. */
export function shortened(text: string, length: number): string {
  const oneLine = onOneLine(text);
  const characters = [...oneLine];
  if (characters.length <= length) return oneLine;
  const start = characters.slice(0, length - 2).join('');
  // A full stop after four letters ends no abbreviation, nor an ordinal number.
  const ends = [...start.matchAll(/(?:\p{L}{4}\.|;)(?= )/gu)].map((match) => match.index + match[0].length - 1);
  const end = ends.at(-1) ?? 0;
  if (end > length / 3) return `${start.slice(0, end)}${start[end] === ';' ? '' : '.'} …`;
  const comma = start.lastIndexOf(', ');
  return `${comma > length / 2 ? start.slice(0, comma) : start.replace(/[\s,;:–]*\s\S*$/, '')} …`;
}
