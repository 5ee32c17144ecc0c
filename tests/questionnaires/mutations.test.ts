import { describe, expect, test } from 'vitest';
import { inputFile } from '../../src/files/input-file.ts';
import { processIo } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import { fakeIo } from '../support/fake-io.ts';

/** A change to a copy of a file that ships; `¦` marks where what is wrong with it must be reported. */
type Edit = readonly [file: string, find: string | RegExp, by: string];

interface Mutation {
  readonly name: string;
  readonly kind: string;
  readonly edits: readonly Edit[];
}

const saarland = 'questionnaires/udz-saarland-whatsapp-business.yaml';
const platform = 'questionnaires/whatsapp-business-platform.yaml';
const bank = 'questionnaires/questions/business-platform.yaml';

/** The requirement SL-05 with other conditions; a mistake of logic is reported where the requirement begins. */
function conditions(fulfilledWhen: string, partialWhen: string): readonly Edit[] {
  const shipped =
    '        fulfilledWhen: { legal-basis: per-purpose }\n        partialWhen: { legal-basis: general-statement }\n';
  return [
    [saarland, '      - id: SL-05\n', '      - ¦id: SL-05\n'],
    [saarland, shipped, `        fulfilledWhen: ${fulfilledWhen}\n        partialWhen: ${partialWhen}\n`],
  ];
}

const spareQuestion = `  - ¦id: spare-question
    about: product
    kind: choice
    text: { de: Noch etwas?, en: Anything else? }
    help: { de: Hilfe, en: help }
    why: { de: darum, en: because }
    evidence: { de: Brief, en: letter }
    choices:
      - { id: yes-indeed, text: { de: ja, en: yes } }
      - { id: not-at-all, text: { de: nein, en: no } }
`;

/** Each kind of mistake that questionnaires are checked for, as the design lists them. */
const mutations: readonly Mutation[] = [
  {
    name: 'a requirement that no answer fulfils',
    kind: 'never-fulfilled',
    edits: conditions('{ all: [{ legal-basis: per-purpose }, { legal-basis: none }] }', '{ legal-basis: per-purpose }'),
  },
  {
    name: 'a requirement that no answer violates',
    kind: 'never-violated',
    edits: conditions(
      '{ legal-basis: [per-purpose, general-statement, none] }',
      '{ all: [{ legal-basis: per-purpose }, { legal-basis: none }] }',
    ),
  },
  {
    name: 'a requirement that is fulfilled and partial at once',
    kind: 'statuses-overlap',
    edits: conditions('{ legal-basis: per-purpose }', '{ legal-basis: [general-statement, per-purpose] }'),
  },
  {
    name: 'a choice that makes no difference to any requirement',
    kind: 'choice-without-effect',
    edits: [
      [bank, '  - id: api-endpoint-notice\n', '  - ¦id: api-endpoint-notice\n'],
      [
        bank,
        '      - id: endpoint-documented\n',
        '      - { id: spare, text: { de: übrig, en: spare } }\n      - id: endpoint-documented\n',
      ],
    ],
  },
  {
    name: 'a requirement that is decided by a question nobody was asked',
    kind: 'decided-by-unasked',
    edits: [
      [platform, '      - id: WABP-1\n', '      - ¦id: WABP-1\n'],
      [
        platform,
        '        appliesWhen: { messenger: whatsapp-business-platform }\n        fulfilledWhen: { api-variant: cloud-api-current }\n',
        '        fulfilledWhen: { api-variant: cloud-api-current }\n',
      ],
    ],
  },
  {
    name: 'a question that no requirement reads',
    kind: 'question-unread',
    edits: [[bank, 'questions:\n', `questions:\n${spareQuestion}`]],
  },
  {
    name: 'an inconsistency of answers that cannot be given together',
    kind: 'never-inconsistent',
    edits: [
      ['questionnaires/inconsistencies.yaml', '  - id: U-11\n', '  - ¦id: U-11\n'],
      [
        'questionnaires/inconsistencies.yaml',
        'e2ee-coverage: always-everywhere',
        'e2ee-coverage: always-everywhere\n      e2ee-messages: transport-only',
      ],
    ],
  },
  {
    name: 'a text that is missing in one language',
    kind: 'missing-key',
    edits: [
      [
        platform,
        'asOf: { de: abgeschaltet am 23.10.2025, en: switched off on 23 October 2025 }',
        'asOf: ¦{ de: abgeschaltet am 23.10.2025 }',
      ],
    ],
  },
  {
    name: 'a source that is not known',
    kind: 'unknown-id',
    edits: [[platform, 'sources: [meta-cloud-onprem,', 'sources: [¦meta-cloud-onprm,']],
  },
  {
    name: 'an id that is used twice',
    kind: 'duplicate-id',
    edits: [[saarland, '      - id: SL-08\n', '      - ¦id: SL-05\n']],
  },
  {
    name: 'a requirement without a measure',
    kind: 'missing-key',
    edits: [[saarland, /- id: SL-05\n([\s\S]*?) {8}measure:\n[\s\S]*?(?= {6}- id: SL-07\n)/, '- ¦id: SL-05\n$1\n']],
  },
  {
    name: 'a version that YAML reads as a number',
    kind: 'needs-quotes',
    edits: [[saarland, /^version: .*$/m, 'version: ¦2020']],
  },
];

/** What `questionnaires validate` says about the shipped files with some of them changed. */
async function validated(edits: readonly Edit[]) {
  let marked = '';
  const changed = async (file: string) => {
    const read = await processIo.read(file);
    const mine = edits.filter(([name]) => file.endsWith(name));
    if (mine.length === 0) return read;
    const text = mine.reduce((before, [, find, by]) => {
      const after = before.replace(find, by);
      expect(after, String(find)).not.toBe(before);
      return after;
    }, Buffer.from(read.bytes).toString());
    const before = text.slice(0, text.indexOf('¦')).split('\n');
    if (text.includes('¦')) marked = `${mine[0]?.[0]}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    return inputFile(file, Buffer.from(text.replace('¦', '')));
  };
  const io = fakeIo({ read: changed });
  const code = await main(['questionnaires', 'validate', '--format', 'json', '--lang', 'en'], io);
  const issues: readonly { place: { file: string; line: number; column: number }; problem: { kind: string } }[] =
    JSON.parse(io.out());
  const reported = issues.map(
    ({ place: { file, line, column }, problem }) => `${file}:${line}:${column} ${problem.kind}`,
  );
  return { code, marked, reported };
}

describe('questionnaires validate', () => {
  test('finds nothing in what ships', async () => {
    expect(await validated([])).toEqual({ code: 0, marked: '', reported: [] });
  });

  test.each(mutations)('reports $name in its place, and nothing else', async ({ kind, edits }) => {
    const { code, marked, reported } = await validated(edits);
    expect(reported).toEqual([`${marked} ${kind}`]);
    expect(code).toBe(2);
  });
});
