/** Basic Latin, German and its neighbours, punctuation: in the fonts of every version of the compiler. */
const known = /[^ -~\u{A1}-\u{AC}\u{AE}-\u{17F}\u{2013}\u{2014}\u{2018}-\u{201E}\u{2022}\u{2026}\u{20AC}]/gu;
const mostTries = 4;

/**
 * Compiles `data` as JSON. PDF/UA forbids what no font at hand can show: each such character is written as its number,
 * `[U+4E2D]`, so that nothing is lost and nothing fails.
 */
export function compileShowable<T>(data: object, compile: (json: string) => T): T {
  const unshowable = new Set<string>();
  for (let left = mostTries; left > 0; left -= 1) {
    const before = unshowable.size;
    try {
      return compile(jsonWithout(data, (text) => (unshowable.size === 0 ? text : spelledOut(text, unshowable))));
    } catch (error) {
      for (const character of charactersIn(error)) unshowable.add(character);
      if (unshowable.size === before) break;
    }
  }
  return compile(jsonWithout(data, (text) => text.replaceAll(known, numberOf)));
}

/** How long the texts in `data` are at most, in characters: each that a font may lack as long as its number. */
export function lengthInPdf(data: unknown): number {
  if (typeof data === 'string') return data.replaceAll(known, numberOf).length;
  if (typeof data !== 'object' || data === null) return 0;
  return Object.values(data).reduce((sum: number, part) => sum + lengthInPdf(part), 0);
}

function jsonWithout(data: object, shown: (text: string) => string): string {
  return JSON.stringify(data, (_, value) => (typeof value === 'string' ? shown(value) : value));
}

function spelledOut(text: string, unshowable: ReadonlySet<string>): string {
  return text.replaceAll(/[^ -~]/gu, (character) => (unshowable.has(character) ? numberOf(character) : character));
}

function numberOf(character: string): string {
  return `[U+${Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Those of which the compiler says that no font has them. */
function charactersIn(error: unknown): readonly string[] {
  return [...String(error).matchAll(/the text `(.+?)` could not be displayed/gu)].flatMap(([, quoted = '']) => {
    const text = quoted.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
    return [...text].filter((character) => /[^ -~]/u.test(character));
  });
}
