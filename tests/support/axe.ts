import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Brings axe into a page; its context must bypass the policy of the page. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
}

/** What axe objects to on the whole page, contrast left out. */
export function violationsButContrast(page: Page): Promise<readonly string[]> {
  return violationsOn(page, `{ rules: { 'color-contrast': { enabled: false } } }`);
}

/** Rules about how the whole page hangs together. */
const structural = [
  ...[
    'bypass',
    'document-title',
    'duplicate-id-aria',
    'empty-heading',
    'heading-order',
    'html-has-lang',
    'html-lang-valid',
  ],
  ...[
    'landmark-one-main',
    'landmark-unique',
    'link-name',
    'meta-viewport',
    'page-has-heading-one',
    'region',
    'svg-img-alt',
  ],
];

/**
 * The same, in a part of the time: on the whole page the rules about how it hangs together, all others on a page with
 * a few elements of each kind, as the others of a kind come from the same line of the same template.
 */
export async function violationsButContrastInShort(page: Page): Promise<readonly string[]> {
  const found = await violationsOn(page, `{ runOnly: ${JSON.stringify(structural)} }`);
  await page.evaluate(keepOfEachKind(3));
  const off = Object.fromEntries([...structural, 'color-contrast'].map((rule) => [rule, { enabled: false }]));
  return [...found, ...(await violationsOn(page, `{ rules: ${JSON.stringify(off)} }`))];
}

/** What axe objects to in the contrast of light and dark. Of the page, one element of each kind is left. */
export async function contrastViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(keepOfEachKind(1));
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const violations = await violationsOn(page, `{ runOnly: ['color-contrast'] }`);
    found.push(...violations.map((one) => `${colorScheme}: ${one}`));
  }
  return found;
}

/**
 * Contrast takes axe longer than all the rest, and is the same for all elements that look the same to the style sheet:
 * those with the same names and classes up to the root. So many of each are left to be looked at.
 */
function keepOfEachKind(most: number): string {
  return `(() => {
    const nameOf = (element) => element.tagName + '.' + (element.getAttribute('class') ?? '');
    const kindOf = (element) => element === null ? '' : kindOf(element.parentElement) + ' ' + nameOf(element);
    const all = [...document.body.querySelectorAll('*')];
    const kept = new Set();
    const counts = new Map();
    for (let element of all) {
      const kind = kindOf(element);
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count > ${most}) continue;
      for (; element !== null; element = element.parentElement) kept.add(element);
    }
    for (const element of all) if (!kept.has(element)) element.remove();
  })()`;
}

function violationsOn(page: Page, options: string): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(
    `axe.run({ ...${options}, resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => id + ': ' + node.html.slice(0, 120) + ' ' + (node.any[0]?.message ?? ''))))`,
  );
}
