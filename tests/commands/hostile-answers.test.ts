import { readFile as readOutput, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Assessment } from '../../src/domain/assessment.ts';
import { assessmentText } from '../../src/load/assessment-text.ts';
import { main } from '../../src/main.ts';
import { fakeIo } from '../support/fake-io.ts';
import { readFixture } from '../support/read-fixture.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const date = ['--date', '2026-11-28'];
/** Colours, a title for the window, what deletes lines, what turns the direction, a bell, an end of line, emoji. */
const hostile = [
  'rot \u009b31m und \u202everkehrt\u202c \u2066so\u2069 \u0085 \u2028 👩‍👩‍👧‍👦 🇩🇪 e\u0301',
  '<script>alert(1)</script> {{{style}}} [a](javascript:b) `c` | d',
].join('\n');

/** The answers of a fixture with `text` in every place where a person can type. */
async function assessmentWith(text: string): Promise<Assessment> {
  const fixture = await readFixture('all-violated.yaml');
  const proof = { text, date: '2026-05-04', validUntil: '2027-05-04' };
  const answers = new Map<string, Answer>(
    [...fixture.answers].map(([key, answer]) => [key, { ...answer, note: text, evidence: [proof] }]),
  );
  const deviation = { requirement: 'BFDI-04', reason: text, approvedBy: text, from: '2026-01-01', until: '2026-12-31' };
  return {
    ...fixture,
    subject: {
      ...{ messenger: 'whatsapp', date: '2026-11-20' },
      ...{ organisation: text, use: text, product: text, reference: text, assessor: text },
    },
    answers,
    measures: new Map([['BFDI-05', { responsible: text, note: text }]]),
    equivalents: [{ requirement: 'BFDI-03', measure: text, evidence: text }],
    exceptions: [deviation],
    signOff: { opinion: { by: text, text }, decision: { by: text, text }, staffCouncil: { text } },
  };
}

async function fileWith(text: string): Promise<string> {
  const file = path.join(await temporaryFolder(), 'a.yaml');
  await writeFile(file, assessmentText(await assessmentWith(text), ''));
  return file;
}

describe('what somebody typed', () => {
  test('neither colours nor moves nor turns anything on the terminal, whatever the command', async () => {
    const [file, other] = [await fileWith(hostile), await fileWith('Harmlos')];
    const commands = [
      ['evaluate', file],
      ...[[], ['--findings'], ['--open'], ['BFDI-04']].map((more) => ['explain', file, ...more]),
      ['compare', file, other],
      ['diff', file, other],
      ['evaluate', `${file}\u001b[2J\u202e`],
    ];
    for (const command of commands) {
      const io = fakeIo();
      await main([...command, '--lang', 'de', '--no-color', ...date], io);
      const said = io.out() + io.err();
      expect(said.length, command[0]).toBeGreaterThan(40);
      expect(said, command.join(' ')).not.toMatch(/[^\P{Cc}\n]|[\u2028-\u202e\u2066-\u2069]/u);
    }
  });

  /** A note in a file beside which reports can be written. */
  async function fileWithNote(note: string): Promise<string> {
    const fixture = await readFixture('all-violated.yaml');
    const [key = ''] = [...fixture.answers.keys()];
    const answers = new Map(fixture.answers).set(key, { ...(fixture.answers.get(key) as Answer), note });
    const file = path.join(await temporaryFolder(), 'a.yaml');
    await writeFile(file, assessmentText({ ...fixture, answers }, ''));
    return file;
  }
  const long = (times: number) => `ANFANG ${'Bürgeramt und Fachbereich 👩‍👩‍👧‍👦 '.repeat(times)}ENDE`;
  const flags = ['--lang', 'de', '--depth', 'annex', '--quiet', '--exit-zero', ...date];

  test('may be a megabyte long, and stands in every report whole', { timeout: 120_000 }, async () => {
    const note = long(17_000);
    expect(Buffer.byteLength(note)).toBeGreaterThan(900_000);
    const file = await fileWithNote(note);
    const printed = async (format: string) => {
      const io = fakeIo();
      expect(await main(['report', file, '--format', format, ...flags], io), io.err()).toBe(0);
      return io.out();
    };
    const words = (whole: string) => whole.replaceAll(/\s+/g, ' ');
    expect(JSON.stringify(JSON.parse(await printed('json')))).toContain(note);
    for (const format of ['markdown', 'html']) expect(words(await printed(format)), format).toContain(words(note));
    const output = path.join(path.dirname(file), 'a.docx');
    expect(await main(['report', file, '--format', 'docx', '-o', output, ...flags], fakeIo())).toBe(0);
    const docx = unzipSync(await readOutput(output));
    const body = strFromU8(docx['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]*>/g, '');
    expect(body.split('Bürgeramt').length).toBeGreaterThan(17_000);
  });

  // A megabyte takes its compiler half a minute.
  test('may fill forty pages of the PDF', async () => {
    const file = await fileWithNote(long(2000));
    const output = path.join(path.dirname(file), 'a.pdf');
    expect(await main(['report', file, '--format', 'pdf', '-o', output, ...flags], fakeIo())).toBe(0);
    const pages = (await readOutput(output)).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(40);
  });
});
