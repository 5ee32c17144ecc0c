import { readdirSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { lint } from 'markdownlint/sync';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Browser, chromium, type Page } from 'playwright-core';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeReport } from '../../src/commands/make-report.ts';
import { languages } from '../../src/domain/language.ts';
import { main } from '../../src/main.ts';
import { packageRoot } from '../../src/package-root.ts';
import { renderers } from '../../src/report/index.ts';
import { markdownAtTerminal } from '../../src/report/markdown-at-terminal.ts';
import type { Report } from '../../src/report/report.ts';
import { contrastViolations, loadAxe, violationsButContrastInShort } from '../support/axe.ts';
import { launchArguments } from '../support/browser.ts';
import { fakeIo } from '../support/fake-io.ts';
import { describeWith } from '../support/needs.ts';

const folder = path.join(import.meta.dirname, '../../questionnaires/examples');
const ownRules = path.join(folder, 'hausregeln-klinikum');
const houseRules = ['--questionnaires', ownRules];
const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const cases = examples.flatMap((name) => languages.map((language) => ({ name, language })));
/** Each in one language, half of them in each. */
const inOneLanguage = examples.map((name, at) => ({
  name,
  language: at % 2 === 0 ? ('de' as const) : ('en' as const),
}));
type Case = (typeof cases)[number];

async function printed(...argv: readonly string[]): Promise<string> {
  const io = fakeIo();
  await main([...argv, ...houseRules, '--date', '2026-11-23', '--exit-zero', '--quiet'], io);
  expect(io.err()).toBe('');
  return io.out();
}

const made = new Map<string, Promise<Report>>();

/** The longest report there is on a worked example. It is made once, and is the same for all formats. */
async function reportOn({ name, language }: Case, format: 'html' | 'markdown'): Promise<string> {
  const key = `${name} ${language}`;
  const contents = { withAlternatives: true, withOutlook: true };
  const options = { language, date: '2026-11-23', questionnaires: [ownRules], quiet: true };
  const report = made.get(key) ?? makeReport(path.join(folder, name), { ...options, ...contents }, fakeIo());
  made.set(key, report);
  return renderers[format](await report, { root: packageRoot, columns: 100, hasColor: false });
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // Titles name the use that was assessed: how long they are is not ours to say.
  rules: { 'long-title': 'off' },
});

async function mistakesIn(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results
    .flatMap(({ messages }) => messages)
    .map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`);
}

/** Beside an empty cell, a terminal is not told the head of its column. */
function withoutTableHeads(markdown: string): string {
  return markdown.replaceAll(/^\|.*\n(?=\| --- \|)/gm, '');
}

function textIn(markdown: string): string {
  const texts: string[] = [];
  visit(fromMarkdown(markdown), (node) => {
    if ('value' in node) texts.push(node.value);
  });
  return texts.join('\n');
}

/** How often each word stands in a text. */
function wordsIn(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(/\p{L}{4,}/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const markdownRules = {
  default: true,
  // A paragraph is a line: whoever reads the source lets the editor wrap it.
  MD013: false,
  // An address in the words of a person is text like the rest of them; only ours are links.
  MD034: false,
};

describe('the report on a worked example', () => {
  test.each(cases)('is HTML without a mistake: $name, $language', async (one) => {
    expect(await mistakesIn(await reportOn(one, 'html'))).toEqual([]);
  });

  test.each(cases.filter(({ name }) => name.startsWith('kommune-w')))(
    'is HTML and tidy Markdown on one page, too: $name, $language',
    async ({ name, language }) => {
      const brief = ['report', path.join(folder, name), '--lang', language, '--depth', 'brief', '--format'];
      expect(await mistakesIn(await printed(...brief, 'html'))).toEqual([]);
      expect(lint({ strings: { report: await printed(...brief, 'markdown') }, config: markdownRules }).report).toEqual(
        [],
      );
    },
  );

  test.each(inOneLanguage)('is there word for word at a terminal: $name, $language', async (one) => {
    const markdown = await reportOn(one, 'markdown');
    const shown = markdownAtTerminal(markdown, { columns: 120, hasColor: false });
    const found = wordsIn(shown);
    for (const [word, count] of wordsIn(textIn(withoutTableHeads(markdown)))) {
      expect.soft(found.get(word) ?? 0, word).toBeGreaterThanOrEqual(count);
    }
    expect(shown).not.toMatch(/\*\*|^#|^\|/m);
    const lines = shown.split('\n').filter((line) => !/https?:\/\//.test(line) && !line.startsWith('    '));
    expect(lines.filter((line) => line.length > 120)).toEqual([]);
  });

  test.each(cases)('is tidy Markdown: $name, $language', async (one) => {
    const found = lint({ strings: { report: await reportOn(one, 'markdown') }, config: markdownRules });
    expect(found.report?.map(({ lineNumber, ruleNames, errorDetail }) => [lineNumber, ruleNames, errorDetail])).toEqual(
      [],
    );
  });
});

describe('a comparison', () => {
  const [first = '', second = ''] = ['kommune-whatsapp.yaml', 'kommune-nrw.yaml'].map((name) =>
    path.join(folder, name),
  );
  test.each([
    { name: 'of two assessments', argv: [first, second] },
    { name: 'of messengers', argv: [first, '--profiles'] },
  ])('$name is HTML without a mistake', async ({ argv }) => {
    expect(await mistakesIn(await printed('compare', ...argv, '--lang', 'de', '--format', 'html'))).toEqual([]);
  });
});

describeWith('chromium', 'the report on a worked example in a browser', (executablePath) => {
  let browser: Browser;
  let page: Page;
  let requests: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: launchArguments });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  });
  afterAll(() => browser.close());

  /** Shows a page that is too long for an address: it is handed over for one that does not exist. */
  async function show(html: string): Promise<void> {
    requests = [];
    await page.unrouteAll();
    await page.route('**/*', (route) => {
      requests.push(route.request().url());
      return requests.length === 1 ? route.fulfill({ contentType: 'text/html', body: html }) : route.abort();
    });
    await page.goto('http://report.invalid/');
  }

  // To axe, the languages differ in nothing.
  test.each(inOneLanguage)(
    'has nothing axe objects to, light and dark, and asks for nothing: $name, $language',
    async (one) => {
      await show(await reportOn(one, 'html'));
      await loadAxe(page);
      // What zooming to 400 percent leaves of 1280 pixels.
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      await page.setViewportSize({ width: 1280, height: 900 });
      expect(await violationsButContrastInShort(page)).toEqual([]);
      expect(await contrastViolations(page)).toEqual([]);
      expect(requests).toHaveLength(1);
    },
  );
});
