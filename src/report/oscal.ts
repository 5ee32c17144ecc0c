import { createHash } from 'node:crypto';

/** The version of OSCAL that is written. */
export const oscalVersion = '1.2.1';

/** Whose names those are that OSCAL does not define itself. */
const namespace = 'urn:messenger-check:oscal';

export interface OscalProp {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
}

/** A property of ours; OSCAL has no empty ones, so what is empty becomes none. */
export function props(values: Readonly<Record<string, string | null | undefined>>): readonly OscalProp[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const text = oneLine(value ?? '');
    return text === '' ? [] : [{ name, ns: namespace, value: text }];
  });
}

/** `props` as a member; OSCAL has no empty lists either. */
export function listed<Name extends string, Item>(
  name: Name,
  items: readonly Item[],
): Partial<Record<Name, readonly Item[]>> {
  const members: Partial<Record<Name, readonly Item[]>> = {};
  if (items.length > 0) members[name] = items;
  return members;
}

/** A UUID that the parts determine, so that the same input gives the same document. */
export function uuidOf(...parts: readonly string[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([namespace, ...parts]))
    .digest('hex');
  // Version 5, as it is made of a digest, and the variant of RFC 9562.
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return [...groups, hex.slice(20, 32)].join('-');
}

/** An id as OSCAL allows it: a requirement of somebody's own may have any. */
export function token(id: string): string {
  const allowed = id.replaceAll(/[^\p{L}\p{N}.\-_]/gu, '_');
  return /^[\p{L}_]/u.test(allowed) ? allowed : `_${allowed}`;
}

/** The id of the part of a control that says what is demanded: findings point at it. */
export function statementId(requirement: string): string {
  return `${token(requirement)}_smt`;
}

/** The first moment of a day. */
export function dateTime(day: string): string {
  return `${day}T00:00:00Z`;
}

/** A line of marked-up text; where there is nothing, a dash, as OSCAL has no empty line. */
export function markupLine(text: string): string {
  return escaped(oneLine(text)) || '–';
}

/** Paragraphs of marked-up text. */
export function markup(paragraphs: readonly string[]): string {
  return paragraphs.map(markupLine).join('\n\n') || '–';
}

/** Text is no markup, no HTML and no insertion of parameters. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>{}~^]/g, '\\$&');
}

function oneLine(text: string): string {
  return text
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
