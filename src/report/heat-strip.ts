import { type Status, statuses } from '../domain/finding.ts';
import type { Wording } from '../wording/wording.ts';
import type { Labelled, ReportTopic } from './report.ts';
import { statusSigns } from './signs.ts';

const cellSize = 24;
/** As many as fit where there is the least room: in a column on paper. */
const perLine = 8;

/** The row of a topic in the heat map: a cell for each of its requirements, in lines. Lengths in pixels. */
export interface HeatStrip {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly cellSize: number;
  readonly cells: readonly {
    readonly status: Status;
    readonly x: number;
    readonly y: number;
    readonly textX: number;
    readonly textY: number;
    readonly sign: string;
    readonly title: string;
  }[];
  /** The same as text. */
  readonly groups: readonly (Labelled<Status> & {
    readonly sign: string;
    readonly findings: readonly Labelled<string>[];
  })[];
}

export function heatStrip({ label, findings }: ReportTopic, { pictures, statuses: labels }: Wording): HeatStrip {
  const groups = statuses
    .map((id) => ({
      id,
      label: labels[id],
      sign: statusSigns[id],
      findings: findings.filter(({ status }) => status.id === id),
    }))
    .filter((group) => group.findings.length > 0);
  return {
    title: pictures.stripTitle(label),
    description: pictures.stripDescription(
      groups.map((group) => ({ label: group.label, findings: group.findings.map((one) => one.label) })),
    ),
    width: Math.min(findings.length, perLine) * cellSize,
    height: Math.ceil(findings.length / perLine) * cellSize,
    cellSize: cellSize - 2,
    cells: findings.map(({ label, status }, index) => {
      const [x, y] = [(index % perLine) * cellSize + 1, Math.floor(index / perLine) * cellSize + 1];
      return {
        status: status.id,
        x,
        y,
        textX: x + cellSize / 2 - 1,
        textY: y + cellSize / 2 + 4,
        sign: statusSigns[status.id],
        title: `${label}: ${status.label}`,
      };
    }),
    groups,
  };
}
