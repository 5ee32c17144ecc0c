import {
  BuilderElement,
  type Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  XmlComponent,
} from 'docx';
import { existingAt } from '../domain/existing.ts';
import { paragraphs, placedParagraph } from './docx-place.ts';
import { clean, lengthOf, type Piece, type StyledParagraph } from './docx-text.ts';

/** What A4 leaves between the margins, in twentieths of a point. */
export const textWidth = 9354;

export interface DocxColumn {
  /** Its heading; where no column has one, the first column heads the rows. */
  readonly head: string;
  /** Its part of the width; the parts of all columns are measured by their sum. */
  readonly share: number;
}

export interface DocxTable {
  /** What it shows, above it and for those who cannot see it. */
  readonly title: string;
  readonly columns: readonly DocxColumn[];
  readonly rows: readonly (readonly (readonly Piece[])[])[];
  /** Height of each row at least, in twentieths of a point. */
  readonly rowHeight?: number;
  /** Whether people fill it in: it has no caption, and stays on one page. */
  readonly isForm?: boolean;
  /** Whether a form stays on one page with what follows it, too. */
  readonly isWithNext?: boolean;
}

/** What stands in the body of the document. */
export type Block = StyledParagraph | DocxTable;

/** The blocks as the library knows them: tables under captions that are numbered through. `label`: what tables are called. */
export function laidOut(blocks: readonly Block[], label: string): readonly (Paragraph | Table)[] {
  const tables = blocks.filter((block) => 'rows' in block && block.isForm !== true);
  return blocks.flatMap((block) =>
    'rows' in block ? captioned(block, { label, number: tables.indexOf(block) + 1 }) : placedParagraph(block),
  );
}

function captioned(
  table: DocxTable,
  { label, number }: { readonly label: string; readonly number: number },
): readonly (Paragraph | Table)[] {
  if (table.isForm === true) return [tableOf(table)];
  const field = new SimpleField(` SEQ ${label} \\* ARABIC `, String(number));
  const caption = paragraphs([`${label} `, field, `: ${table.title}`], { style: 'Caption', keepNext: true });
  return [...caption, tableOf(table), ...paragraphs([], { style: 'TableGap' })];
}

/** Its header row comes again on every page. */
function tableOf({ title, columns, rows, rowHeight, isForm, isWithNext = false }: DocxTable): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((textWidth * share) / whole));
  const hasHead = columns.some(({ head }) => head !== '');
  const cells = (row: readonly (readonly Piece[])[], style: string) =>
    row.map((pieces, at) => {
      const isHead = !hasHead && at === 0;
      return new TableCell({
        width: { size: existingAt(widths, at), type: WidthType.DXA },
        children: paragraphs(pieces, { style: isHead ? 'TableHeading' : style }),
      });
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: cells(
      columns.map(({ head }) => [head]),
      'TableHeading',
    ),
  });
  const height = rowHeight === undefined ? {} : { height: { value: rowHeight, rule: 'atLeast' as const } };
  const body = rows.map(
    (row, at) =>
      new TableRow({
        ...height,
        cantSplit: isShort(row),
        keepNext: isForm === true && rows.every(isShort) && (isWithNext || at < rows.length - 1),
        children: cells(row, 'TableText'),
      }),
  );
  return new TitledTable({ hasHead, widths, rows: hasHead ? [head, ...body] : body }, title);
}

/** What fits on a page stays on one; longer rows break, as they may be longer than any page. */
function isShort(row: readonly (readonly Piece[])[]): boolean {
  return row.flat().every((piece) => lengthOf(piece) < 1000);
}

/** A table that says to screen readers what it shows; the library has no option for that. */
class TitledTable extends Table {
  constructor(
    {
      hasHead,
      widths,
      rows,
    }: { readonly hasHead: boolean; readonly widths: readonly number[]; readonly rows: readonly TableRow[] },
    title: string,
  ) {
    super({
      rows,
      style: hasHead ? 'MemoTable' : 'MemoFacts',
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      width: { size: textWidth, type: WidthType.DXA },
      tableLook: { firstRow: hasHead, firstColumn: !hasHead, noHBand: true, noVBand: true },
    });
    const properties = this.root.find((child) => child instanceof XmlComponent);
    const value = (name: string) =>
      new BuilderElement({ name, attributes: { value: { key: 'w:val', value: clean(title) } } });
    properties?.addChildElement(value('w:tblCaption'));
    properties?.addChildElement(value('w:tblDescription'));
  }
}
