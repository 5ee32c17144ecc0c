import { strFromU8, unzipSync } from 'fflate';

/** An element of a part, as a parser that forgives nothing reads it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

type Open = { name: string; attributes: Record<string, string>; children: Open[]; text: string };

/** The parts of a Word document by name, parsed, but pictures in pixels. Throws where one is not well-formed. */
export function readDocx(bytes: Uint8Array): ReadonlyMap<string, Element> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('.png'));
  return new Map(parts.map(([name, part]) => [name, parseXml(strFromU8(part))]));
}

const token = /<\?[^>]*\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

/** Well-formed XML of elements, attributes and text; anything else is an error. */
function parseXml(xml: string): Element {
  const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.exec(xml);
  if (illegal) throw new Error(`illegal character at ${illegal.index}`);
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  token.lastIndex = 0;
  let end = 0;
  for (let match = token.exec(xml); match !== null; match = token.exec(xml)) {
    end = token.lastIndex;
    const [, closed, opened, attributes = '', selfClosed, text] = match;
    const current = stack.at(-1);
    if (closed !== undefined && stack.pop()?.name !== closed) throw new Error(`</${closed}> at ${match.index}`);
    if (text !== undefined && current) current.text += unescaped(text);
    if (opened !== undefined) {
      const element: Open = { name: opened, attributes: attributesOf(attributes), children: [], text: '' };
      current?.children.push(element);
      if (selfClosed !== '/') stack.push(element);
    }
  }
  if (end !== xml.length) throw new Error(`no XML from ${end}: ${xml.slice(end, end + 60)}`);
  const [only] = root.children;
  if (stack.length !== 1 || root.children.length !== 1 || only === undefined) throw new Error('not one root element');
  return only;
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name, value = '']) => [name, unescaped(value)]),
  );
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&([^;]*;?)/g, (_, reference: string) => {
    const character = named[reference.slice(0, -1)];
    if (!reference.endsWith(';') || character === undefined) throw new Error(`bare & before ${reference}`);
    return character;
  });
}

/** An element and all below it, in the order of the document. */
export function everyElement(element: Element): readonly Element[] {
  const found: Element[] = [];
  const visit = (one: Element) => {
    found.push(one);
    one.children.forEach(visit);
  };
  visit(element);
  return found;
}

/** All elements of a name below `element`. */
export function elementsOf(element: Element, name: string): readonly Element[] {
  return everyElement(element).filter((one) => one.name === name);
}

/** The text that a reader sees. */
export function textOf(element: Element): string {
  return elementsOf(element, 'w:t')
    .map(({ text }) => text)
    .join('');
}

/** The value of the first element of a name, as `w:val` says it. */
export function valOf(element: Element, name: string): string | undefined {
  return elementsOf(element, name)[0]?.attributes['w:val'];
}
