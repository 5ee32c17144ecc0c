import { isUtf8 } from 'node:buffer';
import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isScalar,
  LineCounter,
  type ParsedNode,
  Parser,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import { type InputFile, type InputIssue, largestFile, type Problem } from '../domain/input-issue.ts';
import { hasMoreMarksThan, mostMarks } from './yaml-marks.ts';

/** Our files need six levels. The parser recurses once per level, and thousands of brackets would exhaust its stack. */
const deepestNesting = 50;

const fewErrors = 5;

export interface ParsedYaml {
  readonly text: string;
  readonly lines: LineCounter;
  readonly root: ParsedNode;
}

/** Parses one YAML document without aliases, or says everything that keeps it from being one. */
export function parseYaml(file: InputFile): ParsedYaml | readonly InputIssue[] {
  const at = (line: number, column: number, problem: Problem): InputIssue[] => [
    { place: { file: file.name, line, column }, path: '', problem },
  ];
  const { length } = file.bytes;
  if (length > largestFile) return at(1, 1, { kind: 'too-large', bytes: length, limit: largestFile });
  // Zeros are UTF-16 without its mark.
  if (!isUtf8(file.bytes) || file.bytes.includes(0)) return at(firstBadLine(file.bytes), 1, { kind: 'not-utf8' });
  const text = new TextDecoder().decode(file.bytes);
  if (hasMoreMarksThan(mostMarks, text)) return at(1, 1, { kind: 'too-dense', limit: mostMarks });
  const lines = linesOf(text);
  const documents = parseDocuments(text);
  if (documents === 'too-deep') return at(1, 1, { kind: 'too-deep' });
  const [document, second] = documents;
  const issue = (offset: number, problem: Problem) => {
    const { line, col } = lines.linePos(offset);
    return at(Math.max(line, 1), Math.max(col, 1), problem);
  };
  if (second) return issue(second.range[0], { kind: 'several-documents' });
  if (document === undefined || isEmpty(document)) {
    return at(1, 1, { kind: text.includes('#') ? 'only-comments' : 'empty-file' });
  }
  // One open quote or bracket makes an error of every line after it: the first say it.
  const issues = [...document.errors, ...document.warnings]
    .slice(0, fewErrors)
    .flatMap((error) => issue(offsetOf(error, document), { kind: 'yaml', message: error.message }));
  issues.push(...duplicateKeysIn(document, issue), ...forbiddenIn(document, issue));
  return issues.length > 0 || document.contents === null ? issues : { text, lines, root: document.contents };
}

type ParsedDocument = Document.Parsed<ParsedNode>;

/** Counted here, as the parser counts some lines twice and others not at all once something is wrong. */
function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  for (let start = 0; start !== -1; start = text.indexOf('\n', start) + 1 || -1) lines.addNewLine(start);
  return lines;
}

function parseDocuments(text: string): readonly ParsedDocument[] | 'too-deep' {
  const tokens = [...new Parser().parse(text)];
  if (isDeeperThan(deepestNesting, tokens)) return 'too-deep';
  // It compares each key with all before it: forty thousand would take a quarter of a minute.
  const composer = new Composer<ParsedNode>({ uniqueKeys: false });
  return [...composer.compose(tokens)] as ParsedDocument[];
}

function isDeeperThan(limit: number, tokens: readonly CST.Token[]): boolean {
  let level: readonly CST.Token[] = tokens;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((child) => child != null));
}

function isEmpty({ contents, errors }: ParsedDocument): boolean {
  return errors.length === 0 && (contents === null || (isScalar(contents) && contents.value === null));
}

/** A quote that is never closed is found at the end of the file, but wrong where it opens. */
function offsetOf({ code, pos: [start] }: YAMLError, document: ParsedDocument): number {
  let offset = start;
  if (code !== 'MISSING_CHAR') return offset;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range?.[1] === start) offset = range[0];
    },
  });
  return offset;
}

/** Keys that stand twice in their mapping, up to a few. */
function duplicateKeysIn(
  document: ParsedDocument,
  issue: (offset: number, problem: Problem) => InputIssue[],
): readonly InputIssue[] {
  const issues: InputIssue[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value))
          issues.push(...issue(key.range?.[0] ?? 0, { kind: 'duplicate-key', key: shownKey(key) }));
        seen.add(key.value);
        if (issues.length === fewErrors) return visit.BREAK;
      }
      return undefined;
    },
  });
  return issues;
}

function shownKey({ source, value }: Scalar): string {
  return source ?? String(value);
}

/** Aliases can blow a small file up to gigabytes, control characters can repaint a terminal; neither is needed. */
function forbiddenIn(
  document: ParsedDocument,
  issue: (offset: number, problem: Problem) => InputIssue[],
): readonly InputIssue[] {
  const issues: InputIssue[] = [];
  visit(document, {
    Node(_, node) {
      const offset = node.range?.[0] ?? 0;
      // A file made to blow up holds thousands of them: the first one says it.
      if (isAlias(node)) {
        issues.push(...issue(offset, { kind: 'alias' }));
        return visit.BREAK;
      }
      const code = isScalar(node) && typeof node.value === 'string' && controlCharacterIn(node.value);
      if (code) issues.push(...issue(offset, { kind: 'control-character', code }));
      return undefined;
    },
  });
  return issues;
}

/** The first control or text-direction character other than tab and line breaks, such as `U+001B`. */
function controlCharacterIn(text: string): string | undefined {
  const found = /(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.exec(text)?.[0];
  return found && `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A line break never occurs inside a UTF-8 sequence, so the lines can be checked one by one. */
function firstBadLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    const rest = bytes.subarray(start, end === -1 ? undefined : end);
    if (end === -1 || !isUtf8(rest) || rest.includes(0)) return line;
    start = end + 1;
  }
}
