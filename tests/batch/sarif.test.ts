import { describe, expect, test } from 'vitest';
import { fileAddress } from '../../src/batch/file-address.ts';
import { sarifText } from '../../src/batch/sarif-rules.ts';
import type { BatchFinding } from '../../src/domain/batch.ts';
import { type Status, statuses } from '../../src/domain/finding.ts';
import { requirementsOf } from '../../src/domain/questionnaire.ts';
import { contextIn, inBothLanguages, isEvaluated, printed } from '../support/batch.ts';
import { mistakesInSarif } from '../support/official-schemas.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly object[];
  readonly properties?: { readonly item?: string; readonly because: readonly string[] };
}
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri?: string }[] } };
  readonly results: readonly Result[];
  readonly invocations: readonly { readonly executionSuccessful: boolean }[];
}

/** Section 9 of the design. */
const kinds: Readonly<Record<Status, string>> = {
  fulfilled: 'pass',
  partial: 'fail',
  violated: 'fail',
  substituted: 'pass',
  accepted: 'fail',
  'not-applicable': 'notApplicable',
  open: 'open',
};
const gravest = { must: 'error', should: 'warning', may: 'note' };

describe.each(inBothLanguages)('sarif in $language', ({ language, results }) => {
  const context = contextIn(language);
  const { questionnaires } = context.catalogue;
  const requirements = [...questionnaires.values()].flatMap(requirementsOf);
  const raised = questionnaires.get('klinikum-hausregeln')?.extends?.raised ?? new Map();
  const read = async (files: typeof results): Promise<Run> => {
    const log = JSON.parse(await printed('sarif', files, context));
    expect(mistakesInSarif(log)).toEqual([]);
    expect(log.runs).toHaveLength(1);
    return log.runs[0];
  };
  const levelOf = ({ requirement: id, status }: BatchFinding, file: string) => {
    if (status === 'partial') return 'warning';
    if (kinds[status] !== 'fail') return 'none';
    const own = requirements.find((one) => one.id === id)?.level ?? 'must';
    const level: keyof typeof gravest = file.endsWith('krankenhaus-hausregeln.yaml') ? (raised.get(id) ?? own) : own;
    return gravest[level];
  };

  test('is valid by the schema, also without files, and says whether every file could be read', async () => {
    expect((await read([])).results).toEqual([]);
    expect((await read(results.filter(isEvaluated))).invocations[0]?.executionSuccessful).toBe(true);
    expect((await read(results)).invocations[0]?.executionSuccessful).toBe(false);
  });

  test('says of every finding what it is', async () => {
    const run = await read(results);
    const shown = run.results
      .filter(({ properties }) => properties !== undefined)
      .map(({ ruleId, kind, level, suppressions }) => [ruleId, kind, level, suppressions.length]);
    const expected = results.filter(isEvaluated).flatMap(({ file, findings }) =>
      findings.map((finding) => {
        const { requirement, status } = finding;
        return [requirement, kinds[status], levelOf(finding, file), status === 'accepted' ? 1 : 0];
      }),
    );
    expect(shown).toEqual(expected);
    const seen = new Set(results.filter(isEvaluated).flatMap(({ findings }) => findings.map(({ status }) => status)));
    expect([...seen].sort()).toEqual([...statuses].sort());
  });

  test('has a rule for every requirement, with the address of its source', async () => {
    const { rules } = (await read([])).tool.driver;
    expect(rules.map(({ id }) => id)).toEqual([
      ...requirements.map(({ id }) => id),
      'unreadable-file',
      'nothing-evaluated',
    ]);
    const { results: found } = await read(results);
    expect(found.filter(({ ruleId, ruleIndex }) => rules[ruleIndex]?.id !== ruleId)).toEqual([]);
    expect(rules.find(({ id }) => id === 'BFDI-01')?.helpUri).toMatch(/^https:\/\/www\.bfdi\.bund\.de\//);
  });

  test('a broken file is an error, a file without findings is not', async () => {
    const run = await read(results);
    const ofFiles = run.results.filter(({ properties }) => properties === undefined);
    expect(ofFiles.map(({ ruleId, kind, level }) => [ruleId, kind, level])).toEqual([
      ['nothing-evaluated', 'informational', 'none'],
      ['unreadable-file', 'fail', 'error'],
      ['unreadable-file', 'fail', 'error'],
    ]);
    const place = ofFiles[1]?.locations[0]?.physicalLocation;
    expect(place).toEqual({
      artifactLocation: { uri: 'broken%20%3Cb%3E.yaml' },
      region: { startLine: 2, startColumn: 1 },
    });
  });

  test('a fingerprint belongs to one finding of one file', async () => {
    const prints = (await read(results)).results.map(
      ({ partialFingerprints }) => partialFingerprints['findingName/v1'],
    );
    expect(new Set(prints).size).toBe(prints.length);
  });

  test('a message says what is demanded, what is so, by which answers and what to do', async () => {
    const run = await read(results);
    const at = results.filter(isEvaluated).flatMap(({ findings }) => findings.map(({ status }) => status));
    const { ruleId, message, properties } = run.results[at.indexOf('violated')] as Result;
    const requirement = requirements.find(({ id }) => id === ruleId);
    expect(message.text).toContain(requirement?.title[language]);
    expect(message.text).toContain(requirement?.finding[language]);
    expect(message.text).toContain(requirement?.measure[language]);
    for (const key of properties?.because ?? []) expect(message.text).toContain(`(${key})`);
  });

  test('a message says what was answered, and what a record of the assessor stands beside', async () => {
    const run = await read(results);
    const shown = results.filter(isEvaluated).flatMap((file) => file.findings.map((finding) => ({ file, finding })));
    const { batch, statuses: labels } = context.words;
    let settled = 0;
    for (const [at, { file, finding }] of shown.entries()) {
      const text = run.results.filter(({ properties }) => properties !== undefined)[at]?.message.text ?? '';
      for (const key of finding.because) {
        const isAnswered = file.answers?.[key] !== undefined;
        expect(text.includes(sarifText(batch.answered(`(${key})`, '')))).toBe(isAnswered);
        if (isAnswered && finding.status !== 'open') settled++;
      }
      const isRecorded = finding.status === 'accepted' || finding.status === 'substituted';
      expect(text.includes(batch.byAnswers(labels[finding.judged ?? 'violated'], ''))).toBe(isRecorded);
    }
    expect(settled).toBeGreaterThan(100);
    const yes = { de: 'beantwortet mit: Ja', en: 'answered: Yes' };
    expect(run.results.some(({ message }) => message.text.includes(yes[language]))).toBe(true);
  });

  test('no text is a link or a placeholder', async () => {
    const texts = (await read(results)).results.map(({ message }) => message.text);
    expect(texts.filter((text) => /\]\(/.test(text) || /(?<!\{)\{(?!\{)/.test(text))).toEqual([]);
    expect(texts.some((text) => text.includes('[link] (javascript:alert(1)) {{0}}'))).toBe(true);
  });
});

test.each([
  ['a/b c.yaml', 'a/b%20c.yaml'],
  ['a\\b.yaml', 'a/b.yaml'],
  ['../ä:b.yaml', '../%C3%A4%3Ab.yaml'],
  ['/abs/x.yaml', 'file:///abs/x.yaml'],
  ['C:\\Prüfungen\\x.yaml', 'file:///C:/Pr%C3%BCfungen/x.yaml'],
  ['stream#2.yaml#3', 'stream%232.yaml#3'],
  ['\uD800.yaml', '%EF%BF%BD.yaml'],
  ['-', '-'],
])('the address of %j is %s', (file, address) => {
  expect(fileAddress(file)).toBe(address);
});
