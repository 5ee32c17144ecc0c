import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import { main } from '../../src/main.ts';
import { packageRoot } from '../../src/package-root.ts';
import { fakeIo } from '../support/fake-io.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const answers = [
  'format: messenger-check/assessment@1',
  'subject: { organisation: "<b>*Amt*</b>", use: Auskunft }',
  '',
];

/** A folder with templates, and what `report` says with it. */
async function reportWith(
  files: Readonly<Record<string, string>>,
  { format = 'html', language = 'en' as Language, flags = [] as readonly string[] } = {},
) {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'own/partials'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, 'own', name), text);
  const file = path.join(folder, 'a.yaml');
  await writeFile(file, answers.join('\n'));
  const template = path.join(folder, 'own');
  const common = ['--lang', language, '--exit-zero', '--quiet', '--date', '2026-11-23', '--template', template];
  const io = fakeIo();
  const code = await main(['report', file, '--format', format, ...common, ...flags], io);
  return { code, out: io.out(), err: io.err().replaceAll(`${template}/`, ''), template };
}

describe('a folder of templates', () => {
  test('replaces the letterhead and leaves all else as it is', async () => {
    const { out } = await reportWith({ 'partials/letterhead.html.hbs': '<p>Stadt Musterhausen</p>' });
    expect(out).toContain('<header>\n<p>Stadt Musterhausen</p>\n<p class="kind">');
    expect(out.replace('<p>Stadt Musterhausen</p>\n', '')).toContain('<h2 id="result">3 Result');
  });

  test('changes the order of the chapters with one short file, and they are counted anew', async () => {
    const files = { 'partials/chapters.md.hbs': '{{> result}}\n{{> facts}}\n' };
    const { out } = await reportWith(files, { format: 'markdown' });
    expect(out.match(/^## .*/gm)).toEqual(['## 1 Result: cannot be determined yet', '## 2 Facts', '## Please note']);
  });

  test('adds a partial of its own that another one calls', async () => {
    const files = { 'partials/letterhead.html.hbs': '{{> seal}}', 'partials/seal.html.hbs': '<p>Siegel {{title}}</p>' };
    expect((await reportWith(files)).out).toContain('<p>Siegel Assessment of');
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
      const options = { format, flags: ['--depth', depth] };
      const copied = await reportWith(Object.fromEntries(files), options);
      const plain = await reportWith({ [`partials/letterhead.${ending}.hbs`]: '' }, options);
      expect([copied.code, copied.err]).toEqual([0, '']);
      const text = ({ out }: { out: string }) =>
        out.replaceAll(/<template .*|\\|^.*[0-9a-f]{64}.*$/gm, '').replaceAll(/\n+/g, '\n');
      expect(text(copied)).toBe(text(plain));
    }
  });

  test.each([
    ['html', '{{head.0.value}}', 'Use of a messenger not named yet; &lt;b&gt;*Amt*&lt;/b&gt;; Auskunft'],
    ['markdown', '{{head.0.value}}', String.raw`Use of a messenger not named yet; \<b\>\*Amt\*\</b\>; Auskunft`],
    [
      'markdown',
      '{{capital head.0.value}}',
      String.raw`Use of a messenger not named yet; \<b\>\*Amt\*\</b\>; Auskunft`,
    ],
  ])('prints what was typed as text, in %s: %s', async (format, template, expected) => {
    const name = `partials/letterhead.${format === 'html' ? 'html' : 'md'}.hbs`;
    expect((await reportWith({ [name]: template }, { format })).out).toContain(expected);
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
  ])('is told with file and line: %s', async (_, text, message) => {
    const { code, out, err } = await reportWith({ [letterhead]: text });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  test.each<[string, RegExp]>([
    ['partials/leterhead.html.hbs', /^partials\/leterhead\.html\.hbs .*replaces none.*\n.*letterhead\?/],
    ['repot.html.hbs', /^repot\.html\.hbs .*no template of this name/],
  ])('in its name is told: %s', async (name, message) => {
    const { code, err } = await reportWith({ [name]: 'x' });
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('is told in German, too', async () => {
    const { err } = await reportWith({ [letterhead]: '{{titel}}' }, { language: 'de' });
    expect(err).toMatch(/^partials\/letterhead\.html\.hbs:1 Einen Wert „titel“ gibt es an dieser Stelle nicht\.\n/);
  });

  test.each(['json', 'docx'])('of format: %s is not made of templates', async (format) => {
    const { code, err } = await reportWith({ [letterhead]: 'x' }, { format });
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
  ];

  test.each(attacks)('reaches neither files nor what lies behind the data: %s', async (attack) => {
    const silent = vi.spyOn(console, 'error');
    for (const format of ['html', 'markdown']) {
      const name = `partials/letterhead.${format === 'html' ? 'html' : 'md'}.hbs`;
      const { code, out, err } = await reportWith({ [name]: `\n${attack}` }, { format });
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^partials\/letterhead\.(html|md)\.hbs:2 /);
    }
    expect(silent).not.toHaveBeenCalled();
    silent.mockRestore();
  });
});

describe('verify of a report made with templates of one’s own', () => {
  const files = { 'partials/letterhead.html.hbs': '<p>Stadt</p>' };

  test('finds it identical with them, and says so', async () => {
    const { out, template } = await reportWith(files);
    const report = path.join(template, '../r.html');
    await writeFile(report, out);
    const io = fakeIo();
    expect(await main(['verify', report, '--lang', 'en', '--template', template], io)).toBe(0);
    expect(io.out()).toContain('templates of somebody’s own (partials/letterhead.html.hbs)');
  });

  test('names those that are missing or changed, and does not speak of an edit by hand', async () => {
    const { out, template } = await reportWith(files);
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
