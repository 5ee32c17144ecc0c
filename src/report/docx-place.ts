import {
  type Bookmark,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
  XmlComponent,
} from 'docx';
import { pointIndent } from './docx-styles.ts';
import { clean, inParts, type ParagraphStyle, type Piece, type StyledParagraph, spaced } from './docx-text.ts';
import type { Drawing } from './drawing.ts';
import { pngOf } from './drawing-png.ts';
import { svgOf } from './drawing-svg.ts';

/** What stands in a paragraph, or something the library knows. */
type DocxPiece = Piece | Exclude<ParagraphChild, Bookmark>;

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
  const parts = options.heading === undefined ? inParts(pieces, longestParagraph) : [pieces];
  return parts.map(
    (part, at) => new Paragraph({ ...(at === 0 ? options : continued(options)), children: part.flatMap(placed) }),
  );
}

/** Office programs lay out a paragraph as a whole: one of a megabyte keeps LibreOffice busy for half a minute. */
const longestParagraph = 10_000;

/** What goes on below a point stands under its text, without a bullet of its own. */
function continued({ numbering, ...options }: ParagraphOptions): ParagraphOptions {
  return numbering ? { ...options, indent: { left: pointIndent * (numbering.level + 1) } } : options;
}

function placed(piece: DocxPiece, at: number, all: readonly DocxPiece[]): readonly ParagraphChild[] {
  if (piece instanceof XmlComponent) return [piece];
  if (typeof piece === 'string') return [new TextRun(spaced(piece))];
  if ('text' in piece) return [new TextRun({ text: spaced(piece.text), style: piece.style })];
  if ('picture' in piece) {
    return [image(piece.picture), ...(at < all.length - 1 ? [new TextRun({ break: 1 })] : [])];
  }
  const { link } = piece;
  return [new ExternalHyperlink({ link, children: [new TextRun({ text: link, style: 'Hyperlink' })] })];
}

/** As SVG, for programs that know it, and as pixels for the others. */
function image(drawing: Drawing): ImageRun {
  const [title, description] = [clean(drawing.title), clean(drawing.description)];
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(svgOf(drawing)),
    fallback: { type: 'png', data: Buffer.from(pngOf(drawing)) },
    transformation: { width: drawing.width, height: drawing.height },
    altText: { name: title, title, description },
  });
}
