import { stringify } from 'csv-stringify/sync';

/** For spreadsheets, formulas defused. Every field in quotes: line breaks stay within it, whatever reads the file. */
export function csvRecord(cells: readonly string[], delimiter: string): string {
  return stringify([cells.map((cell) => withoutInnerFormulas(readable(cell)))], {
    delimiter,
    record_delimiter: '\r\n',
    quoted: true,
    escape_formulas: true,
  });
}

/** Spreadsheets stop reading at a NUL and show other control characters as they like. */
function readable(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\t\n]|\p{Cs}/gu, '\uFFFD');
}

/**
 * Whoever opens the file with another separator than the one it was written with cuts cells at commas, semicolons, tabs
 * and line breaks within them: what then stands at the start of a cell must be no formula either.
 */
function withoutInnerFormulas(text: string): string {
  return text.replaceAll(/([,;\t\n][^\S\t\n"]*(?:"[^\S\t\n"]*)*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g, "$1'");
}
