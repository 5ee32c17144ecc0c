import {
  type Bookmark,
  ExternalHyperlink,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
  XmlComponent,
} from 'docx';
import { pointIndent } from './docx-styles.ts';

/** Text in a character style. */
interface StyledText {
  readonly text: string;
  readonly style: string;
}

/** What stands in a paragraph: plain text, text in a style, or something the library knows. */
export type Piece = string | StyledText | Exclude<ParagraphChild, Bookmark>;

/** What XML 1.0 cannot hold, lone surrogates among it. */
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** C1 controls, and what turns the direction of the text that follows: nothing typed may make a verdict read otherwise. */
const misleading = /[\u{7F}-\u{9F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu;

/** Text on one line that every reader of XML takes; each character that cannot be printed becomes U+FFFD. */
export function clean(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').replaceAll(illegal, '\uFFFD').replaceAll(misleading, '\uFFFD');
}

/** `text` cut to at most `length` characters, for places that repeat on every page. */
export function shortened(text: string, length: number): string {
  const characters = [...clean(text)];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}

export function bold(text: string): Piece {
  return { text, style: 'Strong' };
}

export function italic(text: string): Piece {
  return { text, style: 'Emphasis' };
}

export function checksum(text: string): Piece {
  return { text, style: 'Checksum' };
}

/** A link to an address of the web; whatever else an address may be stays text. */
export function link(url: string): Piece {
  const address = clean(url);
  if (!/^https?:\/\/\S+$/i.test(address)) return new TextRun(address);
  return new ExternalHyperlink({ link: address, children: [new TextRun({ text: address, style: 'Hyperlink' })] });
}

type ParagraphOptions = Omit<IParagraphOptions, 'children' | 'text'>;

/** One paragraph; of very long text, several. A heading is always one. */
export function paragraph(pieces: readonly Piece[], options: ParagraphOptions = {}): readonly Paragraph[] {
  const parts = options.heading === undefined ? inParts(pieces) : [pieces];
  return parts.map(
    (part, at) => new Paragraph({ ...(at === 0 ? options : continued(options)), children: part.map(placed) }),
  );
}

/** Office programs lay out a paragraph as a whole: one of a megabyte keeps LibreOffice busy for half a minute. */
const longestParagraph = 10_000;
/** Leaves room for what stands before it. */
const longestPiece = 9_000;
// Never between the halves of a surrogate pair.
const cuts = new RegExp(
  `[^]{1,${longestPiece - 1}}(?:\\s|$)|[^]{1,${longestPiece}}(?<![\\uD800-\\uDBFF](?=[\\uDC00-\\uDFFF]))`,
  'g',
);

function inParts(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const all = pieces.flatMap(cutUp);
  const parts: Piece[][] = [[]];
  let length = 0;
  for (const piece of all) {
    length += lengthOf(piece);
    if (length <= longestParagraph) {
      parts.at(-1)?.push(piece);
      continue;
    }
    parts.push([piece]);
    length = lengthOf(piece);
  }
  return parts;
}

/** At blanks, where there are any. */
function cutUp(piece: Piece): readonly Piece[] {
  if (piece instanceof XmlComponent || lengthOf(piece) <= longestPiece) return [piece];
  if (typeof piece === 'string') return piece.match(cuts) ?? [];
  return (piece.text.match(cuts) ?? []).map((text) => ({ ...piece, text }));
}

/** Of its text; what the library knows is short. */
export function lengthOf(piece: Piece): number {
  if (typeof piece === 'string') return piece.length;
  return piece instanceof XmlComponent ? 0 : piece.text.length;
}

/** What goes on below a point stands under its text, without a bullet of its own. */
function continued({ numbering, ...options }: ParagraphOptions): ParagraphOptions {
  return numbering ? { ...options, indent: { left: pointIndent * (numbering.level + 1) } } : options;
}

function placed(piece: Piece): ParagraphChild {
  if (piece instanceof XmlComponent) return piece;
  if (typeof piece === 'string') return new TextRun(spaced(piece));
  return new TextRun({ text: spaced(piece.text), style: piece.style });
}

/** Text between two runs keeps a blank at its ends. */
function spaced(text: string): string {
  const [before, after] = [/^\s/, /\s$/].map((blank) => (blank.test(text) ? ' ' : ''));
  const inner = clean(text);
  return inner === '' ? (before ?? '') : `${before}${inner}${after}`;
}

/** A chapter of the memo, numbered by the document itself. */
export function chapter(text: string): readonly Paragraph[] {
  return paragraph([text], { heading: HeadingLevel.HEADING_1, numbering: { reference: 'chapters', level: 0 } });
}

/** What follows the numbered chapters. */
export function closingChapter(text: string): readonly Paragraph[] {
  return paragraph([text], { heading: HeadingLevel.HEADING_1 });
}

export function section(text: string): readonly Paragraph[] {
  return paragraph([text], { heading: HeadingLevel.HEADING_2 });
}

export function subsection(text: string): readonly Paragraph[] {
  return paragraph([text], { heading: HeadingLevel.HEADING_3 });
}

/** A line of prose that announces the list or table below. */
export function leadIn(text: string): readonly Paragraph[] {
  return paragraph([text], { style: 'LeadIn' });
}

export function point(pieces: readonly Piece[]): readonly Paragraph[] {
  return paragraph(pieces, { style: 'ListBullet', numbering: { reference: 'points', level: 0 } });
}

/** A point below a point. */
export function subpoint(pieces: readonly Piece[]): readonly Paragraph[] {
  return paragraph(pieces, { style: 'ListBullet2', numbering: { reference: 'points', level: 1 } });
}

/** `pieces` with `separator` between them. */
export function joined(texts: readonly string[], separator: string): string {
  return texts.map(clean).join(separator);
}
