import { expect, test } from 'vitest';
import type { Status } from '../../src/domain/finding.ts';
import { drawBar, type Shape } from '../../src/report/drawing.ts';
import { pngOf } from '../../src/report/drawing-png.ts';
import { svgOf } from '../../src/report/drawing-svg.ts';
import { fulfilmentBar } from '../../src/report/fulfilment-bar.ts';
import { wordings } from '../../src/wording/wording.ts';

/** A bar of one status, as long as the whole. */
function barOf(status: Status) {
  return drawBar(fulfilmentBar('Bar', [{ id: status, label: status, count: 3 }], wordings.en), 52);
}

const kinds = (shapes: readonly Shape[]) => [...new Set(shapes.map(({ kind }) => kind))];

test('every status can be told in grey, by its pattern or a ground of its own', () => {
  expect(kinds(barOf('violated').shapes)).toEqual(['box', 'sign']);
  expect(kinds(barOf('open').shapes)).toEqual(['box', 'dot', 'sign']);
  for (const status of ['accepted', 'partial', 'substituted'] as const) {
    expect(kinds(barOf(status).shapes)).toEqual(['box', 'line', 'sign']);
  }
});

test('an accepted deviation is crossed: as many lines rise as fall, and none leaves its area', () => {
  const { shapes, width, height } = barOf('accepted');
  const lines = shapes.filter((shape) => shape.kind === 'line');
  const rising = lines.filter(({ x1, x2, y1, y2 }) => (x2 - x1) * (y2 - y1) < 0);
  expect(lines).not.toEqual([]);
  expect(rising).toHaveLength(lines.length / 2);
  for (const { x1, x2, y1, y2 } of lines) {
    expect(Math.min(x1, x2, y1, y2)).toBeGreaterThanOrEqual(0);
    expect(Math.max(x1, x2)).toBeLessThanOrEqual(width);
    expect(Math.max(y1, y2)).toBeLessThanOrEqual(height);
  }
});

test('the same drawing comes as text and as pixels, whatever it shows', () => {
  for (const status of ['accepted', 'open', 'substituted'] as const) {
    expect(svgOf(barOf(status))).toContain('<title>Fulfilment: Bar</title>');
    // The signature of PNG files.
    expect([...pngOf(barOf(status)).slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  }
});
