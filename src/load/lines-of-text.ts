export const whiteSpace = ' \t\r\n';

export function spaceBefore(text: string, offset: number, space: string): number {
  let start = offset;
  while (start > 0 && space.includes(text.charAt(start - 1))) start--;
  return start;
}

/** The end of the line on which something ends; block text ends with a line end of its own. */
export function lineEndAt(text: string, offset: number): number {
  const found = text.indexOf('\n', text[offset - 1] === '\n' ? offset - 1 : offset);
  if (found === -1) return text.length;
  return text[found - 1] === '\r' ? found - 1 : found;
}

export function lineStartAt(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of the line of a key, or of the comment lines right above it: these are about it. */
export function startWithComments(text: string, offset: number): number {
  let start = lineStartAt(text, offset);
  while (
    start > 0 &&
    text
      .slice(lineStartAt(text, start - 1), start)
      .trimStart()
      .startsWith('#')
  ) {
    start = lineStartAt(text, start - 1);
  }
  return start;
}

/** How far in a line starts that stands under the key at `offset`. */
export function indentAt(text: string, offset: number): string {
  const start = lineStartAt(text, offset);
  const indent = /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
  return start + indent.length === offset ? indent : `${indent}  `;
}

export function indented(lines: string, indent: string): string {
  return lines.replaceAll(/\n(?!\n|$)/g, `\n${indent}`);
}

export function inLineEndsOf(text: string, lines: string): string {
  return lines.replaceAll('\n', /\r?\n/.exec(text)?.[0] ?? '\n');
}
