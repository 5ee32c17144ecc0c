import { Chalk, type ChalkInstance } from 'chalk';
import { wrapAnsi } from 'fast-wrap-ansi';
import { Marked, type MarkedToken, type Token, type Tokens } from 'marked';
import { printable, printableLine } from '../wording/printable.ts';
import { alignColumns, columnGap } from './align-columns.ts';
import { printedWidth } from './render-terminal.ts';

/** Without links made of bare addresses: there, marked takes no backslash for what it is. */
const reader = new Marked({ tokenizer: { url: () => undefined } });

const plain = new Chalk({ level: 0 });

interface Manner {
  readonly chalk: ChalkInstance;
  /** Columns that there are for a line. */
  readonly width: number;
}

/** Markdown as people read it at a terminal: lines break between words, what stands out is bold, tables fit. */
export function markdownAtTerminal(
  markdown: string,
  { columns, hasColor }: { readonly columns: number; readonly hasColor: boolean },
): string {
  const manner = { chalk: new Chalk({ level: hasColor ? 1 : 0 }), width: printedWidth(columns) };
  return `${linesOfBlocks(reader.lexer(markdown), manner, { isLoose: true }).join('\n')}\n`;
}

/** Blocks one below the other, with an empty line between them where they are loose. */
function linesOfBlocks(
  tokens: readonly Token[],
  manner: Manner,
  { isLoose }: { readonly isLoose: boolean },
): readonly string[] {
  const blocks = tokens.map((token) => linesOfBlock(token as MarkedToken, manner)).filter(({ length }) => length > 0);
  return blocks.flatMap((lines, at) => (at > 0 && isLoose ? ['', ...lines] : lines));
}

function linesOfBlock(token: MarkedToken, manner: Manner): readonly string[] {
  const { chalk, width } = manner;
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    case 'heading':
      return linesOfHeading(token, manner);
    case 'list':
      return linesOfList(token, manner);
    case 'table':
      return linesOfTable(token, manner);
    case 'blockquote':
      return prefixed('│ ', linesOfBlocks(token.tokens, narrower(manner, 2), { isLoose: true }));
    case 'code':
      return prefixed('    ', token.text.split('\n').map(printable));
    case 'hr':
      return ['─'.repeat(Math.min(width, 20))];
    default:
      return wrapped(inline([token], chalk), width);
  }
}

/** Those of chapters are underlined, as much else is bold. */
function linesOfHeading({ tokens, depth }: Tokens.Heading, { chalk, width }: Manner): readonly string[] {
  const style = depth <= 2 ? chalk.bold.underline : chalk.bold;
  return wrapped(style(inline(tokens, chalk)), width);
}

function linesOfList({ items, ordered, start, loose }: Tokens.List, manner: Manner): readonly string[] {
  return items.flatMap((item, at) => {
    const number = ordered ? `${Number(start) + at}. ` : '- ';
    const box = item.checked ? '[x] ' : '[ ] ';
    const marker = item.task ? `${number}${box}` : number;
    const [first = '', ...rest] = linesOfBlocks(item.tokens, narrower(manner, marker.length), { isLoose: item.loose });
    const lines = [`${marker}${first}`, ...prefixed(' '.repeat(marker.length), rest)];
    return at > 0 && loose ? ['', ...lines] : lines;
  });
}

/** Narrower than that, a column of sentences is harder to read than a list. */
const narrowestColumn = 24;

/** In columns where these fit, the widest of them broken; else row by row, each cell with the head of its column. */
function linesOfTable({ header, rows }: Tokens.Table, manner: Manner): readonly string[] {
  const { chalk, width } = manner;
  const cells = [header, ...rows].map((row) => row.map(({ tokens }) => inline(tokens, plain)));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const widest = widths.indexOf(Math.max(...widths));
  const others = widths.reduce((sum, one) => sum + one + columnGap, -columnGap) - (widths[widest] ?? 0);
  const [head = [], ...body] = cells;
  if (width - others < Math.min(narrowestColumn, widths[widest] ?? 0)) {
    return body.flatMap((row, at) => [...(at > 0 ? [''] : []), ...linesOfRow(row, head, manner)]);
  }
  const broken = cells.map((row) => brokenIn(row, widest, width - others));
  const titles = broken[0]?.length ?? 0;
  return alignColumns(broken.flat())
    .map((line, at) => (at < titles ? chalk.bold(line) : line))
    .slice(head.every((title) => title === '') ? titles : 0);
}

/** A row of which one cell takes several lines. */
function brokenIn(row: readonly string[], column: number, width: number): readonly (readonly string[])[] {
  const lines = wrapped(row[column] ?? '', width);
  return lines.map((line, at) => row.map((cell, other) => (other === column ? line : at === 0 ? cell : '')));
}

function linesOfRow(row: readonly string[], head: readonly string[], { chalk, width }: Manner): readonly string[] {
  const named = row.flatMap((cell, at) => (cell === '' ? [] : [head[at] ? `${head[at]}: ${cell}` : cell]));
  const [first = '', ...rest] = named;
  return [...wrapped(chalk.bold(first), width), ...rest.flatMap((text) => prefixed('  ', wrapped(text, width - 2)))];
}

function inline(tokens: readonly Token[], chalk: ChalkInstance): string {
  return tokens.map((token) => inlineText(token as MarkedToken, chalk)).join('');
}

function inlineText(token: MarkedToken, chalk: ChalkInstance): string {
  switch (token.type) {
    case 'strong':
      return chalk.bold(inline(token.tokens, chalk));
    case 'em':
      return chalk.italic(inline(token.tokens, chalk));
    case 'br':
      return '\n';
    // It stands before the item already.
    case 'checkbox':
      return '';
    case 'link': {
      const text = inline(token.tokens, chalk);
      return token.href === inline(token.tokens, plain) ? text : `${text} (${printable(token.href)})`;
    }
    case 'text':
    case 'paragraph':
      if (token.tokens) return inline(token.tokens, chalk);
      return printableLine(token.text);
    case 'codespan':
    case 'escape':
      return printableLine(token.text);
    default:
      return printableLine(token.raw);
  }
}

/** Between words only, so that addresses and commands can be copied. */
function wrapped(text: string, width: number): readonly string[] {
  return wrapAnsi(text, width)
    .split('\n')
    .map((line) => line.trimEnd());
}

function prefixed(prefix: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${prefix}${line}`.trimEnd());
}

/** However deep it is nested, a line has room for a long word. */
const narrowest = 20;

function narrower(manner: Manner, columns: number): Manner {
  return { ...manner, width: Math.max(narrowest, manner.width - columns) };
}
