import type { Block, DocxTable } from './docx-table.ts';
import type { ParagraphStyle, Piece } from './docx-text.ts';
import { type PdfPiece, pdfPieces } from './pdf-text.ts';

/** What stands in the body of the PDF, as its template reads it. */
export type PdfBlock = PdfParagraph | PdfList | PdfFacts | PdfTable;

interface PdfParagraph {
  readonly style: Exclude<ParagraphStyle, 'Point' | 'Subpoint'>;
  readonly pieces: readonly PdfPiece[];
}

interface PdfList {
  readonly style: 'List';
  readonly items: readonly PdfPoint[];
}

interface PdfPoint {
  readonly pieces: readonly PdfPiece[];
  readonly subpoints: readonly (readonly PdfPiece[])[];
}

/** Labels, and what is said under each; `Statements` have room for it, on paper, too. */
interface PdfFacts {
  readonly style: 'Facts' | 'Statements';
  /** Part of the width that the labels take. */
  readonly share: number;
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
  const made: PdfBlock[] = [];
  let tables = 0;
  for (const block of blocks) {
    if ('rows' in block) {
      const isCounted = hasHead(block) && block.isForm !== true;
      if (isCounted) tables += 1;
      made.push(
        hasHead(block) ? tableOf(block, isCounted ? `${label} ${tables}: ${block.title}` : null) : facts(block),
      );
      continue;
    }
    const { style } = block;
    const pieces = pdfPieces(block.pieces);
    if (style === 'Point' || style === 'Subpoint') addPoint(made, pieces, style);
    else made.push({ style, pieces });
  }
  return made;
}

/** To the list that goes on, or begins with it. */
function addPoint(made: PdfBlock[], pieces: readonly PdfPiece[], style: 'Point' | 'Subpoint'): void {
  const last = made.at(-1);
  const items = last?.style === 'List' ? last.items : [];
  if (last?.style === 'List') made.pop();
  const open = items.at(-1);
  const isBelow = style === 'Subpoint' && open !== undefined;
  made.push({
    style: 'List',
    items: isBelow
      ? [...items.slice(0, -1), { ...open, subpoints: [...open.subpoints, pieces] }]
      : [...items, { pieces, subpoints: [] }],
  });
}

function hasHead({ columns }: DocxTable): boolean {
  return columns.some(({ head }) => head !== '');
}

/** Without a header row the first column says what the second is about: no table, for who hears it read. */
function facts({ columns, rows, isForm }: DocxTable): PdfFacts {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return {
    style: isForm === true ? 'Statements' : 'Facts',
    share: (columns[0]?.share ?? 0) / whole,
    breakable: rows.some(isLong),
    rows: rows.map(([label = [], said = []]) => [pdfPieces(label, 'Strong'), pdfPieces(said)]),
  };
}

function tableOf({ columns, rows, rowHeight }: DocxTable, caption: string | null): PdfTable {
  return {
    style: 'Table',
    caption,
    columns,
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
  return lengthOf(row) >= longestWhole;
}

/** Has room to write, and nothing in it that could need more. */
function isToFillIn(row: readonly (readonly Piece[])[]): boolean {
  return row.some((pieces) => pieces.length === 0) && lengthOf(row) <= longestLabel;
}

/** Of the longest text in it. */
function lengthOf(row: readonly (readonly Piece[])[]): number {
  const lengths = row.flat().map((piece) => {
    if (typeof piece === 'string') return piece.length;
    return 'link' in piece ? piece.link.length : piece.text.length;
  });
  return Math.max(0, ...lengths);
}
