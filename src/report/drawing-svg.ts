import { clean } from './docx-text.ts';
import type { Drawing, Shape } from './drawing.ts';
import { element, text } from './xml.ts';

/** Has the signs, wherever the document is opened. */
const fonts = "'DejaVu Sans Mono', 'Segoe UI Symbol', 'Apple Symbols', sans-serif";

/** A drawing as SVG that stands by itself. */
export function svgOf({ title, description, width, height, shapes }: Drawing): string {
  const size = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` };
  const words = [element('title', {}, text(clean(title))), element('desc', {}, text(clean(description)))];
  return element('svg', size, [...words, ...shapes.map(svgShape)].join(''));
}

function svgShape(shape: Shape): string {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, fill, edge, edgeWidth, isDashed } = shape;
      const dashes = isDashed ? { 'stroke-dasharray': '3 2' } : {};
      return element('rect', { x, y, width, height, fill, stroke: edge, 'stroke-width': edgeWidth, ...dashes });
    }
    case 'line': {
      const { x1, y1, x2, y2, color } = shape;
      return element('line', { x1, y1, x2, y2, stroke: color });
    }
    case 'dot':
      return element('circle', { cx: shape.x, cy: shape.y, r: shape.radius, fill: shape.color });
    case 'sign': {
      const { x, y, text: signs, color } = shape;
      const style = { 'font-family': fonts, 'font-size': 11, 'text-anchor': 'middle', fill: color };
      return element('text', { x, y, ...style }, text(signs));
    }
  }
}
