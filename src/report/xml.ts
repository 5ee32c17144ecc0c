type Attributes = Readonly<Record<string, string | number>>;

/** An element of XML; `content` is XML already. Strings in attributes are text. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${attribute(String(value))}"`)];
  return content === '' ? `<${start.join(' ')}/>` : `<${start.join(' ')}>${content}</${name}>`;
}

/** Text between tags. Every `>` is written out, so that no `]]>` can stand there. */
export function text(content: string): string {
  return permitted(content)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Parsers make blanks of line breaks in attributes unless they are written as numbers. */
function attribute(content: string): string {
  return text(content).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** Without what XML 1.0 cannot hold even as a number: control characters, halves of characters, non-characters. */
function permitted(content: string): string {
  return content.replaceAll(/[^\P{Cc}\t\n\r\u007F-\u009F]|\p{Cs}|[\uFFFE\uFFFF]/gu, '');
}
