import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Contradiction, Direction, Evidence, Position } from '../../src/domain/evidence.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Question, SubjectMatter } from '../../src/domain/question.ts';
import type { Requirement } from '../../src/domain/requirement.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { reasoningOn } from '../../src/evaluate/reasoning.ts';
import { main } from '../../src/main.ts';
import { packageRoot } from '../../src/package-root.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { renderers } from '../../src/report/index.ts';
import { preparedFormats, preparedTemplates, prepareTemplates } from '../../src/report/prepared-templates.ts';
import type { Report } from '../../src/report/report.ts';
import { escapeMarkdown } from '../../src/report/template-helpers.ts';
import { loadTemplate, templatesToPrepare } from '../../src/report/templates.ts';
import { wordings } from '../../src/wording/wording.ts';
import { fakeIo } from '../support/fake-io.ts';
import { program } from '../support/real-program.ts';
import { catalogue, choice, choices, free, is, questionnaire, requirement, text } from '../support/small-catalogue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const options = { root: packageRoot, columns: 100, hasColor: false };

interface Ids {
  readonly violated: string;
  readonly partial: string;
  readonly open: string;
  readonly each: string;
  readonly fulfilled: string;
}

const plainIds: Ids = { violated: 'R-1', partial: 'R-2', open: 'R-3', each: 'R-4', fulfilled: 'R-5' };

/**
 * A report with something in every place, in which every word comes from `say`, but for the program's own.
 * It is given the place that is filled.
 */
function reportSaying(say: (place: string) => string, { ids = plainIds, language = 'en' as Language } = {}): Report {
  const saidText = (place: string) => text(say(place));
  const bank = catalogueSaying(say, ids);
  const record = { note: say('note'), evidence: [{ text: say('evidence'), date: '2026-05-04' }] };
  const answers: Readonly<Record<string, Answer>> = {
    a: { state: 'given', value: 'no', ...record },
    b: { state: 'given', value: 'half', ...record },
    c: { state: 'unknown', reason: 'asked-provider', ...record },
    functions: { state: 'given', value: ['text', 'calls'], ...record },
    'basis@text': { state: 'given', value: 'no', ...record },
    words: { state: 'given', value: say('answer'), ...record },
    out: { state: 'not-applicable', reason: say('reason why not applicable'), ...record },
    gated: { state: 'given', value: 'yes', ...record },
  };
  const assessment: Assessment = {
    subject: {
      messenger: 'signal',
      organisation: say('organisation'),
      use: say('use'),
      product: say('product'),
      reference: say('reference'),
      assessor: say('assessor'),
      date: '2026-11-20',
    },
    questionnaires: new Map([
      ['paper', `${say('recorded version')}.0`],
      ['other-paper', '1'],
    ]),
    answers: new Map(Object.entries(answers)),
    measures: new Map([
      [ids.violated, { responsible: say('responsible'), due: '2027-01-31', note: say('note on the measure') }],
    ]),
    equivalents: [
      { requirement: ids.partial, measure: say('equivalent'), evidence: say('evidence of the equivalent') },
    ],
    exceptions: [
      {
        requirement: ids.violated,
        reason: say('reason of the exception'),
        approvedBy: say('approved by'),
        from: '2026-01-01',
        until: '2026-06-30',
      },
    ],
  };
  const evaluation = evaluate(bank, assessment, '2026-11-23');
  return buildReport({
    catalogue: { ...bank, sources: new Map([['paper', sourceSaying(say)]]), ...disputesSaying(say, ids) },
    assessment,
    evaluation,
    reasoning: reasoningOn(bank, assessment, evaluation),
    language,
    words: wordings[language],
    file: { name: say('file name'), sha256: 'ab12' },
    version: '1.2.3',
    depth: 'annex',
    warnings: [say('warning'), saidText('another warning').en],
  });
}

function sourceSaying(say: (place: string) => string) {
  return {
    id: 'paper',
    authority: text(say('authority of the source')),
    title: say('title of the source'),
    date: '2020-04-14',
    dateNote: text(say('note on the date')),
    url: 'https://example.org/paper?a=1&b=2',
    checked: 'secondary',
    seen: text(say('how it was seen')),
  } as const;
}

function disputesSaying(say: (place: string) => string, ids: Ids): Pick<Catalogue, 'evidence' | 'contradictions'> {
  const evidence = (id: string, direction: Direction, more: Partial<Evidence> = {}): Evidence => ({
    id,
    kind: 'ruling',
    date: '2017-05-15',
    dateNote: text(say(`note on the date of ${direction}`)),
    body: text(say(`body ${direction}`)),
    holding: text(say(`holding ${direction}`)),
    direction,
    weight: text(say(`weight ${direction}`)),
    urls: ['https://example.org/ruling?a=1&b=2', 'https://example.org/copy'],
    checked: 'secondary',
    messengers: [],
    sectors: [],
    ...more,
  });
  const position = (who: string, requirement: string): Position => ({
    who: text(say(who)),
    says: text(say(`what ${who} says`)),
    dateNote: text(say(`when ${who} said it`)),
    weight: text(say(`weight of ${who}`)),
    requirements: [requirement],
    evidence: ['E-1'],
  });
  const contradiction: Contradiction = {
    id: 'W-1',
    topic: text(say('topic')),
    positions: [position('one side', ids.violated), position('the other side', ids.open)],
    treatment: text(say('treatment')),
  };
  const more = { reference: say('file number'), remark: text(say('remark')) };
  return {
    evidence: new Map(
      [evidence('E-1', 'contra', more), evidence('E-2', 'pro'), evidence('E-3', 'neutral')].map((one) => [one.id, one]),
    ),
    contradictions: new Map([[contradiction.id, contradiction]]),
  };
}

function catalogueSaying(say: (place: string) => string, ids: Ids): Catalogue {
  const about = (matter: SubjectMatter, question: Question): Question => ({
    ...question,
    about: matter,
    text: text(say(`question ${question.id}`)),
    ...('choices' in question && {
      choices: question.choices.map(({ id }) => ({ id, text: text(say(`choice ${id}`)) })),
    }),
  });
  const rule = (id: string, read: string, more: Partial<Requirement> = {}) =>
    requirement(id, is(read, 'yes'), {
      title: text(say(`title ${id}`)),
      finding: text(say(`finding ${id}`)),
      partialWhen: is(read, 'half'),
      partialFinding: text(say(`partial finding ${id}`)),
      measure: text(say(`measure ${id}`)),
      ref: text(say(`ref ${id}`)),
      asOf: text(say(`as of ${id}`)),
      basis: text(say(`basis ${id}`)),
      law: [text(say(`law ${id}`)), text(say(`more law ${id}`))],
      addressee: text(say(`addressee ${id}`)),
      levelUncertain: true,
      ...more,
    });
  const graded = ['yes', 'half', 'no'];
  return catalogue(
    [
      about('product', choice('messenger', ['signal'])),
      about('organisation', choice('a', graded)),
      about('operation', choice('b', graded)),
      about('product', choice('c', graded)),
      about('organisation', choices('functions', ['text', 'calls'])),
      about('organisation', choice('basis', graded, { each: 'functions' })),
      about('organisation', free('words', 'text')),
      about('organisation', choice('out', graded, { allowsNotApplicable: true })),
      about('organisation', choice('gated', graded, { askWhen: is('a', 'yes') })),
    ],
    [
      questionnaire('paper', [], {
        title: text(say('title of the paper')),
        authority: text(say('authority')),
        summary: text(say('summary')),
        scope: text(say('scope')),
        notice: text(say('notice')),
        version: say('version'),
        binds: is('c', 'yes'),
        sections: [
          {
            id: 'only',
            title: text(say('title of the section')),
            questions: ['a', 'b', 'c', 'functions', 'basis', 'gated'],
            requirements: [
              rule(ids.violated, 'a'),
              rule(ids.partial, 'b', { issuer: text(say('issuer')), checked: 'secondary' }),
              rule(ids.open, 'c'),
              rule(ids.each, 'basis', { each: 'functions' }),
              rule(ids.fulfilled, 'a', { fulfilledWhen: is('a', 'no'), level: 'may' }),
            ],
          },
        ],
      }),
      // Whether it binds is settled, and by an answer in somebody's own words.
      questionnaire('other-paper', [], {
        title: text(say('title of the other paper')),
        offeredWhen: is('a', 'no'),
        offeredBecause: text(say('why it is offered')),
        binds: is('out', 'yes'),
      }),
    ],
    ['messenger', 'words', 'out'],
  );
}

/** What a person might type, on purpose or not: words, and what Markdown and HTML could take for more. */
const fragments = [
  'Grüße, Straße',
  'ok',
  ' ',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  '\u00a0',
  '\u2028',
  '`code`',
  '```',
  '~~~',
  '|',
  '|---|---|',
  '#',
  '## ',
  '- ',
  '+ ',
  '* ',
  '1. ',
  '12) ',
  '> ',
  '---',
  '===',
  '***',
  '___',
  '-',
  '=',
  '.',
  '_a_',
  '**b**',
  '~~c~~',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '[x]: https://evil.example',
  '[^1]',
  '[ ] ',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<https://evil.example>',
  '</style>',
  '</title>',
  '<!-- ',
  '-->',
  '&lt;b&gt;',
  '&#35;',
  '"',
  "'",
  '" onmouseover="alert(1)',
  '\\',
  '\\|',
  '\\`',
  '$x$',
  '{{title}}',
  '{{{style}}}',
  '{% x %}',
  '!',
  ':',
  '👩‍💻',
  '\u200b',
];

function typedText(): fc.Arbitrary<string> {
  const pieces = fc.array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fragments) }, fc.string({ maxLength: 4 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  return pieces.map((some) => some.join('')).filter((typed) => typed.trim() !== '');
}

const benign = 'Benignus';

/** The tags of a page, and the text between them with its entities resolved. */
function partsOfHtml(html: string): { tags: readonly string[]; text: string } {
  const entities: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#x27;': "'",
    '&#x60;': '`',
    '&#x3D;': '=',
    '&amp;': '&',
  };
  return {
    tags: html.match(/<[^>]*>/g) ?? [],
    text: html.replaceAll(/<[^>]*>/g, '').replaceAll(/&[^;\s]{1,6};/g, (entity) => entities[entity] ?? `no ${entity}`),
  };
}

describe('the HTML report', () => {
  const baseline = partsOfHtml(
    renderers.html(
      reportSaying(() => benign),
      options,
    ),
  );

  test('has words of people and papers in it, in the first place', () => {
    expect(baseline.text.split(benign).length).toBeGreaterThan(100);
  });

  test('shows whatever was typed as text: no tag, attribute or entity of its own', () => {
    fc.assert(
      fc.property(typedText(), (typed) => {
        const { tags, text: shown } = partsOfHtml(
          renderers.html(
            reportSaying(() => typed),
            options,
          ),
        );
        expect(tags).toEqual(baseline.tags);
        expect(shown).toBe(baseline.text.replaceAll(benign, () => typed));
      }),
      { numRuns: 300 },
    );
  });

  test('allows the style it carries, by its digest, and nothing else', () => {
    const html = renderers.html(
      reportSaying(() => benign),
      options,
    );
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(style.length).toBeGreaterThan(1000);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    expect(policy?.replaceAll('&#x3D;', '=')).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
    );
  });

  test.each<Language>(['de', 'en'])('says that it is in %s', (language) => {
    expect(
      renderers.html(
        reportSaying(() => benign, { language }),
        options,
      ),
    ).toContain(`<html lang="${language}">`);
  });

  const cases: readonly { name: string; ids: Ids }[] = [
    { name: 'for requirements like those that ship, one of them judged for each choice', ids: plainIds },
    {
      name: 'for requirements of one’s own, whatever they are called',
      ids: { violated: 'Nr. 1', partial: 'Nr-1', open: 'data', each: 'Ä', fulfilled: 'Ö' },
    },
  ];
  const valuesOf = (attribute: string, ids: Ids) =>
    partsOfHtml(
      renderers.html(
        reportSaying(() => benign, { ids }),
        options,
      ),
    ).tags.flatMap((tag) => new RegExp(` ${attribute}="([^"]*)"`).exec(tag)?.[1] ?? []);

  test.each(cases)('has a target for every link, $name', ({ ids }) => {
    const links = valuesOf('href', ids).filter((href) => href.startsWith('#'));
    const targets = valuesOf('id', ids);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((href) => !targets.includes(href.slice(1)))).toEqual([]);
  });

  test.each(cases)('gives no id twice, $name', ({ ids }) => {
    const targets = valuesOf('id', ids);
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((id, index) => targets.indexOf(id) !== index)).toEqual([]);
  });
});

/* What follows reads Markdown the way the CommonMark and GFM specifications tell it, one line at a time:
   the report never continues a paragraph on the next line, so a line shows all that could become structure. */

const isPunctuation = /^[!-/:-@[-`{-~]$/;

/** A line in which a backslash before punctuation has made a plain character of it. */
function charactersOf(line: string): readonly { readonly char: string; readonly isEscaped: boolean }[] {
  const characters: { char: string; isEscaped: boolean }[] = [];
  const all = [...line];
  for (let index = 0; index < all.length; index++) {
    const [char = '', next = ''] = all.slice(index, index + 2);
    const isEscape = char === '\\' && isPunctuation.test(next);
    characters.push({ char: isEscape ? next : char, isEscaped: isEscape });
    if (isEscape) index++;
  }
  return characters;
}

/** What a reader sees of a line, with its active characters in it, but for white space. */
function visible(line: string): string {
  return charactersOf(line)
    .map(({ char }) => char)
    .join('')
    .replaceAll(/\s/g, '');
}

/** The characters of a line that can mark emphasis, code, links, cells, HTML, entities, formulas or the end of a heading. */
function activeCharacters(line: string): string {
  return charactersOf(line)
    .filter(({ char, isEscaped }) => !isEscaped && /[*_`[\]<>|~#&$\\]/.test(char))
    .map(({ char }) => char)
    .join('');
}

const blockStarts: Readonly<Record<string, RegExp>> = {
  blank: /^\s*$/,
  table: /^\|/,
  heading: /^ {0,3}#{1,6}(\s|$)/,
  fence: /^ {0,3}(`{3}|~{3})/,
  quote: /^ {0,3}>/,
  line: /^ {0,3}([-*_])[ \t]*(\1[ \t]*){2,}$/,
  underline: /^ {0,3}(=+|-+)[ \t]*$/,
  bullet: /^ *[-+*](\s|$)/,
  number: /^ *\d{1,9}[.)](\s|$)/,
  html: /^ {0,3}</,
  definition: /^ {0,3}\[/,
  code: /^( {4}|\t)/,
};

/** What a line opens: a list item can hold another block. */
function opensOf(line: string): readonly string[] {
  const [kind = 'text'] = Object.entries(blockStarts).find(([, start]) => start.test(line)) ?? [];
  if (kind !== 'bullet' && kind !== 'number') return [kind];
  return [kind, ...opensOf(line.replace(/^ *([-+*]|\d{1,9}[.)])\s?/, ''))];
}

function idsSaying(say: (place: string) => string): Ids {
  const id = (number: number) => `${say('id')}${number}`;
  return { violated: id(1), partial: id(2), open: id(3), each: id(4), fulfilled: id(5) };
}

describe('the Markdown report', () => {
  const linesOf = (say: (place: string) => string) =>
    renderers.markdown(reportSaying(say, { ids: idsSaying(say) }), options).split(/\r\n|\r|\n/);
  const baseline = linesOf(() => benign);

  test('has words of people and papers in it, in the first place', () => {
    expect(baseline.filter((line) => line.includes(benign)).length).toBeGreaterThan(60);
  });

  test('shows whatever was typed as text: no line, block, emphasis, link, cell, HTML or entity of its own', () => {
    fc.assert(
      fc.property(typedText(), (typed) => {
        const lines = linesOf(() => typed);
        expect(lines.map(opensOf)).toEqual(baseline.map(opensOf));
        expect(lines.map(activeCharacters)).toEqual(baseline.map(activeCharacters));
        const shown = typed.replaceAll(/\s/g, '');
        expect(lines.map(visible)).toEqual(baseline.map((line) => visible(line).replaceAll(benign, () => shown)));
      }),
      { numRuns: 300 },
    );
  });

  const cells = (line: string) => activeCharacters(line).replaceAll(/[^|]/g, '').length;

  test('keeps an address in its cell, whatever is in it', () => {
    const report = reportSaying(() => benign);
    const sources = report.sources.map((source) => ({ ...source, url: 'https://example.org/a|b' }));
    const lines = renderers.markdown({ ...report, sources }, options).split('\n');
    const row = lines.findIndex((line) => line.includes('https://example.org/a'));
    expect(cells(lines[row] ?? '')).toBe(cells(lines[row - 1] ?? ''));
  });

  test('gives every table row as many cells as its head', () => {
    fc.assert(
      fc.property(typedText(), (typed) => {
        const lines = linesOf(() => typed);
        const rows = lines.map((line, index) => ({ line, before: lines[index - 1] ?? '' }));
        const continued = rows.filter(({ line, before }) => line.startsWith('|') && before.startsWith('|'));
        expect(continued.length).toBeGreaterThan(10);
        for (const { line, before } of continued) expect(cells(line)).toBe(cells(before));
      }),
      { numRuns: 50 },
    );
  });
});

describe('text in Markdown', () => {
  test.each<{ typed: string; written: string; why: string }>([
    {
      typed: 'Stadt Köln, 3. Etage (links)',
      written: 'Stadt Köln, 3. Etage (links)',
      why: 'is left alone where nothing is special',
    },
    { typed: '- erstens', written: '\\- erstens', why: 'opens no list' },
    { typed: '+', written: '\\+', why: 'opens no empty list' },
    { typed: '1. erstens', written: '1\\. erstens', why: 'opens no numbered list' },
    { typed: '2026. Jahr', written: '2026\\. Jahr', why: 'opens no list numbered like a year' },
    { typed: '1.5 Tage', written: '1.5 Tage', why: 'keeps a number' },
    { typed: '-5 Grad', written: '-5 Grad', why: 'keeps a sign' },
    { typed: '---', written: '\\---', why: 'draws no line' },
    { typed: '# Titel', written: '\\# Titel', why: 'makes no heading' },
    { typed: 'a | b', written: 'a \\| b', why: 'makes no cell' },
    { typed: 'eins\n\n    zwei\tdrei', written: 'eins zwei drei', why: 'stays on one line' },
    { typed: '  weit  ', written: 'weit', why: 'loses the blanks around it' },
    { typed: 'C:\\neu', written: 'C:\\\\neu', why: 'keeps a backslash' },
    { typed: '<b>', written: '\\<b\\>', why: 'makes no HTML' },
    { typed: '&copy;', written: '\\&copy;', why: 'makes no entity' },
  ])('$why: $typed', ({ typed, written }) => {
    expect(escapeMarkdown(typed)).toBe(written);
  });
});

describe('both reports', () => {
  /** Whatever a report says in words; ids are for machines. */
  function wordsOf(value: unknown): readonly string[] {
    if (typeof value === 'string') return [value];
    if (value === null || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, one]) =>
      ['id', 'questionnaire', 'options'].includes(key) ? [] : wordsOf(one),
    );
  }

  test.each<Language>(['de', 'en'])('leave out nothing that the report says, in %s', (language) => {
    const report = reportSaying((place) => `The ${place} in words`, { language });
    const { format: _format, language: _language, date: _date, brief: _brief, ...content } = report;
    const said = wordsOf(content).map((words) => words.replaceAll(/\s/g, ''));
    const html = partsOfHtml(renderers.html(report, options)).text.replaceAll(/\s/g, '').toLowerCase();
    const markdown = renderers.markdown(report, options).split('\n').map(visible).join('').toLowerCase();
    expect(said.length).toBeGreaterThan(150);
    expect(said.filter((words) => !html.includes(words.toLowerCase()))).toEqual([]);
    expect(said.filter((words) => !markdown.includes(words.toLowerCase()))).toEqual([]);
  });

  test.each<Language>(['de', 'en'])('leave out nothing of the brief, on one page, in %s', (language) => {
    const report = reportSaying((place) => `The ${place} in words`, { language });
    const brief = { ...report, chapters: [] };
    const said = wordsOf(report.brief).map((words) => words.replaceAll(/\s/g, ''));
    const html = partsOfHtml(renderers.html(brief, options)).text.replaceAll(/\s/g, '').toLowerCase();
    const markdown = renderers.markdown(brief, options).split('\n').map(visible).join('').toLowerCase();
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter((words) => !html.includes(words.toLowerCase()))).toEqual([]);
    expect(said.filter((words) => !markdown.includes(words.toLowerCase()))).toEqual([]);
  });

  test('are the same bytes for the same report', () => {
    for (const format of ['html', 'markdown', 'json', 'terminal'] as const) {
      const one = renderers[format](
        reportSaying((place) => place),
        options,
      );
      expect(
        renderers[format](
          reportSaying((place) => place),
          options,
        ),
      ).toBe(one);
    }
  });

  test('as JSON, the report is itself', () => {
    const report = reportSaying((place) => `${place} "quoted" \u2028`);
    expect(JSON.parse(renderers.json(report, options))).toEqual(report);
  });
});

describe('templates that the build prepared', () => {
  const texts = new Map([['report.md.hbs', '{{title}}{{#each names}} {{md this}}{{/each}}']]);
  const strict = { strict: true, noEscape: true };

  test('are filled like those that are compiled', async () => {
    const file = path.join(await temporaryFolder(), 'templates-md.cjs');
    await writeFile(file, prepareTemplates(texts, strict));
    const ready = preparedTemplates(file, texts, strict)?.['report.md.hbs'];
    const helpers = { md: (name: string) => `<${name}>` };
    if (ready === undefined) throw new Error('it is not there');
    expect(Handlebars.template(ready)({ title: 't', names: ['a', 'b'] }, { helpers })).toBe('t <a> <b>');
    expect(() => Handlebars.template(ready)({ tilte: 't', names: [] }, { helpers })).toThrow('title');
  });

  test('stand for no other texts and options, and there need not be any', async () => {
    const file = path.join(await temporaryFolder(), 'templates-md.cjs');
    expect(preparedTemplates(file, texts, strict)).toBeUndefined();
    await writeFile(file, prepareTemplates(texts, strict));
    expect(preparedTemplates(file, new Map([['report.md.hbs', 'changed']]), strict)).toBeUndefined();
    expect(preparedTemplates(file, texts, { ...strict, noEscape: false })).toBeUndefined();
  });

  test.each(preparedFormats)('are those of the package: %s', async (format) => {
    const built = path.join(packageRoot, `dist/templates-${format}.cjs`);
    expect(await readFile(built, 'utf8')).toBe(templatesToPrepare(packageRoot, format));
  });

  test.each(['markdown', 'html'])('print what compiled ones print: %s', async (format) => {
    const file = path.join(packageRoot, 'questionnaires/examples/kommune-whatsapp.yaml');
    const argv = ['report', file, '--format', format, '--lang', 'de', '--date', '2026-11-23', '--exit-zero', '--quiet'];
    const io = fakeIo();
    await main(argv, io);
    const built = execFileSync(process.execPath, [program, ...argv], { encoding: 'utf8', maxBuffer: 1e8 });
    expect(built.length).toBeGreaterThan(100_000);
    expect(built).toBe(io.out());
  });
});

describe('a template', () => {
  async function rootWith(files: Readonly<Record<string, string>>): Promise<string> {
    const root = await temporaryFolder();
    await mkdir(path.join(root, 'templates/partials'), { recursive: true });
    for (const [name, content] of Object.entries(files)) await writeFile(path.join(root, 'templates', name), content);
    return root;
  }

  test('that names what does not exist is a bug, not a gap', async () => {
    const root = await rootWith({ 'report.md.hbs': '{{tilte}}' });
    expect(() => loadTemplate(root, 'report.md')({ title: 'x' })).toThrow('tilte');
  });

  test('of HTML escapes by itself, and knows the digest of its style', async () => {
    const root = await rootWith({
      'report.html.hbs': '{{styleHash}}{{title}}',
      'report.css': 'p { margin: 0 }',
    });
    const digest = createHash('sha256').update('p { margin: 0 }').digest('base64').replaceAll('=', '&#x3D;');
    expect(loadTemplate(root, 'report.html')({ title: '<b>' })).toBe(`sha256-${digest}&lt;b&gt;`);
  });
});
