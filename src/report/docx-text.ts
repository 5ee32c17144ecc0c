import type { Drawing } from './drawing.ts';

/** Text in a character style. */
interface StyledText {
  readonly text: string;
  readonly style: 'Strong' | 'Emphasis' | 'Checksum';
}

/** An address of the web that can be followed. */
interface Link {
  readonly link: string;
}

/** A picture on a line of its own: what is to be said of it comes after it. */
interface Picture {
  readonly picture: Drawing;
}

/** What stands in a paragraph. */
export type Piece = string | StyledText | Link | Picture;

/** What a paragraph is, whatever the document is written as. */
export type ParagraphStyle =
  | 'Normal'
  | 'Title'
  | 'Subtitle'
  | 'Chapter'
  | 'ClosingChapter'
  | 'Section'
  | 'Subsection'
  | 'LeadIn'
  | 'Point'
  | 'Subpoint';

export interface StyledParagraph {
  readonly style: ParagraphStyle;
  readonly pieces: readonly Piece[];
}

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
  return /^https?:\/\/\S+$/i.test(address) ? { link: address } : address;
}

export function picture(drawing: Drawing): Piece {
  return { picture: drawing };
}

export function paragraph(pieces: readonly Piece[], style: ParagraphStyle = 'Normal'): StyledParagraph {
  return { style, pieces };
}

/** A chapter of the memo, numbered by the document itself. */
export function chapter(text: string): StyledParagraph {
  return paragraph([text], 'Chapter');
}

/** What follows the numbered chapters. */
export function closingChapter(text: string): StyledParagraph {
  return paragraph([text], 'ClosingChapter');
}

export function section(text: string): StyledParagraph {
  return paragraph([text], 'Section');
}

export function subsection(text: string): StyledParagraph {
  return paragraph([text], 'Subsection');
}

/** A line of prose that announces the list or table below. */
export function leadIn(text: string): StyledParagraph {
  return paragraph([text], 'LeadIn');
}

export function point(pieces: readonly Piece[]): StyledParagraph {
  return paragraph(pieces, 'Point');
}

/** A point below a point. */
export function subpoint(pieces: readonly Piece[]): StyledParagraph {
  return paragraph(pieces, 'Subpoint');
}

/** `pieces` with `separator` between them. */
export function joined(texts: readonly string[], separator: string): string {
  return texts.map(clean).join(separator);
}

/** Text between two runs keeps a blank at its ends. */
export function spaced(text: string): string {
  const before = /^\s/.test(text) ? ' ' : '';
  const inner = clean(text);
  return inner === '' ? before : `${before}${inner}${/\s$/.test(text) ? ' ' : ''}`;
}

/** Pieces of paragraphs of at most `longest` characters, cut at blanks, where there are any. */
export function inParts<T extends object = never>(
  pieces: readonly (Piece | T)[],
  longest: number,
): readonly (readonly (Piece | T)[])[] {
  const parts: (Piece | T)[][] = [[]];
  let length = 0;
  for (const piece of pieces.flatMap((one) => cutUp(one, longest))) {
    length += lengthOf(piece);
    if (length <= longest) {
      parts.at(-1)?.push(piece);
      continue;
    }
    parts.push([piece]);
    length = lengthOf(piece);
  }
  return parts;
}

function cutUp<T extends object>(piece: Piece | T, longest: number): readonly (Piece | T)[] {
  // Leaves room for what stands before it.
  const most = longest * 0.9;
  if (lengthOf(piece) <= most) return [piece];
  // Never between the halves of a surrogate pair.
  const cuts = new RegExp(`[^]{1,${most - 1}}(?:\\s|$)|[^]{1,${most}}(?<![\\uD800-\\uDBFF](?=[\\uDC00-\\uDFFF]))`, 'g');
  const cutText = (text: string) => Array.from(text.matchAll(cuts), ([part]) => part);
  if (typeof piece === 'string') return cutText(piece);
  return isStyled(piece) ? cutText(piece.text).map((text) => ({ ...piece, text })) : [piece];
}

function isStyled(piece: object): piece is StyledText {
  return 'text' in piece && 'style' in piece;
}

/** Of its text; addresses, and what a library knows, are short. */
export function lengthOf(piece: Piece | object): number {
  if (typeof piece === 'string') return piece.length;
  return isStyled(piece) ? piece.text.length : 0;
}
