import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openAnswerStore } from '../../src/commands/answer-store.ts';
import { type Answer, questionOfKey } from '../../src/domain/answer.ts';
import { type Assessment, emptyAssessment } from '../../src/domain/assessment.ts';
import { changesFrom } from '../../src/domain/changes-from.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { choicesOf } from '../../src/domain/question.ts';
import { type Change, withChange } from '../../src/domain/with-change.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { loadAssessment } from '../../src/load/load-assessment.ts';
import { main } from '../../src/main.ts';
import { fakeIo } from '../support/fake-io.ts';
import { fillForm } from '../support/fill-form.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const date = '2026-11-23';

async function formOf(...flags: readonly string[]): Promise<string> {
  const io = fakeIo();
  expect(await main(['init', '-', ...flags], io)).toBe(0);
  expect(io.err()).toBe('');
  return io.out();
}

function loaded(text: string): Assessment {
  const result = loadAssessment(inputFile('form.yaml', new TextEncoder().encode(text)), shippedCatalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  expect(result.warnings).toEqual([]);
  return result.value;
}

function keysIn(form: string): readonly string[] {
  return Object.keys(parse(form).answers);
}

/** Every key the interview on these papers can ask for, in its order: with every function chosen. */
function keysOfInterview(...ids: readonly string[]): readonly string[] {
  const functions = choicesOf(shippedCatalogue.questions.get('functions') ?? expect.unreachable()).map(({ id }) => id);
  const assessment: Assessment = {
    ...emptyAssessment,
    questionnaires: new Map(ids.map((id) => [id, shippedCatalogue.questionnaires.get(id)?.version ?? ''])),
    answers: new Map([['functions', { state: 'given', value: functions, evidence: [] }]]),
  };
  const { agenda } = evaluate(shippedCatalogue, assessment, date);
  return agenda.flatMap(({ items }) => items.map(({ key }) => key)).filter((key) => key !== 'messenger');
}

/** An answer of every kind in turn, with notes and evidence. */
function answered(keys: readonly string[]): readonly Change[] {
  return keys.map((key, index) => ({ kind: 'answer', key, answer: answerTo(key, index) }));
}

function answerTo(key: string, index: number): Answer {
  const question = shippedCatalogue.questions.get(questionOfKey(key)) ?? expect.unreachable();
  const ids = choicesOf(question).map(({ id }) => id);
  const record = {
    evidence: index % 3 === 0 ? [{ text: 'Vertrag: Anlage #2', date: '2026-10-12', validUntil: '2027-10-11' }] : [],
    ...(index % 4 === 0 && { note: 'Erste Zeile\nzweite „Zeile“: mehr' }),
  };
  if (index % 7 === 6) return { state: 'unknown', reason: 'asked-provider', ...record };
  if (index % 5 === 4 && question.allowsNotApplicable)
    return { state: 'not-applicable', reason: 'Gibt es nicht', ...record };
  const value = {
    choice: ids[index % ids.length] ?? '',
    choices: ids.slice(0, 3),
    text: 'In Worten',
    number: 30,
    date,
  }[question.kind];
  return { state: 'given', value, ...record };
}

const subject: readonly Change[] = [
  { kind: 'subject', field: 'organisation', value: 'Stadt Musterhausen' },
  { kind: 'subject', field: 'use', value: 'Anfragen: „Bürgerbüro“' },
  { kind: 'subject', field: 'messenger', value: 'whatsapp' },
];

const papers = [...shippedCatalogue.questionnaires.keys()];

describe.each(languages)('the form in %s', (language) => {
  test.each(papers)('on %s loads, asks what the interview on it can ask, and nothing else', async (id) => {
    const form = await formOf('--only', id, '--lang', language);
    const version = shippedCatalogue.questionnaires.get(id)?.version ?? '';
    expect(loaded(form)).toEqual({ ...emptyAssessment, subject: { date }, questionnaires: new Map([[id, version]]) });
    expect(keysIn(form)).toEqual(keysOfInterview(id));
  });

  test.each(papers)('on %s, filled in, is evaluated like the same answers in an interview', async (id) => {
    const form = await formOf('--only', id, '--lang', language);
    const changes = [...subject, ...answered(keysIn(form))];
    const filled = loaded(fillForm(form, changes));
    const inInterview = changes.reduce(withChange, loaded(form));
    expect(evaluate(shippedCatalogue, filled, date)).toEqual(evaluate(shippedCatalogue, inInterview, date));
  });

  test('has the texts of every question and choice in comments of at most 100 columns', async () => {
    const form = await formOf('--lang', language);
    const comments = form
      .split('\n')
      .flatMap((line) => /^ *# +(.*)$/.exec(line)?.[1] ?? [])
      .join(' ');
    const texts = keysIn(form).flatMap((key) => {
      const question = shippedCatalogue.questions.get(questionOfKey(key)) ?? expect.unreachable();
      const choices = choicesOf(question).map(({ id, text }) => `${id} = ${text[language]}`);
      return [question.text[language], question.help[language], question.evidence[language], ...choices];
    });
    expect(texts.filter((text) => !comments.includes(text))).toEqual([]);
    expect(form.split('\n').filter((line) => !/^ *[a-z-]+@/.test(line) && line.length > 100)).toEqual([]);
  });
});

describe('init', () => {
  test('without papers asks for all of them and leaves the choice to the use', async () => {
    const form = await formOf();
    expect(keysIn(form)).toEqual(keysOfInterview(...papers));
    expect(loaded(form).questionnaires.size).toBe(0);
    for (const [id, { version }] of shippedCatalogue.questionnaires) expect(form).toContain(`  #${id}: "${version}"\n`);
  });

  test('asks several papers for what each asks, once', async () => {
    const [one = '', two = '', three = ''] = papers;
    expect(keysIn(await formOf('--only', `${one},${two}`, '--only', three))).toEqual(keysOfInterview(one, two, three));
  });

  test.each(['product', 'operation', 'organisation'] as const)(
    'leaves out all but what is about: %s',
    async (about) => {
      const form = await formOf('--about', about);
      const expected = keysOfInterview(...papers).filter((key) => {
        const id = questionOfKey(key);
        return shippedCatalogue.questions.get(id)?.about === about && !shippedCatalogue.context.includes(id);
      });
      expect(expected.length).toBeGreaterThan(0);
      expect(keysIn(form)).toEqual(expected);
      expect(loaded(form).answers.size).toBe(0);
    },
  );

  test('names a question by its key where it is in the form, and by its text where it is not', async () => {
    const whole = (await formOf('--lang', 'en')).replaceAll(/\n *# +/g, ' ');
    const part = (await formOf('--lang', 'en', '--about', 'organisation')).replaceAll(/\n *# +/g, ' ');
    expect(whole).toContain('One by one for everything that is chosen at functions;');
    expect(part).toContain(
      `for everything that is chosen at “${shippedCatalogue.questions.get('functions')?.text.en}”;`,
    );
  });

  test('writes the file, says so and what to do next; another time it leaves that file alone and exits with 2', async () => {
    const file = path.join(await temporaryFolder(), 'form.yaml');
    const io = fakeIo();
    expect(await main(['init', file, '--lang', 'de'], io)).toBe(0);
    expect(io.out()).toBe('');
    expect(io.err()).toContain(`messenger-check evaluate ${file}`);
    await writeFile(file, 'mine');
    const again = fakeIo();
    expect(await main(['init', file, '--lang', 'de'], again)).toBe(2);
    expect(again.err()).toContain(`${file} gibt es schon; es wurde nichts geschrieben.`);
    expect(again.err()).toContain(`messenger-check assess ${file}`);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  test('of a paper that does not exist says which there are, and writes nothing', async () => {
    const folder = await temporaryFolder();
    const io = fakeIo();
    expect(await main(['init', path.join(folder, 'form.yaml'), '--only', 'bfdi-leitfrage'], io)).toBe(2);
    expect(io.err()).toContain('bfdi-leitfragen');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a form taken over into a new file', () => {
  test.each<Language>(languages)(
    'gives the same bytes as the same answers in an interview, in %s',
    async (language) => {
      const folder = await temporaryFolder();
      const form = await formOf('--only', 'zweck-und-funktion,udz-saarland-whatsapp-business', '--lang', language);
      const changes: readonly Change[] = [
        ...subject,
        { kind: 'questionnaires', versions: loaded(form).questionnaires },
        ...answered(keysIn(form)).slice(0, 30),
      ];
      const onlySaid = changes.filter(({ kind }) => kind !== 'questionnaires');
      const { changes: taken, conflicts } = changesFrom(loaded(fillForm(form, onlySaid)), emptyAssessment);
      expect(conflicts).toEqual([]);
      const direct = await savedTo(path.join(folder, 'direct.yaml'), changes.toReversed(), language);
      expect(await savedTo(path.join(folder, 'taken.yaml'), taken, language)).toBe(direct);
      expect(loaded(direct)).toEqual(loaded(fillForm(form, onlySaid)));
    },
  );

  async function savedTo(file: string, changes: readonly Change[], language: Language): Promise<string> {
    const options = { file, language, questionnaires: [], date, quiet: true };
    const store = await openAnswerStore(options, { catalogue: shippedCatalogue, io: fakeIo() });
    for (const change of changes) await store.save(change);
    return readFile(file, 'utf8');
  }
});
