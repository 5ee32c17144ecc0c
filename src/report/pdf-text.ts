import { clean, inParts, lengthOf, type Piece, shortened, spaced } from './docx-text.ts';
import type { Drawing } from './drawing.ts';
import { svgOf } from './drawing-svg.ts';

/** Text in a style, or an address, as the template reads it. */
export interface PdfPiece {
  /** Between them a line may break without a hyphen; none where a paragraph ends within what is said. */
  readonly parts: readonly string[];
  readonly style: 'Strong' | 'Emphasis' | 'Checksum' | null;
  readonly link: string | null;
  /** On a line of its own; lengths in points. */
  readonly picture: { readonly svg: string; readonly width: number; readonly alt: string } | null;
}

/** The time that a paragraph takes grows with the square of its length. */
const longestParagraph = 5000;
/** The compiler refuses addresses of more than 8000 characters: they stay text. */
const longestLink = 2000;

/** `style`: that of plain text. */
export function pdfPieces(pieces: readonly Piece[], style: PdfPiece['style'] = null): readonly PdfPiece[] {
  const links = pieces.map((piece) => (isLongLink(piece) ? piece.link : piece));
  return inParts<never>(links, longestParagraph).flatMap((part, at) => [
    ...(at === 0 ? [] : [{ parts: [], style: null, link: null, picture: null }]),
    ...part.map((piece) => pdfPiece(piece, style)),
  ]);
}

function isLongLink(piece: Piece): piece is Extract<Piece, { readonly link: string }> {
  return typeof piece !== 'string' && 'link' in piece && piece.link.length > longestLink;
}

function pdfPiece(piece: Piece, style: PdfPiece['style']): PdfPiece {
  if (typeof piece === 'string') return { parts: partsOf(spaced(piece)), style, link: null, picture: null };
  if ('text' in piece) return { parts: partsOf(spaced(piece.text)), style: piece.style, link: null, picture: null };
  if ('picture' in piece) return { parts: [], style: null, link: null, picture: pdfPicture(piece.picture) };
  return { parts: partsOf(piece.link), style, link: piece.link, picture: null };
}

/** In points: an inch has 72 of them, and 96 pixels. */
function pdfPicture(drawing: Drawing): PdfPiece['picture'] {
  return { svg: svgOf(drawing), width: drawing.width * 0.75, alt: clean(`${drawing.title}. ${drawing.description}`) };
}

const longestHeading = 500;

/** A heading on a few lines; and all of it, where it had to be cut. */
export function pdfHeading(pieces: readonly Piece[]): {
  readonly pieces: readonly PdfPiece[];
  readonly whole: readonly PdfPiece[] | null;
} {
  const length = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  if (length <= longestHeading) return { pieces: pdfPieces(pieces), whole: null };
  const text = pieces.map((piece) => said(piece));
  return { pieces: pdfPieces([shortened(text.join(''), longestHeading)]), whole: pdfPieces(pieces) };
}

function said(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('text' in piece) return piece.text;
  return 'link' in piece ? piece.link : '';
}

/** Addresses, paths, checksums, keys held down: no dictionary can break them. */
const longWord = /(\S{25,})/;
const wordOfLetters = /^[\p{L}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}.,;]{1,60}$/u;

function partsOf(text: string): readonly string[] {
  return text
    .split(longWord)
    .filter((part) => part !== '')
    .flatMap((part) => (longWord.test(part) && !wordOfLetters.test(part) ? broken(part) : [part]));
}

const signs = new Intl.Segmenter('und', { granularity: 'grapheme' });
const longestPart = 15;

/** After signs where people break, and never far apart; what makes up one sign stays together. */
function broken(word: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const { segment } of signs.segment(word)) {
    const isAfterBreak = /[/?&=._@:;,+~%#-]$/.test(part) && !/^[/?&=._@:;,+~%#-]/.test(segment);
    if (length === longestPart || isAfterBreak) {
      parts.push(part);
      part = '';
      length = 0;
    }
    part += segment;
    length += 1;
  }
  return [...parts, part];
}
