import { encode } from 'fast-png';
import type { Color, Drawing, Shape } from './drawing.ts';

/** Pixels of the image for one of the drawing. */
const scale = 4;

/** A drawing in pixels, for office programs that know no SVG. */
export function pngOf({ width, height, shapes }: Drawing): Uint8Array {
  const canvas = new Canvas(Math.ceil(width * scale), Math.ceil(height * scale));
  for (const shape of shapes) draw(shape, canvas);
  return encode({ width: canvas.width, height: canvas.height, data: canvas.data, channels: 4, depth: 8 });
}

/** Transparent where nothing was painted. */
class Canvas {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.data = new Uint8Array(width * height * 4);
  }

  /** Lengths in pixels of the drawing. */
  paint({ x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>, color: Color): void {
    const rgba = [...[1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)), 255];
    const within = (at: number, most: number) => Math.min(most, Math.max(0, Math.round(at * scale)));
    const [right, bottom] = [within(x + width, this.width), within(y + height, this.height)] as const;
    for (let row = within(y, this.height); row < bottom; row++) {
      for (let column = within(x, this.width); column < right; column++) {
        this.data.set(rgba, (row * this.width + column) * 4);
      }
    }
  }
}

function draw(shape: Shape, canvas: Canvas): void {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, fill, edge, edgeWidth } = shape;
      const half = edgeWidth / 2;
      canvas.paint({ x: x - half, y: y - half, width: width + edgeWidth, height: height + edgeWidth }, edge);
      canvas.paint({ x: x + half, y: y + half, width: width - edgeWidth, height: height - edgeWidth }, fill);
      return;
    }
    case 'line': {
      const { x1, y1, x2, y2, color } = shape;
      const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1) * scale);
      for (let step = 0; step <= steps; step++) {
        const [x, y] = [x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps];
        canvas.paint({ x: x - 0.5, y: y - 0.5, width: 1, height: 1 }, color);
      }
      return;
    }
    case 'dot': {
      const { x, y, radius, color } = shape;
      canvas.paint({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }, color);
      return;
    }
    case 'sign':
      drawSign(shape, canvas);
  }
}

/** Seven rows of five: no font is at hand. */
const glyphs: Readonly<Record<string, string>> = {
  '✗': '00000 10001 01010 00100 01010 10001 00000',
  '✓': '00000 00001 00010 10010 10100 01000 00000',
  A: '01110 10001 10001 11111 10001 10001 10001',
  E: '11111 10000 10000 11110 10000 10000 11111',
  '~': '00000 00000 01000 10101 00010 00000 00000',
  '?': '01110 10001 00001 00110 00100 00000 00100',
  '–': '00000 00000 00000 11111 00000 00000 00000',
  '0': '01110 10001 10011 10101 11001 10001 01110',
  '1': '00100 01100 00100 00100 00100 00100 01110',
  '2': '01110 10001 00001 00110 01000 10000 11111',
  '3': '11111 00010 00100 00010 00001 10001 01110',
  '4': '00010 00110 01010 10010 11111 00010 00010',
  '5': '11111 10000 11110 00001 00001 10001 01110',
  '6': '00110 01000 10000 11110 10001 10001 01110',
  '7': '11111 00001 00010 00100 01000 01000 01000',
  '8': '01110 10001 10001 01110 10001 10001 01110',
  '9': '01110 10001 10001 01111 00001 00010 01100',
};

const advance = 6;

function drawSign({ x, y, text, color }: Extract<Shape, { readonly kind: 'sign' }>, canvas: Canvas): void {
  const characters = [...text];
  const start = x - (characters.length * advance - 1) / 2;
  for (const [index, character] of characters.entries()) {
    for (const [row, bits] of (glyphs[character] ?? '').split(' ').entries()) {
      for (const [column, bit] of [...bits].entries()) {
        if (bit !== '1') continue;
        canvas.paint({ x: start + index * advance + column, y: y - 7.5 + row, width: 1, height: 1 }, color);
      }
    }
  }
}
