/** Without characters that could repaint a terminal, or turn the direction of a line. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

/** The same, with its line breaks. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** On one line, printable: for tables of names that are anybody's. */
export function printableLine(text: string): string {
  return printable(text.replaceAll(/\s+/g, ' '));
}
