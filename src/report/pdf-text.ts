import { type Piece, spaced } from './docx-text.ts';

/** Text in a style, or an address, as the template reads it. */
export interface PdfPiece {
  /** Between them a line may break without a hyphen. */
  readonly parts: readonly string[];
  readonly style: 'Strong' | 'Emphasis' | 'Checksum' | null;
  readonly link: string | null;
}

/** The compiler refuses addresses of more than 8000 characters: they stay text. */
const longestLink = 2000;

/** `style`: that of plain text. */
export function pdfPieces(pieces: readonly Piece[], style: PdfPiece['style'] = null): readonly PdfPiece[] {
  return pieces.map((piece) => {
    if (typeof piece === 'string') return { parts: partsOf(spaced(piece)), style, link: null };
    if ('text' in piece) return { parts: partsOf(spaced(piece.text)), style: piece.style, link: null };
    const { link } = piece;
    return { parts: partsOf(link), style, link: link.length <= longestLink ? link : null };
  });
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
