import { Document, type ToStringOptions } from 'yaml';

const longestLine = 100;

/** How strings are written: as people write them, or in double quotes, which fit wherever something has to fit. */
export type Quotes = 'where-needed' | 'values' | 'keys-and-values';

/** A value and the key before it, as they are to be written. */
export interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly quotes: Quotes;
}

const optionsFor: Record<Quotes, ToStringOptions> = {
  'where-needed': {},
  values: { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  'keys-and-values': { defaultStringType: 'QUOTE_DOUBLE' },
};

/** The key and its colon. */
export function renderKey({ key, quotes }: Entry): string {
  // In braces a key is quoted wherever it might need it.
  return render({ [key]: '' }, { quotes, style: 'flow' }).slice('{ '.length, -' "" }'.length);
}

/** What follows the colon in a block, from the space on: lists and records stand on one line where that is readable. */
export function renderInBlock(entry: Entry): string {
  const { key, value, quotes } = entry;
  const inLines = render({ k: value }, { quotes, style: 'block' }).slice('k:'.length);
  if (typeof value !== 'object') return inLines;
  const oneLine = renderFlow(value, quotes);
  return oneLine.includes('\n') || key.length + 1 + oneLine.length > longestLine ? inLines : oneLine;
}

/** What follows the colon in braces, from the space on: always one line. */
export function renderInBraces({ value, quotes }: Entry): string {
  const text = renderFlow(value, quotes);
  return text.includes('\n') ? renderFlow(value, 'values') : text;
}

function renderFlow(value: unknown, quotes: Quotes): string {
  const [before, after] = [renderKey({ key: 'k', value, quotes }), ' }'];
  return render({ k: value }, { quotes, style: 'flow' }).slice('{ '.length + before.length, -after.length);
}

function render(value: unknown, { quotes, style }: { quotes: Quotes; style: 'block' | 'flow' }): string {
  return (
    new Document(value)
      .toString({
        lineWidth: 0,
        doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
        collectionStyle: style,
        ...optionsFor[quotes],
      })
      // Only the last line end: others, and spaces that are none to YAML, belong to the value.
      .replace(/\n$/, '')
  );
}
