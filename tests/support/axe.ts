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

/** What axe objects to in the contrast of light and dark. Of the page, one element of each kind is left. */
export async function contrastViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(keepOneOfEachKind);
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
 * those with the same names and classes up to the root. One of each is left to be looked at.
 */
const keepOneOfEachKind = `(() => {
  const nameOf = (element) => element.tagName + '.' + (element.getAttribute('class') ?? '');
  const kindOf = (element) => element === null ? '' : kindOf(element.parentElement) + ' ' + nameOf(element);
  const all = [...document.body.querySelectorAll('*')];
  const kept = new Set();
  for (let element of new Map(all.map((element) => [kindOf(element), element])).values()) {
    for (; element !== null; element = element.parentElement) kept.add(element);
  }
  for (const element of all) if (!kept.has(element)) element.remove();
})()`;

function violationsOn(page: Page, options: string): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(
    `axe.run({ ...${options}, resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => id + ': ' + node.html.slice(0, 120) + ' ' + (node.any[0]?.message ?? ''))))`,
  );
}
