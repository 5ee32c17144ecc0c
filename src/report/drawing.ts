import type { Status } from '../domain/finding.ts';
import type { FulfilmentBar } from './fulfilment-bar.ts';
import type { HeatStrip } from './heat-strip.ts';
import { stepWidth, type VerdictSpan } from './verdict-span.ts';

/** A picture for paper, made of shapes that every program draws alike. Lengths in pixels of 1/96 inch. */
export interface Drawing {
  readonly title: string;
  /** The same in words, for those who do not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** What comes later lies on what comes before. */
  readonly shapes: readonly Shape[];
}

export type Shape = Box | Line | Dot | Sign;

export interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Color;
  readonly edge: Color;
  readonly edgeWidth: number;
  readonly isDashed?: boolean;
}

interface Line {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly color: Color;
}

interface Dot {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly color: Color;
}

/** Text around a middle, on a base line. */
interface Sign {
  readonly kind: 'sign';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly color: Color;
}

/** `#rrggbb` */
export type Color = `#${string}`;

const [paper, ink, edge, muted] = ['#ffffff', '#1b1f24', '#6b7580', '#4d5661'] as const satisfies readonly Color[];

interface Fill {
  readonly ground: Color;
  /** With what a status can be told in grey. */
  readonly pattern?: 'hatched' | 'crossed' | 'ruled' | 'dotted';
  readonly color?: Color;
  readonly ink?: Color;
}

/** As `report.css` has them for a light page. */
const fills: Readonly<Record<Status, Fill>> = {
  violated: { ground: '#b3261e', ink: '#ffffff' },
  accepted: { ground: '#f7e3b5', pattern: 'crossed', color: '#7a4b00' },
  partial: { ground: '#fbeac2', pattern: 'hatched', color: '#e3b65f' },
  substituted: { ground: '#e2f3e7', pattern: 'ruled', color: '#5aa574' },
  open: { ground: '#e8f0fb', pattern: 'dotted', color: '#1d4f91' },
  fulfilled: { ground: '#a9d8b8' },
  'not-applicable': { ground: '#ffffff' },
};

const barHeight = 20;

/** A bar as long as `width`. */
export function drawBar({ title, description, segments }: FulfilmentBar, width: number): Drawing {
  const at = (percent: number) => round((percent / 100) * (width - 2) + 1);
  const shapes = segments.flatMap(({ status, x, width: share, middle, label }) => [
    ...filled(status, { x: at(x), y: 1, width: round((share / 100) * (width - 2)), height: barHeight - 2 }),
    ...(label === null ? [] : [sign(label, at(middle), 14, fills[status].ink)]),
  ]);
  return { title, description, width, height: barHeight, shapes };
}

export function drawStrip({ title, description, width, height, cellSize, cells }: HeatStrip): Drawing {
  const shapes = cells.flatMap(({ status, x, y, textX, textY, sign: text }) => [
    ...filled(status, { x, y, width: cellSize, height: cellSize }),
    sign(text, textX, textY, fills[status].ink),
  ]);
  return { title, description, width, height, shapes };
}

const scaleHeight = 24;

/** A scale as long as `width`. */
export function drawSpan({ title, description, steps }: VerdictSpan, width: number): Drawing {
  const at = (percent: number) => round((percent / 100) * width);
  const shapes = steps.flatMap(({ x, middle, sign: text, isWithin, isNow }): readonly Shape[] => [
    {
      kind: 'box',
      ...{ x: at(x), y: 2, width: at(stepWidth), height: scaleHeight - 4 },
      fill: isWithin ? muted : paper,
      edge: isNow ? ink : edge,
      edgeWidth: isNow ? 3 : 1,
      isDashed: !isWithin && !isNow,
    },
    sign(text, at(middle), 16, isWithin ? paper : muted),
  ]);
  return { title, description, width, height: scaleHeight, shapes };
}

function sign(text: string, x: number, y: number, color: Color = ink): Sign {
  return { kind: 'sign', x: round(x), y, text, color };
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function filled(status: Status, area: Area): readonly Shape[] {
  const { ground, pattern, color = ink } = fills[status];
  const box = { kind: 'box', ...area, edge, edgeWidth: 1 } as const;
  if (pattern === undefined) return [{ ...box, fill: ground }];
  return [{ ...box, fill: ground }, ...patterns[pattern](area, color)];
}

/** Patterns drawn out: fills with patterns come out in few office programs. */
const patterns: Readonly<Record<NonNullable<Fill['pattern']>, (area: Area, color: Color) => readonly Shape[]>> = {
  hatched: (area, color) => diagonals(area, 5, color),
  crossed: (area, color) => [...diagonals(area, 6, color), ...diagonals(area, 6, color).map(mirrored(area))],
  ruled: ({ x, y, width, height }, color) =>
    steps(4, height).map((down) => ({ kind: 'line', x1: x, y1: y + down, x2: x + width, y2: y + down, color })),
  dotted: ({ x, y, width, height }, color) =>
    steps(6, height).flatMap((down) =>
      steps(6, width).map(
        (right): Dot => ({ kind: 'dot', x: round(x + right - 2), y: y + down - 2, radius: 0.9, color }),
      ),
    ),
};

/** Lines that rise from left to right, cut off at the edges. */
function diagonals({ x, y, width, height }: Area, distance: number, color: Color): readonly Line[] {
  return steps(distance, width + height).map((reach) => ({
    kind: 'line',
    x1: round(x + Math.max(0, reach - height)),
    y1: round(y + Math.min(reach, height)),
    x2: round(x + Math.min(reach, width)),
    y2: round(y + Math.max(0, reach - width)),
    color,
  }));
}

function mirrored({ x, width }: Area): (line: Line) => Line {
  return (line) => ({ ...line, x1: round(2 * x + width - line.x1), x2: round(2 * x + width - line.x2) });
}

/** Multiples of a distance, up to what is left. */
function steps(distance: number, length: number): readonly number[] {
  return Array.from({ length: Math.ceil(length / distance) - 1 }, (_, index) => (index + 1) * distance);
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
