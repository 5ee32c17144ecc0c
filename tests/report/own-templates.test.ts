import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { main } from '../../src/main.ts';
import { packageRoot } from '../../src/package-root.ts';
import { renderers } from '../../src/report/index.ts';
import { TemplateMistake } from '../../src/report/own-templates.ts';
import type { Report } from '../../src/report/report.ts';
import { describeTemplateProblem } from '../../src/wording/describe-template-problem.ts';
import { wordings } from '../../src/wording/wording.ts';
import { fakeIo } from '../support/fake-io.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const town = path.join(packageRoot, 'questionnaires/examples/kommune-whatsapp.yaml');
const common = ['--exit-zero', '--quiet', '--date', '2026-11-23'];

async function run(...argv: readonly string[]) {
  const io = fakeIo();
  const code = await main([...argv], io);
  return { code, out: io.out(), err: io.err() };
}

/** A report in which somebody typed what could be taken for markup. */
async function typedReport(depth: string): Promise<Report> {
  const { out } = await run('report', town, '--format', 'json', '--lang', 'en', '--depth', depth, ...common);
  const report: Report = JSON.parse(out);
  const [first, ...rest] = report.head;
  return { ...report, head: [{ id: 'subject', label: 'Subject', ...first, value: '<b>*Amt*</b>' }, ...rest] };
}

const full = await typedReport('full');

type Files = Readonly<Record<string, string>>;

/** A report filled into templates; what is wrong with them as it is told. */
function filled(files: Files, format: 'html' | 'markdown' = 'html', report = full): { out: string; err: string } {
  const templates = Object.entries(files).map(([name, text]) => ({ name, file: name, text, sha256: 'ab12' }));
  try {
    const options = { root: packageRoot, columns: 100, hasColor: false, templates };
    return { out: renderers[format](report, options), err: '' };
  } catch (error) {
    if (!(error instanceof TemplateMistake)) throw error;
    const { message, hint } = describeTemplateProblem(error.problem, wordings.en);
    return { out: '', err: `${error.file}:${error.line} ${message}\n${hint}` };
  }
}

/** The same on the command line. */
async function reportWith(files: Files, ...flags: readonly string[]) {
  const template = path.join(await temporaryFolder(), 'own');
  await mkdir(path.join(template, 'partials'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(template, name), text);
  const { code, out, err } = await run('report', town, ...common, '--template', template, ...flags);
  return { code, out, err: err.replaceAll(`${template}/`, ''), template };
}

describe('a folder of templates', () => {
  test('replaces the letterhead and leaves all else as it is', async () => {
    const { out } = filled({ 'partials/letterhead.html.hbs': '<p>Stadt Musterhausen</p>' });
    expect(out).toContain('<header>\n<p>Stadt Musterhausen</p>\n<p class="kind">');
    expect(out.replace('<p>Stadt Musterhausen</p>\n', '')).toContain('<h2 id="result">3 Result');
  });

  test('changes the order of the chapters with one short file, and they are counted anew', async () => {
    const files = { 'partials/chapters.md.hbs': '{{> result}}\n{{> facts}}\n' };
    const { out } = filled(files, 'markdown');
    expect(out.match(/^## .*/gm)).toEqual([`## 1 Result: ${full.verdict.label}`, '## 2 Facts', '## Please note']);
  });

  test('adds a partial of its own that another one calls', async () => {
    const files = { 'partials/letterhead.html.hbs': '{{> seal}}', 'partials/seal.html.hbs': '<p>Siegel {{title}}</p>' };
    expect(filled(files).out).toContain('<p>Siegel Assessment of');
  });

  test.each(['html', 'md'])('may hold copies of all that ship, with the same outcome (%s)', async (ending) => {
    const folder = path.join(packageRoot, 'templates');
    const names = (await readdir(path.join(folder, 'partials')))
      .filter((name) => name.endsWith(`.${ending}.hbs`))
      // Only the memo is made with templates of one's own.
      .filter((name) => !/^(change|condition)\./.test(name));
    const files = await Promise.all(
      names.map(async (name) => [`partials/${name}`, await readFile(path.join(folder, 'partials', name), 'utf8')]),
    );
    const format = ending === 'md' ? 'markdown' : 'html';
    for (const depth of ['brief', 'annex']) {
      const report = await typedReport(depth);
      const copied = filled(Object.fromEntries(files), format, report);
      expect(copied.err).toBe('');
      const text = (out: string) => out.replaceAll('\\', '').replaceAll(/\s+/g, ' ');
      expect(text(copied.out)).toBe(text(filled({}, format, report).out));
    }
  });

  test.each<['html' | 'markdown', string, string]>([
    ['html', '{{head.0.value}}', '&lt;b&gt;*Amt*&lt;/b&gt;'],
    ['markdown', '{{head.0.value}}', String.raw`\<b\>\*Amt\*\</b\>`],
    ['markdown', '{{capital head.0.value}}', String.raw`\<b\>\*Amt\*\</b\>`],
  ])('prints what was typed as text, in %s: %s', (format, template, expected) => {
    const name = `partials/letterhead.${format === 'html' ? 'html' : 'md'}.hbs`;
    expect(filled({ [name]: template }, format).out).toContain(expected);
  });
});

describe('a mistake in a template', () => {
  const letterhead = 'partials/letterhead.html.hbs';
  test.each<[string, string, RegExp]>([
    ['a brace that is not closed', 'x\n{{title', /^partials\/letterhead\.html\.hbs:2 .*not well formed/],
    ['a block that is not closed', '{{#if title}}\n\nx', /:3 .*not well formed/],
    ['a name that does not exist', '\n\n{{titel}}', /:3 There is no value “titel”/],
    ['such a name in a condition', '\n{{#if titel}}x{{/if}}', /:2 There is no value “titel”/],
    ['such a name within a text', '\n{{#with title}}{{foo}}{{/with}}', /:2 There is no value “foo”/],
    ['a partial that does not exist', '\n{{> lettrhead}}', /:2 There is no partial.*\n.*Did you mean: letterhead\?/],
    ['a helper that does not exist', '{{uper title}}', /:1 There is no helper “uper”/],
    ['a partial in the wrong place', '\n{{> answer}}', /:2 The partial “answer” does not find the value “question”/],
    ['a partial that calls itself', '\n{{> letterhead}}', /:2 The template calls itself/],
  ])('is told with file and line: %s', (_, text, message) => {
    const { err } = filled({ [letterhead]: text });
    expect(err).toMatch(message);
  });

  test.each<[string, RegExp]>([
    ['partials/leterhead.html.hbs', /^partials\/leterhead\.html\.hbs .*replaces none.*\n.*letterhead\?/],
    ['repot.html.hbs', /^repot\.html\.hbs .*no template of this name/],
  ])('in its name is told: %s', async (name, message) => {
    const { code, err } = await reportWith({ [name]: 'x' }, '--format', 'html', '--lang', 'en');
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('is told in German, too', async () => {
    const { code, err } = await reportWith({ [letterhead]: '{{titel}}' }, '--format', 'html', '--lang', 'de');
    expect(code).toBe(2);
    expect(err).toMatch(/^partials\/letterhead\.html\.hbs:1 Einen Wert „titel“ gibt es an dieser Stelle nicht\.\n/);
  });

  test.each(['json', 'docx'])('of format: %s is not made of templates', async (format) => {
    const { code, err } = await reportWith({ [letterhead]: 'x' }, '--format', format, '--lang', 'en');
    expect([code, err]).toEqual([2, expect.stringContaining('for Markdown and HTML only')]);
  });
});

describe('a hostile template', () => {
  const attacks = [
    '{{constructor}}',
    '{{constructor.constructor}}',
    '{{#with constructor}}{{name}}{{/with}}',
    '{{__proto__}}',
    '{{title.constructor}}',
    '{{lookup this "constructor"}}',
    '{{lookup title "__proto__"}}',
    '{{#with "s" as |s|}}{{s.sub.apply}}{{/with}}',
    '{{#each head}}{{this.toString}}{{/each}}',
    '{{head.map}}',
    '{{helperMissing}}',
    '{{#blockHelperMissing title}}x{{/blockHelperMissing}}',
    '{{log title}}',
    '{{{title}}}',
    '{{&title}}',
    '{{memo.notAttached}}',
    '{{@root.constructor}}',
    '{{> ../../../../etc/passwd}}',
    '{{> "/etc/passwd"}}',
    '{{> (lookup this "title")}}',
    '{{#*inline "letterhead"}}x{{/inline}}',
    '{{* decorate}}',
    '{{{{raw}}}}{{title}}{{{{/raw}}}}',
    '{{#with title as |style|}}{{{style}}}{{/with}}',
    '{{#each head as |embedded at|}}{{embedded.value}}{{/each}}',
    '{{#with title as |md|}}{{md}}{{/with}}',
    '{{> signature style=title}}',
  ];

  test.each(attacks)('reaches neither files nor what lies behind the data: %s', (attack) => {
    const silent = vi.spyOn(console, 'error');
    for (const format of ['html', 'markdown'] as const) {
      const name = `partials/letterhead.${format === 'html' ? 'html' : 'md'}.hbs`;
      const { out, err } = filled({ [name]: `\n${attack}` }, format);
      expect(out).toBe('');
      expect(err).toMatch(/^partials\/letterhead\.(html|md)\.hbs:2 /);
    }
    expect(silent).not.toHaveBeenCalled();
    silent.mockRestore();
  });
});

describe('verify of a report made with templates of one’s own', () => {
  const files = { 'partials/letterhead.html.hbs': '<p>Stadt</p>' };

  test('finds it identical with them, and says so', async () => {
    const { out, template } = await reportWith(files, '--format', 'html');
    const report = path.join(template, '../r.html');
    await writeFile(report, out);
    const io = fakeIo();
    expect(await main(['verify', report, '--lang', 'en', '--template', template], io)).toBe(0);
    expect(io.out()).toContain('templates of somebody’s own (partials/letterhead.html.hbs)');
  });

  test('names those that are missing or changed, and does not speak of an edit by hand', async () => {
    const { out, template } = await reportWith(files, '--format', 'html');
    const report = path.join(template, '../r.html');
    await writeFile(report, out);
    const io = fakeIo();
    expect(await main(['verify', report, '--lang', 'en'], io)).toBe(1);
    expect(io.out()).toMatch(/other templates:\n {2}- partials\/letterhead\.html\.hbs is missing here/);
    expect(io.out()).not.toContain('edited by hand.');
    await writeFile(path.join(template, 'partials/letterhead.html.hbs'), '<p>Land</p>');
    const changed = fakeIo();
    expect(await main(['verify', report, '--lang', 'en', '--template', template], changed)).toBe(1);
    expect(changed.out()).toContain('partials/letterhead.html.hbs has different content');
  });
});
