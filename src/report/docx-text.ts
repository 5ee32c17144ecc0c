import {
  ExternalHyperlink,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';

/** What stands in a paragraph: plain text, or a run of its own. */
export type Piece = string | ParagraphChild;

/** What XML 1.0 cannot hold, lone surrogates among it. */
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** C1 controls, and what turns the direction of the text that follows: nothing typed may make a verdict read otherwise. */
const misleading = /[\u{7F}-\u{9F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu;

/** Text on one line that every reader of XML takes; each character that cannot be printed becomes U+FFFD. */
export function clean(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').replaceAll(illegal, '\uFFFD').replaceAll(misleading, '\uFFFD');
}

/** `text` cut to at most `length` characters, for places that repeat on every page. */
export function shortened(text: string, length: number): string {
  const characters = [...clean(text)];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}

export function bold(text: string): TextRun {
  return run(text, { style: 'Strong' });
}

export function italic(text: string): TextRun {
  return run(text, { style: 'Emphasis' });
}

export function run(text: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ ...options, text: clean(text) });
}

/** A link to an address of the web; whatever else an address may be stays text. */
export function link(url: string): ParagraphChild {
  const address = clean(url);
  if (!/^https?:\/\/\S+$/i.test(address)) return run(address);
  return new ExternalHyperlink({ link: address, children: [run(address, { style: 'Hyperlink' })] });
}

export function paragraph(
  pieces: readonly Piece[],
  options: Omit<IParagraphOptions, 'children' | 'text'> = {},
): Paragraph {
  return new Paragraph({
    ...options,
    children: pieces.map((piece) => (typeof piece === 'string' ? spaced(piece) : piece)),
  });
}

/** Text between two runs keeps the blanks at its ends. */
function spaced(text: string): TextRun {
  const [before, after] = [/^\s/, /\s$/].map((blank) => (blank.test(text) ? ' ' : ''));
  const inner = clean(text);
  return new TextRun({ text: inner === '' ? (before ?? '') : `${before}${inner}${after}` });
}

/** A chapter of the memo, numbered by the document itself. */
export function chapter(text: string): Paragraph {
  return paragraph([text], { heading: HeadingLevel.HEADING_1, numbering: { reference: 'chapters', level: 0 } });
}

export function section(text: string): Paragraph {
  return paragraph([text], { heading: HeadingLevel.HEADING_2 });
}

export function subsection(text: string): Paragraph {
  return paragraph([text], { heading: HeadingLevel.HEADING_3 });
}

/** A line of prose that announces the list or table below. */
export function leadIn(text: string): Paragraph {
  return paragraph([bold(text)], { keepNext: true });
}

export function point(pieces: readonly Piece[]): Paragraph {
  return paragraph(pieces, { style: 'ListBullet', numbering: { reference: 'points', level: 0 } });
}

/** A point below a point. */
export function subpoint(pieces: readonly Piece[]): Paragraph {
  return paragraph(pieces, { style: 'ListBullet2', numbering: { reference: 'points', level: 1 } });
}

/** `pieces` with `separator` between them. */
export function joined(texts: readonly string[], separator: string): string {
  return texts.map(clean).join(separator);
}
