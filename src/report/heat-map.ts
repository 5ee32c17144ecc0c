import { existingAt } from '../domain/existing.ts';
import type { ComparedRow, Comparison } from './comparison.ts';

const cellSize = 22;
const labelWidth = 150;
const headHeight = 150;

/** Placed parts of the picture; a template writes them as SVG. Lengths in pixels. */
export interface HeatMap {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly x: number; readonly y: number; readonly label: string }[];
  readonly rows: readonly {
    readonly y: number;
    readonly textY: number;
    readonly label: string;
    readonly cells: readonly {
      readonly x: number;
      readonly textX: number;
      readonly status: string;
      readonly sign: string;
      readonly title: string;
      readonly decides: boolean;
    }[];
  }[];
  readonly cellSize: number;
  readonly labelX: number;
}

/** A grid of statuses: a row for each requirement that differs somewhere, a column for each assessment. */
export function heatMapOf({ columns, groups }: Comparison): HeatMap {
  const rows = groups.filter(({ id }) => id !== 'same').flatMap((group) => group.rows);
  const x = (index: number) => labelWidth + index * cellSize;
  const y = (index: number) => headHeight + index * cellSize;
  return {
    width: labelWidth + columns.length * cellSize + headHeight,
    height: headHeight + rows.length * cellSize + 4,
    cellSize: cellSize - 2,
    labelX: labelWidth - 8,
    columns: columns.map(({ label }, index) => ({
      x: x(index) + cellSize / 2,
      y: headHeight - 6,
      label: shortened(label),
    })),
    rows: rows.map((row, index) => ({
      y: y(index),
      textY: y(index) + cellSize / 2 + 4,
      label: shortened(row.label),
      cells: cellsOf(row, { columns, x }),
    })),
  };
}

function cellsOf(row: ComparedRow, { columns, x }: { columns: Comparison['columns']; x: (index: number) => number }) {
  return row.cells.flatMap((cell, index) =>
    cell === null
      ? []
      : [
          {
            x: x(index),
            textX: x(index) + cellSize / 2 - 1,
            status: cell.id,
            sign: cell.sign,
            title: `${row.label}, ${existingAt(columns, index).label}: ${cell.label}`,
            decides: cell.decides,
          },
        ],
  );
}

const longestLabel = 22;

function shortened(label: string): string {
  return label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label;
}
