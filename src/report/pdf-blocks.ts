import type { Block, DocxTable } from './docx-table.ts';
import { clean, lengthOf, type ParagraphStyle, type Piece } from './docx-text.ts';
import { type PdfPiece, pdfHeading, pdfPieces } from './pdf-text.ts';

/** What stands in the body of the PDF, as its template reads it. */
export type PdfBlock = PdfParagraph | PdfList | PdfFacts | PdfTable;

interface PdfParagraph {
  readonly style: Exclude<ParagraphStyle, 'Point' | 'Subpoint'>;
  readonly pieces: readonly PdfPiece[];
}

interface PdfList {
  readonly style: 'List';
  readonly items: PdfPoint[];
}

interface PdfPoint {
  readonly pieces: readonly PdfPiece[];
  readonly subpoints: (readonly PdfPiece[])[];
}

/** Labels, and what is said under each; `Statements` have room for it, on paper, too. */
interface PdfFacts {
  readonly style: 'Facts' | 'Statements';
  readonly rows: readonly (readonly (readonly PdfPiece[])[])[];
  readonly breakable: boolean;
}

interface PdfTable {
  readonly style: 'Table';
  readonly caption: string | null;
  readonly columns: readonly { readonly head: string; readonly share: number }[];
  readonly rows: readonly PdfRow[];
}

interface PdfRow {
  readonly cells: readonly (readonly PdfPiece[])[];
  /** In points; `null`: as high as its text. */
  readonly height: number | null;
  /** Whether it may continue on the next page. */
  readonly breakable: boolean;
}

/** The blocks with points gathered to lists, and tables numbered through. `label`: what tables are called. */
export function pdfBlocks(blocks: readonly Block[], label: string): readonly PdfBlock[] {
  const counted = blocks.filter(
    (block) => 'rows' in block && hasHead(block) && block.rows.length > 0 && block.isForm !== true,
  );
  const made: PdfBlock[] = [];
  for (const block of blocks) {
    // Nothing stands in it: for who hears it read, it would be an empty paragraph or table.
    if ('rows' in block ? block.rows.length === 0 : block.pieces.length === 0) continue;
    if ('rows' in block) {
      const number = counted.indexOf(block) + 1;
      const caption = number === 0 ? null : clean(`${label} ${number}: ${block.title}`);
      made.push(hasHead(block) ? tableOf(block, caption) : facts(block));
    } else if (block.style === 'Point' || block.style === 'Subpoint') {
      addPoint(made, pdfPieces(block.pieces), block.style);
    } else {
      made.push(...paragraphsOf(block.style, block.pieces));
    }
  }
  return made;
}

const headings: readonly ParagraphStyle[] = ['Title', 'Chapter', 'ClosingChapter', 'Section', 'Subsection'];

function paragraphsOf(style: PdfParagraph['style'], pieces: readonly Piece[]): readonly PdfParagraph[] {
  if (!headings.includes(style)) return [{ style, pieces: pdfPieces(pieces) }];
  const heading = pdfHeading(pieces);
  const whole = heading.whole === null ? [] : [{ style: 'Normal' as const, pieces: heading.whole }];
  return [{ style, pieces: heading.pieces }, ...whole];
}

/** To the list that goes on, or begins with it. */
function addPoint(made: PdfBlock[], pieces: readonly PdfPiece[], style: 'Point' | 'Subpoint'): void {
  const last = made.at(-1);
  const list: PdfList = last?.style === 'List' ? last : { style: 'List', items: [] };
  if (list !== last) made.push(list);
  const open = list.items.at(-1);
  if (style === 'Subpoint' && open !== undefined) open.subpoints.push(pieces);
  else list.items.push({ pieces, subpoints: [] });
}

function hasHead({ columns }: DocxTable): boolean {
  return columns.some(({ head }) => head !== '');
}

/** Without a header row the first column says what the second is about: no table, for who hears it read. */
function facts({ rows, rowHeight }: DocxTable): PdfFacts {
  return {
    style: rowHeight === undefined ? 'Facts' : 'Statements',
    breakable: rows.some(isLong),
    rows: rows.map(([label = [], said = []]) => [pdfPieces(label, 'Strong'), pdfPieces(said)]),
  };
}

function tableOf({ columns, rows, rowHeight }: DocxTable, caption: string | null): PdfTable {
  return {
    style: 'Table',
    caption,
    columns: columns.map(({ head, share }) => ({ head: clean(head), share })),
    rows: rows.map((row) => ({
      cells: row.map((pieces) => pdfPieces(pieces)),
      height: rowHeight !== undefined && isToFillIn(row) ? rowHeight / 20 : null,
      breakable: isLong(row),
    })),
  };
}

/** In characters. */
const longestWhole = 1000;
const longestLabel = 60;

/** Could be longer than a page: what is not is kept together. */
function isLong(row: readonly (readonly Piece[])[]): boolean {
  return longestIn(row) >= longestWhole;
}

/** Has room to write, and nothing in it that could need more. */
function isToFillIn(row: readonly (readonly Piece[])[]): boolean {
  return row.some((pieces) => pieces.length === 0) && longestIn(row) <= longestLabel;
}

function longestIn(row: readonly (readonly Piece[])[]): number {
  return Math.max(0, ...row.flat().map(lengthOf));
}
