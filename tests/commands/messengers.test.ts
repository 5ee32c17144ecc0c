import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { fakeIo } from '../support/fake-io.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const examples = path.join(import.meta.dirname, '../../questionnaires/examples');
const town = path.join(examples, 'kommune-whatsapp.yaml');
const school = path.join(examples, 'schule-threema-work.yaml');
const hospital = path.join(examples, 'krankenhaus-ti-messenger.yaml');

async function run(...args: readonly string[]) {
  const io = fakeIo({ columns: 120 });
  const code = await main([...args, '--date', '2026-11-23'], io);
  return { code, out: io.out(), err: io.err() };
}

describe('messengers list', () => {
  test('names every profile, with how much is known and proposed', async () => {
    const { code, out } = await run('messengers', 'list', '--lang', 'en');
    expect(code).toBe(0);
    expect(out.match(/^\| `/gm)).toHaveLength(24);
    expect(out).toContain('| `signal` | Signal | 33 | 6 | 2026-11-23 | 0 |');
  });

  test('with --stale names nothing while everything is fresh, and what to re-check half a year later', async () => {
    const fresh = await run('messengers', 'list', '--stale', '--lang', 'en');
    expect(fresh.out).toContain('On 2026-11-23 no fact has to be checked again.');
    const io = fakeIo();
    await main(['messengers', 'list', '--stale', '--lang', 'en', '--format', 'json', '--date', '2027-05-24'], io);
    const { facts } = JSON.parse(io.out());
    const ofSignal = facts.filter(({ messenger }: { messenger: string }) => messenger === 'Signal');
    const fields = ofSignal.map(({ field }: { field: { id: string } }) => field.id);
    // Encryption is to be looked at after six months, the licence after twelve; what moves fast is a hint, never stale.
    expect(fields).toContain('e2ee-1to1');
    expect(fields).not.toContain('licence');
    expect(fields).not.toContain('own-use');
  });
});

describe('messengers show', () => {
  test('gives every fact with date, certainty and sources, in Markdown and as JSON', async () => {
    const { out } = await run('messengers', 'show', 'signal', '--lang', 'en');
    expect(out).toContain('# Signal');
    expect(out).toMatch(
      /\| licence, source code \| .* \| 2026-08-09 \| reported by third parties only; high \| eyl-2026, sma-2026 \|/,
    );
    const json = JSON.parse((await run('messengers', 'show', 'signal', '--format', 'json')).out);
    expect(json.facts).toHaveLength(33);
    expect(json.sources.map(({ id }: { id: string }) => id)).toContain('eyl-2026');
  });

  test('says of a profile that builds on another what was taken over', async () => {
    const { out } = await run('messengers', 'show', 'threema-work', '--lang', 'de');
    expect(out).toContain('Übernommen von: Threema (App für Privatpersonen)');
  });

  test('of an unknown messenger says which ones there are', async () => {
    const { code, err } = await run('messengers', 'show', 'singal', '--lang', 'en');
    expect(code).toBe(2);
    expect(err).toContain('There is no product profile singal.');
    expect(err).toContain('signal');
  });
});

describe('compare', () => {
  test('with --profiles puts every messenger in one table, best verdict first, none permissible for want of facts', async () => {
    const { code, out } = await run('compare', school, '--profiles', '--format', 'json', '--lang', 'en');
    expect(code).toBe(0);
    const { columns } = JSON.parse(out);
    // Every messenger with a profile; the one that was assessed stands there with its own answers.
    const ids = columns.map(({ id }: { id: string }) => id);
    const others = [...shippedCatalogue.profiles.keys()].filter((id) => id !== 'threema-work');
    expect([...ids].sort()).toEqual([...others, 'schule-threema-work'].sort());
    const assessed = columns.find(({ id }: { id: string }) => id === 'schule-threema-work');
    const itself = JSON.parse((await run('report', school, '--format', 'json', '--lang', 'en')).out);
    expect(assessed).toMatchObject({
      label: 'Threema Work (subscription for organisations), as assessed',
      verdict: { id: itself.verdict.id },
    });
    const ranks = ['permissible', 'conditional', 'undetermined', 'impermissible'];
    const order = columns.map(({ verdict }: { verdict: { id: string } }) => ranks.indexOf(verdict.id));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(new Set(order).size).toBeGreaterThan(1);
    for (const { verdict, openQuestions, id } of columns) {
      if (openQuestions > 0) expect(verdict.id, id).not.toBe('permissible');
    }
  });

  test('shows at the terminal which messengers the product itself rules out, and how many questions are open', async () => {
    const { out } = await run('compare', hospital, '--profiles', '--lang', 'de');
    const rowOf = (name: string) => out.split('\n').find((line) => line.includes(name));
    expect(rowOf('Signal')).toMatch(
      /noch nicht beurteilbar +maßgebliche Papiere +\d+ von \d+ Produktfragen offen +\d+ /,
    );
    expect(rowOf('WhatsApp (gewöhnliche App)')).toMatch(
      /Einsatz nicht vertretbar +maßgebliche Papiere +ausgeschlossen +\d+ +DSK-KOM-03/,
    );
  });

  test('names what stands against every messenger alike, as no difference shows it', async () => {
    const { out } = await run('compare', town, '--profiles', '--lang', 'de');
    const everywhere = out.slice(out.indexOf('Überall ausschlaggebend'), out.indexOf('Unterschiede, die'));
    expect(everywhere).toContain('BFDI-05 Auftragsverarbeitung geklärt und, wo nötig, vertraglich geregelt');
    expect(everywhere.match(/[A-Z]+-\d+/g)).toEqual(['BFDI-05']);
    expect(everywhere).toContain('Kein Wechsel zwischen diesen Messengern ändert daran etwas');
    const { out: differing } = await run('compare', hospital, '--profiles', '--lang', 'de');
    expect(differing).not.toContain('Überall ausschlaggebend');
  });

  test('can be asked for some messengers only', async () => {
    const { out } = await run('compare', hospital, '--profiles', 'signal,wire', '--format', 'json');
    expect(
      JSON.parse(out)
        .columns.map(({ id }: { id: string }) => id)
        .sort(),
    ).toEqual(['krankenhaus-ti-messenger', 'signal', 'wire']);
  });

  test('of files gives each verdict, and ends as the worst of them', async () => {
    const files = ['kommune-saarland.yaml', 'kommune-niedersachsen.yaml'].map((file) => path.join(examples, file));
    const { code, out } = await run('compare', ...files, '--lang', 'de');
    expect(code).toBe(1);
    expect(out).toMatch(/^1 +kommune-saarland +vertretbar mit Auflagen/m);
    expect(out).toMatch(/^2 +kommune-niedersachsen +Einsatz nicht vertretbar/m);
    expect(out).toMatch(/^LFD-NDS-01 +✗ +✗ /m);
  });

  test('ends like a batch: impermissible before undetermined, by the rule that was asked for', async () => {
    const folder = await temporaryFolder();
    const open = path.join(folder, 'open.yaml');
    await writeFile(open, 'format: messenger-check/assessment@1\n');
    const conditional = path.join(examples, 'kommune-saarland.yaml');
    expect((await run('compare', conditional, open)).code).toBe(4);
    expect((await run('compare', conditional, open, '--fail-on', 'conditional')).code).toBe(1);
  });

  test('says every mistake of every file, and the warnings of each', async () => {
    const folder = await temporaryFolder();
    const [one, two, old] = ['one.yaml', 'two.yaml', 'old.yaml'].map((name) => path.join(folder, name));
    await writeFile(one ?? '', 'format: messenger-check/assessment@1\nanswers: { dpia: nonsense }\n');
    await writeFile(two ?? '', 'format: messenger-check/assessment@1\nanswers: { no-such: x }\n');
    await writeFile(old ?? '', 'format: messenger-check/assessment@1\nquestionnaires: { dsk-krankenhaus: "2000.1" }\n');
    const bad = await run('compare', one ?? '', two ?? '', '--lang', 'en');
    expect(bad.code).toBe(2);
    expect(bad.err).toContain('Unknown value: nonsense');
    expect(bad.err).toContain('There is no question no-such');
    expect((await run('compare', old ?? '', town, '--lang', 'en')).err).toContain('Version 2000.1 was answered');
  });

  test('tells two files of one name apart by their path', async () => {
    const folder = await temporaryFolder();
    const files = ['a', 'b'].map((name) => path.join(folder, name, 'messenger-check.yaml'));
    for (const file of files) {
      await mkdir(path.dirname(file));
      await writeFile(file, 'format: messenger-check/assessment@1\n');
    }
    const { out } = await run('compare', ...files, '--format', 'json');
    expect(JSON.parse(out).columns.map(({ label }: { label: string }) => label)).toEqual(files);
  });

  test.each([
    { name: 'one file alone', args: [town], expected: 'A comparison needs at least two assessments.' },
    {
      name: 'profiles for two files',
      args: [town, hospital, '--profiles'],
      expected: 'the use of a single assessment',
    },
    {
      name: 'a messenger without a profile',
      args: [town, '--profiles', 'telegram'],
      expected: 'no product profile telegram',
    },
  ])('does not run on $name, and says why', async ({ args, expected }) => {
    const { code, err, out } = await run('compare', ...args, '--lang', 'en');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(expected);
  });

  test('writes any format to a file', async () => {
    const output = path.join(await temporaryFolder(), 'c.csv');
    const { code, out, err } = await run('compare', hospital, '--profiles', '--format', 'csv', '--output', output);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain(output);
    expect(await readFile(output, 'utf8')).toMatch(/^"assessment","verdict",/);
  });
});

describe('report --alternatives', () => {
  test('adds the list of messengers for the same use to the memo, and leaves it out unasked', async () => {
    const asked = await run('report', hospital, '--alternatives', '--lang', 'de');
    expect(asked.out).toContain('### Derselbe Einsatz mit anderen Messengern');
    expect(asked.out).toMatch(/\| Signal \| noch nicht beurteilbar \| \d+ von \d+ Produktfragen offen \|/);
    expect((await run('report', hospital, '--lang', 'de')).out).not.toContain('Derselbe Einsatz mit anderen');
  });
});

describe('questionnaires show', () => {
  test.each([...shippedCatalogue.questionnaires.keys()].flatMap((id) => ['de', 'en'].map((lang) => ({ id, lang }))))(
    'prints $id as a form in $lang',
    async ({ id, lang }) => {
      const io = fakeIo();
      expect(await main(['questionnaires', 'show', id, '--lang', lang], io)).toBe(0);
      const requirements = [...(shippedCatalogue.questionnaires.get(id)?.sections ?? [])].flatMap(
        (one) => one.requirements,
      );
      for (const requirement of requirements)
        expect(io.out()).toContain(`### ${requirement.id.replace('_', '\\_')} · `);
      expect(io.out()).toContain('☐');
    },
  );

  test('prints the table of questions and requirements, and says which questionnaires there are', async () => {
    const io = fakeIo();
    expect(await main(['questionnaires', 'show', '--matrix', '--lang', 'en'], io)).toBe(0);
    expect(io.out()).toMatch(/^\| `sector` .*LFD-NDS-01/m);
    const other = fakeIo();
    expect(await main(['questionnaires', 'show', 'dsk', '--lang', 'en'], other)).toBe(2);
    expect(other.err()).toContain('dsk-krankenhaus');
  });
});
