import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { inputFile } from '../src/files/input-file.ts';
import { loadAssessment } from '../src/load/load-assessment.ts';
import { packageRoot } from '../src/package-root.ts';
import { wordings } from '../src/wording/wording.ts';
import { plainRun } from './support/plain-session.ts';
import { program } from './support/real-program.ts';
import { runs } from './support/runs.ts';
import { shippedCatalogue } from './support/shipped-catalogue.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** A municipality in Hesse with a messenger of its own; from the choice of papers on, the first choice everywhere. */
const opening = ['Stadt Musterhausen', 'Bürgeranfragen', 'DSB-1', 'DSB', '3', '7', '26', 'Eigenbau'];
const everywhereTheFirst = Array.from({ length: 120 }, () => '1');
const whole = [...opening, ...everywhereTheFirst];

describe.each(['de', 'en'] as const)('the interview in plain lines, in %s', (language) => {
  const words = wordings[language].interview;
  const key = (action: keyof typeof words.actions) => words.actions[action].key;
  const run = (folder: string, lines: readonly string[]) =>
    plainRun(['a.yaml', '--lang', language, '--date', '2026-11-23'], lines, { folder });

  test('asks everything and ends like the drawn one', async () => {
    const folder = await temporaryFolder();
    const { text, code } = await run(folder, whole);
    expect(text).toContain(words.finished);
    expect(code).not.toBe(130);
    const { subject, answers } = parse(await readFile(path.join(folder, 'a.yaml'), 'utf8'));
    expect(subject).toMatchObject({ organisation: 'Stadt Musterhausen', messenger: 'other', product: 'Eigenbau' });
    expect(answers).toMatchObject({ sector: 'municipality', state: 'he' });
    expect(await readdir(folder)).toEqual(['a.yaml']);
  });

  test('takes no letter for a text: it is a command elsewhere', async () => {
    const folder = await temporaryFolder();
    const { text } = await run(folder, [key('help'), 'Stadt Musterhausen']);
    expect(text).toContain(words.needsMoreThanLetter);
    const { subject } = parse(await readFile(path.join(folder, 'a.yaml'), 'utf8'));
    expect(subject).toMatchObject({ organisation: 'Stadt Musterhausen' });
  });

  test('reaches every action by its letter, and tells what it did', async () => {
    const folder = await temporaryFolder();
    const { text } = await run(folder, [
      'Stadt',
      // A text is told from a command by the slash.
      `/${key('back')}`,
      'Stadt Musterhausen',
      'Anfragen',
      '',
      '',
      key('help'),
      key('note'),
      'Satzung nachsehen',
      key('evidence'),
      'Satzung',
      '01.02.2026',
      '2026-01-01',
      '2027-01-31',
      key('unknown'),
      '2',
      key('later'),
      `/${key('overview')}`,
      '5',
      '3',
      key('go'),
      '1',
      key('quit'),
    ]);
    expect(text).toContain(words.needsLaterDay('2026-11-23'));
    for (const title of [words.whyTitle, words.goQuestion, words.overviewQuestion]) expect(text).toContain(title);
    const { subject, answers } = parse(await readFile(path.join(folder, 'a.yaml'), 'utf8'));
    expect(subject.organisation).toBe('Stadt Musterhausen');
    expect(answers).toEqual({
      sector: {
        value: 'municipality',
        note: 'Satzung nachsehen',
        evidence: [{ text: 'Satzung', date: '2026-02-01', validUntil: '2027-01-31' }],
      },
    });
    expect(text).toContain(words.stopped({ file: 'a.yaml', left: 50, again: 'a.yaml' }).split('.')[0]);
  });

  test('takes an optional line away again with a hyphen', async () => {
    const folder = await temporaryFolder();
    const back = `/${key('back')}`;
    const { text } = await run(folder, ['Stadt', 'Anfragen', 'DSB-1', back, '', back, '-', `/${key('quit')}`]);
    expect(text).toContain(words.plainType(true));
    expect(parse(await readFile(path.join(folder, 'a.yaml'), 'utf8')).subject).toMatchObject({ use: 'Anfragen' });
    expect(await readFile(path.join(folder, 'a.yaml'), 'utf8')).not.toContain('reference');
  });

  test('draws nothing: no escape sequence, no line that is written over', async () => {
    const { text } = await run(await temporaryFolder(), [...opening, key('help'), key('quit')]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
    expect(text).not.toMatch(/[\u001b\r\b]/);
  });

  test('takes no empty line, wrong number or unknown letter for an answer', async () => {
    const folder = await temporaryFolder();
    const { text, code } = await run(folder, [...opening.slice(0, 4), '', '0', '99', 'ö', '3,5']);
    expect(text.split(words.plainNeedsNumber(11, true))).toHaveLength(6);
    expect(parse(await readFile(path.join(folder, 'a.yaml'), 'utf8')).answers).toBeUndefined();
    expect(code).toBe(130);
  });
});

test('can be left by the same letter at its end, too', async () => {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'a.yaml');
  await writeFile(file, await readFile(path.join(packageRoot, 'questionnaires/examples/kommune-nrw.yaml'), 'utf8'));
  const words = wordings.de.interview;
  const { text, code } = await plainRun(['a.yaml', '--lang', 'de'], ['1', words.actions.quit.key], { folder });
  expect(text).toContain(words.reviewQuestion);
  expect(text).not.toContain('Bitte eine Nummer');
  expect(code).toBe(1);
});

/** A worked example in which one question is left to ask. */
async function withoutAnswerTo(question: string, folder: string): Promise<void> {
  const example = path.join(packageRoot, 'questionnaires/examples/kommune-nrw.yaml');
  const document = parse(await readFile(example, 'utf8'));
  document.answers[question] = undefined;
  await writeFile(path.join(folder, 'a.yaml'), stringify(document));
}

test('takes no choices that exclude each other, and says which', async () => {
  const folder = await temporaryFolder();
  await withoutAnswerTo('settings-control', folder);
  const { text } = await plainRun(['a.yaml', '--lang', 'de'], ['1', '1', '1,2,3', '1,3'], { folder });
  expect(text).toContain('Das kann nicht alles zutreffen: „Nicht zugelassene Funktionen sind zentral gesperrt');
  const { answers } = parse(await readFile(path.join(folder, 'a.yaml'), 'utf8'));
  expect(answers['settings-control']).toEqual(['functions-listed', 'unused-by-users']);
});

test('says at once which answers do not fit together', async () => {
  const folder = await temporaryFolder();
  await withoutAnswerTo('whatsapp-external-use', folder);
  const { text } = await plainRun(['a.yaml', '--lang', 'de'], ['1', '1', '1'], { folder });
  const [before, after] = text.split(wordings.de.interview.reviewQuestion);
  expect(before).toContain(
    'Unstimmige Antworten, U-01: Die Organisation ist für Menschen außerhalb nicht über WhatsApp erreichbar',
  );
  expect(after).toBeDefined();
});

test('refuses a note with which the file could not be read again, and says so; what was there stays', async () => {
  const folder = await temporaryFolder();
  const { actions } = wordings.de.interview;
  const lines = ['Stadt', 'Anfragen', '', '', actions.note.key, 'x,'.repeat(50_001)];
  const { text, code } = await plainRun(['a.yaml', '--lang', 'de'], lines, { folder });
  expect(text).toContain('Mit dieser Eingabe ließe sich a.yaml nicht mehr lesen.');
  expect(text).toContain('mehr als 50.000 Zeilen, Klammern und andere Satzzeichen');
  expect(code).toBe(2);
  const { subject, answers } = parse(await readFile(path.join(folder, 'a.yaml'), 'utf8'));
  expect([subject.organisation, subject.use, answers]).toEqual(['Stadt', 'Anfragen', undefined]);
});

test('names what can be entered once, and again when asked', async () => {
  const words = wordings.de.interview;
  const { text } = await plainRun(['a.yaml', '--lang', 'de'], ['Stadt', 'Anfragen', '?', '', ''], {
    folder: await temporaryFolder(),
  });
  expect(text.split(words.plainType(false))).toHaveLength(3);
});

test('ACCESSIBLE=1 asks in plain lines, ACCESSIBLE=0 does not', async () => {
  const folder = await temporaryFolder();
  const { execFile } = await import('node:child_process');
  const assess = (value: string) =>
    new Promise<number | null>((resolve) => {
      const child = execFile(process.execPath, [program, 'assess', path.join(folder, 'a.yaml')], {
        env: { ...process.env, ACCESSIBLE: value },
      });
      child.stdin?.end();
      child.on('close', resolve);
    });
  expect(await assess('1')).toBe(130);
  expect(await assess('0')).toBe(2);
});

/** So far has somebody come before the session that is killed; it is one of a few answers, as starting takes longest. */
const beginnings = Array.from({ length: 10 }, (_, index) => index * 6);
const stretch = 8;

describe('killed at any moment', () => {
  const args = ['a.yaml', '--lang', 'de', '--date', '2026-11-23'];
  const confirmed = (text: string) => text.match(/^Gesichert: .* Antwort: /gm) ?? [];
  const answersIn = (text: string) => {
    const { subject, answers = {}, questionnaires } = parse(text);
    const { date: _, ...lines } = subject;
    return {
      answers,
      count: Object.keys(lines).length + Object.keys(answers).length + (questionnaires === undefined ? 0 : 1),
    };
  };

  test('leaves a file that loads and holds every answer that was confirmed, and nothing beside it', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'a.yaml');
    const all = await plainRun(args, whole, { folder });
    const final = parse(await readFile(file, 'utf8'));
    expect(confirmed(all.text).length).toBeGreaterThan(beginnings.at(-1) ?? 0);
    await rm(file);

    const starts: {
      readonly text: string | undefined;
      readonly lines: readonly string[];
      readonly duration: number;
    }[] = [];
    for (const length of beginnings) {
      const text = await readFile(file, 'utf8').catch(() => undefined);
      const lines = whole.slice(length, length + stretch);
      const started = performance.now();
      await plainRun(args, lines, { folder });
      starts.push({ text, lines, duration: performance.now() - started });
      // The next one begins six lines further on.
      await (text === undefined ? rm(file) : writeFile(file, text));
      await plainRun(args, lines.slice(0, 6), { folder });
    }

    const kill = async (round: number) => {
      const { text: before, lines, duration } = starts[round % starts.length] ?? { lines: [], duration: 0 };
      const own = await temporaryFolder();
      if (before !== undefined) await writeFile(path.join(own, 'a.yaml'), before);
      const killAfter = 120 + Math.random() * duration;
      const { text, code } = await plainRun(args, lines, { folder: own, killAfter });
      const said = confirmed(text);
      const bytes = await readFile(path.join(own, 'a.yaml')).catch(() => undefined);
      if (bytes === undefined) return expect([before, said], `round ${round}`).toEqual([undefined, []]);
      expect(loadAssessment(inputFile('a.yaml', bytes), shippedCatalogue), `round ${round}`).toMatchObject({
        ok: true,
      });
      // The same questions in the same order: so many confirmations are so many answers, and these.
      const { answers, count } = answersIn(new TextDecoder().decode(bytes));
      const had = before === undefined ? 0 : answersIn(before).count;
      expect(count, `round ${round}`).toBeGreaterThanOrEqual(had + said.length);
      expect(final.answers, `round ${round}`).toMatchObject(answers);
      if (code !== null) return undefined;
      // Whoever goes on finds nothing in the way, and leaves nothing.
      if (round % 10 === 0) {
        await plainRun(args, everywhereTheFirst, { folder: own });
        expect(await readdir(own)).toEqual(['a.yaml']);
      }
      return rm(own, { recursive: true });
    };
    const rounds = Array.from({ length: runs(50) }, (_, round) => round);
    // Two at a time.
    await Promise.all(
      [0, 1].map(async (lane) => {
        for (const round of rounds.filter((one) => one % 2 === lane)) await kill(round);
      }),
    );
  }, 400_000);
});
