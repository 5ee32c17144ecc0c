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
import { type ParagraphStyle, type Piece, type StyledParagraph, spaced } from './docx-text.ts';

/** What stands in a paragraph, or something the library knows. */
type DocxPiece = Piece | Exclude<ParagraphChild, Bookmark>;

/** Text, or something the library knows: it makes links beforehand. */
type Run = string | Exclude<DocxPiece, string | { readonly link: string }>;

type ParagraphOptions = Omit<IParagraphOptions, 'children' | 'text'>;

/** A paragraph of the memo in its style. */
export function placedParagraph({ style, pieces }: StyledParagraph): readonly Paragraph[] {
  return paragraphs(pieces, optionsOf[style]);
}

const optionsOf: Readonly<Record<ParagraphStyle, ParagraphOptions>> = {
  Normal: {},
  Title: { heading: HeadingLevel.TITLE },
  Subtitle: { style: 'Subtitle' },
  Chapter: { heading: HeadingLevel.HEADING_1, numbering: { reference: 'chapters', level: 0 } },
  ClosingChapter: { heading: HeadingLevel.HEADING_1 },
  Section: { heading: HeadingLevel.HEADING_2 },
  Subsection: { heading: HeadingLevel.HEADING_3 },
  LeadIn: { style: 'LeadIn' },
  Point: { style: 'ListBullet', numbering: { reference: 'points', level: 0 } },
  Subpoint: { style: 'ListBullet2', numbering: { reference: 'points', level: 1 } },
};

/** One paragraph; of very long text, several. A heading is always one. */
export function paragraphs(pieces: readonly DocxPiece[], options: ParagraphOptions = {}): readonly Paragraph[] {
  const known = pieces.map(linked);
  const parts = options.heading === undefined ? inParts(known) : [known];
  return parts.map(
    (part, at) => new Paragraph({ ...(at === 0 ? options : continued(options)), children: part.map(placed) }),
  );
}

function linked(piece: DocxPiece): Run {
  if (typeof piece === 'string' || !('link' in piece)) return piece;
  return new ExternalHyperlink({
    link: piece.link,
    children: [new TextRun({ text: piece.link, style: 'Hyperlink' })],
  });
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

function inParts(pieces: readonly Run[]): readonly (readonly Run[])[] {
  const all = pieces.flatMap(cutUp);
  const parts: Run[][] = [[]];
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
function cutUp(piece: Run): readonly Run[] {
  if (piece instanceof XmlComponent || lengthOf(piece) <= longestPiece) return [piece];
  if (typeof piece === 'string') return piece.match(cuts) ?? [];
  return (piece.text.match(cuts) ?? []).map((text) => ({ ...piece, text }));
}

/** Of its text; addresses, and what the library knows, are short. */
export function lengthOf(piece: DocxPiece): number {
  if (typeof piece === 'string') return piece.length;
  return piece instanceof XmlComponent || 'link' in piece ? 0 : piece.text.length;
}

/** What goes on below a point stands under its text, without a bullet of its own. */
function continued({ numbering, ...options }: ParagraphOptions): ParagraphOptions {
  return numbering ? { ...options, indent: { left: pointIndent * (numbering.level + 1) } } : options;
}

function placed(piece: Run): ParagraphChild {
  if (piece instanceof XmlComponent) return piece;
  if (typeof piece === 'string') return new TextRun(spaced(piece));
  return new TextRun({ text: spaced(piece.text), style: piece.style });
}
