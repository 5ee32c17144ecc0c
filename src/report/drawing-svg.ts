import { clean } from './docx-text.ts';
import type { Drawing, Shape } from './drawing.ts';

/** Has the signs, wherever the document is opened. */
const fonts = "'DejaVu Sans Mono', 'Segoe UI Symbol', 'Apple Symbols', sans-serif";

/** A drawing as SVG that stands by itself. */
export function svgOf({ title, description, width, height, shapes }: Drawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`,
    ...shapes.map(svgShape),
    '</svg>',
  ].join('');
}

function svgShape(shape: Shape): string {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, fill, edge, edgeWidth, isDashed } = shape;
      const dashes = isDashed ? ' stroke-dasharray="3 2"' : '';
      const area = `x="${x}" y="${y}" width="${width}" height="${height}"`;
      return `<rect ${area} fill="${fill}" stroke="${edge}" stroke-width="${edgeWidth}"${dashes}/>`;
    }
    case 'line':
      return `<line x1="${shape.x1}" y1="${shape.y1}" x2="${shape.x2}" y2="${shape.y2}" stroke="${shape.color}"/>`;
    case 'dot':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.radius}" fill="${shape.color}"/>`;
    case 'sign': {
      const { x, y, text, color } = shape;
      const style = `font-family="${fonts}" font-size="11" text-anchor="middle" fill="${color}"`;
      return `<text x="${x}" y="${y}" ${style}>${escaped(text)}</text>`;
    }
  }
}

function escaped(text: string): string {
  return clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
