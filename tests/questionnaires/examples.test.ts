import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAssessment, readCatalogue } from '../../src/commands/inputs.ts';
import type { Evaluation } from '../../src/domain/evaluation.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { processIo } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import { fakeIo } from '../support/fake-io.ts';

const folder = path.join(import.meta.dirname, '../../questionnaires/examples');
const examples = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const day = '2026-11-23';
const houseRules = path.join(folder, 'hausregeln-klinikum');
const options = { language: 'de', questionnaires: [houseRules], date: day, quiet: true } as const;
const catalogue = await readCatalogue(options, processIo);

async function evaluated(file: string, { all = false } = {}): Promise<Evaluation> {
  const { assessment } = await readAssessment(path.join(folder, file), { catalogue, language: 'de' }, processIo);
  return evaluate(catalogue, all ? { ...assessment, questionnaires: new Map() } : assessment, day);
}

interface Expected {
  readonly verdict: Verdict;
  readonly basis: string;
  readonly code: number;
  /** What each paper comes to; those that bind have a star. */
  readonly papers: Readonly<Record<string, Verdict>>;
}

/** What each example is meant to show, reasoned from the papers when it was written. */
const expected: Readonly<Record<string, Expected>> = {
  'kommune-whatsapp.yaml': {
    verdict: 'impermissible',
    basis: 'orientation',
    code: 1,
    papers: { 'bfdi-leitfragen': 'impermissible', 'bfdi-pruefkatalog': 'conditional' },
  },
  'bund-matrix.yaml': {
    verdict: 'conditional',
    basis: 'binding',
    code: 0,
    papers: { 'bfdi-leitfragen*': 'conditional', 'bfdi-pruefkatalog': 'permissible' },
  },
  // The same town three times. Isolation and an empty address book satisfy Saarland and Rhineland-Palatinate; what the
  // provider does with metadata does not satisfy North Rhine-Westphalia, and Lower Saxony excludes public bodies at all.
  'kommune-saarland.yaml': {
    verdict: 'conditional',
    basis: 'binding',
    code: 0,
    papers: {
      'bfdi-leitfragen': 'impermissible',
      'bfdi-pruefkatalog': 'conditional',
      'ldi-nrw-leitplanken': 'impermissible',
      'lfd-niedersachsen-whatsapp': 'impermissible',
      'lfdi-rlp-whatsapp': 'conditional',
      'udz-saarland-whatsapp-business*': 'conditional',
      'zweck-und-funktion': 'conditional',
    },
  },
  'kommune-niedersachsen.yaml': {
    verdict: 'impermissible',
    basis: 'binding',
    code: 1,
    papers: {
      'bfdi-leitfragen': 'impermissible',
      'bfdi-pruefkatalog': 'conditional',
      'ldi-nrw-leitplanken': 'impermissible',
      'lfd-niedersachsen-whatsapp*': 'impermissible',
      'lfdi-rlp-whatsapp': 'conditional',
      'udz-saarland-whatsapp-business': 'conditional',
      'zweck-und-funktion': 'conditional',
    },
  },
  'kommune-nrw.yaml': {
    verdict: 'impermissible',
    basis: 'binding',
    code: 1,
    papers: {
      'bfdi-leitfragen': 'impermissible',
      'bfdi-pruefkatalog': 'conditional',
      'ldi-nrw-leitplanken*': 'impermissible',
      'lfd-niedersachsen-whatsapp': 'impermissible',
      'lfdi-rlp-whatsapp': 'conditional',
      'udz-saarland-whatsapp-business': 'conditional',
      'zweck-und-funktion': 'conditional',
    },
  },
  'krankenhaus-whatsapp.yaml': {
    verdict: 'impermissible',
    basis: 'binding',
    code: 1,
    papers: { 'dsk-krankenhaus*': 'impermissible', 'zweck-und-funktion': 'conditional' },
  },
  'krankenhaus-ti-messenger.yaml': {
    verdict: 'conditional',
    basis: 'binding',
    code: 0,
    papers: { 'dsk-krankenhaus*': 'conditional', 'zweck-und-funktion': 'permissible' },
  },
  // The same hospital: its own rules go further than the paper they build on.
  'krankenhaus-hausregeln.yaml': {
    verdict: 'impermissible',
    basis: 'binding',
    code: 1,
    papers: {
      'dsk-krankenhaus*': 'conditional',
      'zweck-und-funktion': 'permissible',
      'klinikum-hausregeln*': 'impermissible',
    },
  },
  'schule-threema-work.yaml': {
    verdict: 'conditional',
    basis: 'binding',
    code: 0,
    papers: {
      'bfdi-leitfragen': 'conditional',
      'bfdi-pruefkatalog': 'permissible',
      'lfdi-rlp-whatsapp*': 'conditional',
      'zweck-und-funktion': 'conditional',
    },
  },
  'unternehmen-wabp.yaml': {
    verdict: 'impermissible',
    basis: 'binding',
    code: 1,
    papers: {
      'bfdi-leitfragen': 'impermissible',
      'bfdi-pruefkatalog': 'conditional',
      'ldi-nrw-leitplanken': 'impermissible',
      'lfd-niedersachsen-whatsapp*': 'impermissible',
      'lfdi-rlp-whatsapp': 'impermissible',
      'udz-saarland-whatsapp-business': 'conditional',
      'whatsapp-business-platform': 'conditional',
      'zweck-und-funktion': 'conditional',
    },
  },
};

describe.each(examples)('the worked example %s', (file) => {
  test('comes to what it is meant to show, paper by paper', async () => {
    const { overall, byQuestionnaire } = await evaluated(file);
    const papers = byQuestionnaire.map(({ questionnaire, binding, verdict }) => [
      `${questionnaire}${binding === 'binds' ? '*' : ''}`,
      verdict,
    ]);
    const { code: _, ...meant } = expected[file] ?? { code: 0 };
    expect({ verdict: overall.verdict, basis: overall.basis, papers: Object.fromEntries(papers) }).toEqual(meant);
  });

  test('answers every question that is asked', async () => {
    const { agenda, answers } = await evaluated(file);
    const asked = agenda.flatMap(({ items }) => items.filter((item) => item.asked === 'true' && item.isNeeded));
    expect(asked.filter(({ key }) => !answers.has(key))).toEqual([]);
  });

  test('tells where its facts come from and where they are invented, in both languages', async () => {
    const text = Buffer.from((await processIo.read(path.join(folder, file))).bytes).toString();
    const [head = ''] = text.split('\nformat:');
    expect(head).toMatch(/[Ee]rfunden/);
    expect(head).toMatch(/[Ii]nvented/);
  });
});

describe('the memo on a worked example', () => {
  test.each(
    ['kommune-whatsapp.yaml', 'bund-matrix.yaml'].flatMap((file) =>
      ['de', 'en'].map((language) => ({ file, language })),
    ),
  )('that was read and found good is the same again: $file in $language', async ({ file, language }) => {
    const io = fakeIo();
    const name = path.relative(process.cwd(), path.join(folder, file));
    const args = ['report', name, '--format', 'markdown', '--lang', language, '--date', day];
    expect(await main(args, io)).toBe(expected[file]?.code);
    // Digests and the program's version are facts of the checkout, not of the memo.
    const memo = io
      .out()
      .replaceAll(/\b[0-9a-f]{64}\b/g, '(digest)')
      .replaceAll(/messenger-check \d+\.\d+\.\d+/g, 'messenger-check (version)');
    await expect(memo).toMatchFileSnapshot(`memos/${path.basename(file, '.yaml')}.${language}.md`);
  });
});

describe('the whole interview', () => {
  /** The questions asked under the answers of an example, with every paper that concerns its use. */
  const questionsOf = async (file: string) => {
    const { agenda } = await evaluated(file, { all: true });
    const asked = agenda.flatMap(({ items }) => items.filter((item) => item.asked === 'true' && item.isNeeded));
    return new Set(asked.map(({ question }) => question.id)).size;
  };

  test.each(examples.filter((file) => file.startsWith('kommune-')))(
    'for a municipality with WhatsApp stays under 60 questions, whatever paper it is for: %s',
    async (file) => {
      expect(await questionsOf(file)).toBeLessThan(60);
    },
  );

  test.each(examples.filter((file) => file.startsWith('krankenhaus-')))(
    'for a hospital stays under 100 questions, whatever paper it is for: %s',
    async (file) => {
      expect(await questionsOf(file)).toBeLessThan(100);
    },
  );

  test.each(examples)('is counted by a command: %s', async (file) => {
    const io = fakeIo({ columns: 120 });
    await main(['evaluate', path.join(folder, file), '--date', day, '--questionnaires', houseRules], io);
    const { agenda } = await evaluated(file);
    const asked = agenda.flatMap(({ items }) => items.filter((item) => item.asked === 'true' && item.isNeeded));
    const count = new Set(asked.map(({ question }) => question.id)).size;
    expect(io.out()).toContain(`Befragung: ${count} Fragen mit ${asked.length} Antworten`);
  });
});

describe('one town, judged by Saarland and by Lower Saxony', () => {
  const memoOn = async (file: string) => {
    const io = fakeIo();
    await main(['report', path.join(folder, file), '--date', day, '--lang', 'de'], io);
    return io.out();
  };

  test('is the same use: the answer files differ in state, name and the law of the state only', async () => {
    const answersOf = async (file: string) => {
      const { assessment } = await readAssessment(path.join(folder, file), { catalogue, language: 'de' }, processIo);
      return [...assessment.answers].map(([key, answer]) => [
        key,
        answer.state === 'given' ? answer.value : answer.state,
      ]);
    };
    const [saarland, lowerSaxony] = await Promise.all(
      ['kommune-saarland.yaml', 'kommune-niedersachsen.yaml'].map(answersOf),
    );
    const differing = saarland?.filter(
      (entry, index) => JSON.stringify(entry) !== JSON.stringify(lowerSaxony?.[index]),
    );
    expect(differing).toEqual([['state', 'sl']]);
  });

  test.each([
    {
      file: 'kommune-saarland.yaml',
      result: 'vertretbar mit Auflagen',
      binding: 'Prüfung des UDZ Saarland zu WhatsApp bei Kommunen',
    },
    {
      file: 'kommune-niedersachsen.yaml',
      result: 'Einsatz nicht vertretbar',
      binding: 'Merkblätter der LfD Niedersachsen zu WhatsApp',
    },
  ])(
    'says in the memo what each comes to, which one binds, and why they differ: $file',
    async ({ file, result, binding }) => {
      const memo = await memoOn(file);
      expect(memo).toContain(`Ergebnis: ${result}`);
      const rows = memo.split('\n').filter((line) => line.startsWith('| **') && line.includes('Zusammenstellung'));
      const rowOf = (title: string) => rows.find((row) => row.includes(title)) ?? '';
      expect(rowOf('UDZ Saarland')).toContain('vertretbar mit Auflagen');
      expect(rowOf('LfD Niedersachsen')).toContain('Einsatz nicht vertretbar');
      expect(rows.filter((row) => row.includes('maßgeblich')).map((row) => row.includes(binding))).toEqual([true]);
      const contradiction = memo.slice(memo.indexOf('### W-02'), memo.indexOf('### W-', memo.indexOf('### W-02') + 1));
      expect(contradiction).toContain('Saarland');
      expect(contradiction).toContain('Niedersachsen');
      expect(contradiction).toMatch(/2019|2020/);
    },
  );

  test('hangs in Lower Saxony on the ban for public bodies, which no isolation cures', async () => {
    const { overall } = await evaluated('kommune-niedersachsen.yaml');
    expect(overall.decidedBy.map(({ requirement }) => requirement.id)).toContain('LFD-NDS-01');
  });
});
