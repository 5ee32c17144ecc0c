import { describe, expect, test } from 'vitest';
import type { InputIssue, Problem } from '../../src/domain/input-issue.ts';
import { largestFile } from '../../src/domain/input-issue.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { type CatalogueFile, type CatalogueRole, roleOf } from '../../src/load/catalogue-files.ts';
import { loadCatalogue } from '../../src/load/load-catalogue.ts';
import { describeIssue } from '../../src/wording/describe-issue.ts';
import { smallFolder as folder } from '../support/small-folder.ts';

type FileName = keyof typeof folder;
type Folder = Readonly<Record<string, string | Uint8Array>>;

/** A mistake put into the folder; `¦` marks where it must be reported. */
interface Plant {
  readonly kind: Problem['kind'];
  readonly name: string;
  readonly file: FileName;
  readonly replace: string;
  readonly by: string;
  /** A part of what to do about it. */
  readonly remedy: string;
}

const plants: readonly Plant[] = [
  {
    kind: 'missing-key',
    name: 'a source without a date or a note on it',
    file: 'sources.yaml',
    replace:
      '  - id: paper\n    authority: { de: Amt, en: Office }\n    title: Boten im Amt\n    dateNote: { de: undatiert, en: undated }\n',
    by: '  - ¦id: paper\n    authority: { de: Amt, en: Office }\n    title: Boten im Amt\n',
    remedy: 'Add date: with a value.',
  },
  {
    kind: 'needs-quotes',
    name: 'a number for a title',
    file: 'sources.yaml',
    replace: 'title: Gesetz über Boten',
    by: 'title: ¦1984',
    remedy: 'Put it in quotes: "1984"',
  },
  {
    kind: 'not-an-address',
    name: 'an address without its beginning',
    file: 'sources.yaml',
    replace: 'url: https://example.org/law',
    by: 'url: ¦example.org/law',
    remedy: 'beginning with https://',
  },
  {
    kind: 'not-one-of',
    name: 'a certainty that is none',
    file: 'sources.yaml',
    replace: 'checked: primary',
    by: 'checked: ¦primry',
    remedy: 'Did you mean: primary?',
  },
  {
    kind: 'duplicate-id',
    name: 'a second source with the id of the first',
    file: 'sources.yaml',
    replace: '    seen: { de: nichts, en: nothing }\n',
    by: '    seen: { de: nichts, en: nothing }\n  - ¦id: law\n    authority: { de: A, en: B }\n    title: Noch eins\n    date: "2021"\n    url: http://example.org\n    checked: secondary\n    seen: { de: halb, en: half }\n',
    remedy: 'another id',
  },
  {
    kind: 'wrong-type',
    name: 'blanks for a text',
    file: 'sources.yaml',
    replace: 'seen: { de: ganz, en: in full }',
    by: 'seen: { de: ganz, en: ¦"  " }',
    remedy: 'accordingly',
  },
  {
    kind: 'not-a-day',
    name: 'a thirteenth month',
    file: 'sources.yaml',
    replace: 'date: "2020-05"',
    by: 'date: ¦"2020-13"',
    remedy: 'YYYY-MM-DD',
  },
  {
    kind: 'wrong-type',
    name: 'one language for both',
    file: 'questions/context.yaml',
    replace: 'text: { de: Wer?, en: Who? }',
    by: 'text: ¦Who?',
    remedy: 'accordingly',
  },
  {
    kind: 'missing-key',
    name: 'a text in one language only',
    file: 'questions/context.yaml',
    replace: 'evidence: { de: Satzung, en: statutes }',
    by: 'evidence: ¦{ de: Satzung }',
    remedy: 'Add en: with a value.',
  },
  {
    kind: 'chosen-twice',
    name: 'a choice with the id of another',
    file: 'questions/context.yaml',
    replace: '{ id: calls, text',
    by: '{ id: ¦text, text',
    remedy: 'Delete one',
  },
  {
    kind: 'not-one-of',
    name: 'a subject matter that is none',
    file: 'questions/context.yaml',
    replace: 'about: product',
    by: 'about: ¦produkt',
    remedy: 'Did you mean: product?',
  },
  {
    kind: 'missing-key',
    name: 'a choice without choices',
    file: 'questions/context.yaml',
    replace: '  - id: functions\n',
    by: '  - ¦id: new-choice\n    about: product\n    kind: choice\n    text: { de: Neu?, en: New? }\n    help: { de: Hilfe, en: help }\n    why: { de: darum, en: because }\n    evidence: { de: Nachweis, en: proof }\n  - id: functions\n',
    remedy: 'Add choices: with a value.',
  },
  {
    kind: 'not-an-id',
    name: 'an id with capitals',
    file: 'questions/bank.yaml',
    replace: '{ id: missing, text',
    by: '{ id: ¦Missing_It, text',
    remedy: 'lower-case letters',
  },
  {
    kind: 'not-an-id',
    name: 'a word of conditions for an id',
    file: 'questions/bank.yaml',
    replace: '    evidence: { de: Notiz, en: note }\n',
    by: '    evidence: { de: Notiz, en: note }\n  - id: ¦any\n    about: product\n    kind: text\n    text: { de: Neu?, en: New? }\n    help: { de: Hilfe, en: help }\n    why: { de: darum, en: because }\n    evidence: { de: Nachweis, en: proof }\n',
    remedy: 'all, any and not are taken',
  },
  {
    kind: 'not-one-of',
    name: 'a yes for true',
    file: 'questions/bank.yaml',
    replace: 'informational: true',
    by: 'informational: ¦yes',
    remedy: 'Possible are: true, false',
  },
  {
    kind: 'unknown-key',
    name: 'a key with a slip',
    file: 'questions/bank.yaml',
    replace: 'kind: date',
    by: 'kind: date\n    ¦infomational: true',
    remedy: 'Did you mean: informational?',
  },
  {
    kind: 'unknown-key',
    name: 'a key of questions of another kind',
    file: 'questions/bank.yaml',
    replace: 'kind: date',
    by: 'kind: date\n    ¦atLeastOne: true',
    remedy: 'Possible are: id, about',
  },
  {
    kind: 'unknown-key',
    name: 'choices that exclude each other where only one can be made',
    file: 'questions/bank.yaml',
    replace: '    allowsNotApplicable: true\n',
    by: '    allowsNotApplicable: true\n    ¦exclusive: [[always, never]]\n',
    remedy: 'Possible are: id, about',
  },
  {
    kind: 'not-one-of',
    name: 'a choice that is none, in a group of those that exclude each other',
    file: 'paper.yaml',
    replace: 'exclusive: [[one, two]]',
    by: 'exclusive: [[one, ¦three]]',
    remedy: 'Possible are: one, two',
  },
  {
    kind: 'excludes-nothing',
    name: 'one choice that excludes no other',
    file: 'questions/context.yaml',
    replace: '    kind: choices\n',
    by: '    kind: choices\n    exclusive: [¦[text]]\n',
    remedy: 'Name at least two',
  },
  {
    kind: 'unknown-id',
    name: 'an inconsistency among answers to a question that is none',
    file: 'inconsistencies.yaml',
    replace: 'when: { encryption: never,',
    by: 'when: { ¦encription: never,',
    remedy: 'Did you mean: encryption?',
  },
  {
    kind: 'unknown-id',
    name: 'an inconsistency for the choices of a question with one',
    file: 'inconsistencies.yaml',
    replace: 'each: functions',
    by: 'each: ¦sector',
    remedy: 'Known are: functions, inline',
  },
  {
    kind: 'ask-cycle',
    name: 'a question that is asked after itself',
    file: 'questions/bank.yaml',
    replace: '  - id: audited-on\n',
    by: '  - ¦id: audited-on\n    askWhen: { audited-on: { before: 2020-01-01 } }\n',
    remedy: 'reads no later question',
  },
  {
    kind: 'duplicate-id',
    name: 'a question with the id of another',
    file: 'questions/bank.yaml',
    replace: '  - id: purpose\n',
    by: '  - ¦id: sector\n    about: product\n    kind: text\n    text: { de: Neu?, en: New? }\n    help: { de: Hilfe, en: help }\n    why: { de: darum, en: because }\n    evidence: { de: Nachweis, en: proof }\n  - id: purpose\n',
    remedy: 'another id',
  },
  {
    kind: 'not-one-of',
    name: 'a condition on a choice that is none',
    file: 'questions/bank.yaml',
    replace: 'askWhen: { encryption: never }',
    by: 'askWhen: { encryption: ¦nevr }',
    remedy: 'Did you mean: never?',
  },
  {
    kind: 'missing-key',
    name: 'a questionnaire without an id',
    file: 'paper.yaml',
    replace: 'id: paper-2020\n',
    by: '¦',
    remedy: 'Add id: with a value.',
  },
  {
    kind: 'needs-quotes',
    name: 'a version without quotes',
    file: 'paper.yaml',
    replace: 'version: "2020-05-18.1"',
    by: 'version: ¦2020.5',
    remedy: 'Put it in quotes: "2020.5"',
  },
  {
    kind: 'unknown-id',
    name: 'a source that is none',
    file: 'paper.yaml',
    replace: 'source: paper',
    by: 'source: ¦papers',
    remedy: 'Did you mean: paper?',
  },
  {
    kind: 'unknown-id',
    name: 'a condition on a question that is none',
    file: 'paper.yaml',
    replace: 'binds: { sector: office }',
    by: 'binds: { ¦secktor: office }',
    remedy: 'Did you mean: sector?',
  },
  {
    kind: 'unknown-key',
    name: 'a key in another language',
    file: 'paper.yaml',
    replace: '    title: { de: Alles, en: all of it }\n',
    by: '    title: { de: Alles, en: all of it }\n    ¦fragen: []\n',
    remedy: 'Possible are: id, title, questions, requirements',
  },
  {
    kind: 'unknown-id',
    name: 'a question in a section that is none',
    file: 'paper.yaml',
    replace: '      - remarks\n',
    by: '      - ¦remark\n',
    remedy: 'Did you mean: remarks?',
  },
  {
    kind: 'not-one-of',
    name: 'a level in German',
    file: 'paper.yaml',
    replace: 'level: must',
    by: 'level: ¦muss',
    remedy: 'Did you mean: must?',
  },
  {
    kind: 'unknown-id',
    name: 'a source of a requirement that is none',
    file: 'paper.yaml',
    replace: 'sources: [law, paper]',
    by: 'sources: [law, ¦laws]',
    remedy: 'Did you mean: law?',
  },
  {
    kind: 'wrong-type',
    name: 'text where a list stands',
    file: 'paper.yaml',
    replace: 'law: [Art. 32 DSGVO]',
    by: 'law: ¦Art. 32 DSGVO',
    remedy: 'accordingly',
  },
  {
    kind: 'wrong-type',
    name: 'a condition on nothing',
    file: 'paper.yaml',
    replace: 'appliesWhen: { sector: [office, school] }',
    by: 'appliesWhen: ¦{}',
    remedy: 'accordingly',
  },
  {
    kind: 'item-needed',
    name: 'a question per function, read as one',
    file: 'paper.yaml',
    replace: 'fulfilledWhen: { encryption: [always, not-applicable] }',
    by: 'fulfilledWhen: { ¦purpose: stated }',
    remedy: 'in requirements add each: functions',
  },
  {
    kind: 'wrong-type',
    name: 'a word for a number',
    file: 'paper.yaml',
    replace: 'retention-days: { atMost: 30 }',
    by: 'retention-days: { atMost: ¦thirty }',
    remedy: 'accordingly',
  },
  {
    kind: 'not-a-day',
    name: 'a day that does not exist',
    file: 'paper.yaml',
    replace: 'audited-on: { after: 2020-01-01 }',
    by: 'audited-on: { after: ¦2020-02-30 }',
    remedy: 'YYYY-MM-DD',
  },
  {
    kind: 'only-together',
    name: 'a partial finding without its condition',
    file: 'paper.yaml',
    replace: '      - id: P-02\n',
    by: '      - ¦id: P-02\n        partialFinding: { de: halb, en: half }\n',
    remedy: 'leave out both',
  },
  {
    kind: 'unknown-id',
    name: 'a repetition by a question of one choice',
    file: 'paper.yaml',
    replace:
      '        each: functions\n        appliesWhen: { not: { inline: { excludes: [one, two] } } }\n        fulfilledWhen: { purpose: stated }\n',
    by: '        each: ¦encryption\n        fulfilledWhen: { encryption: always }\n',
    remedy: 'Known are: functions, inline',
  },
  {
    kind: 'duplicate-id',
    name: 'a requirement with the id of another',
    file: 'paper.yaml',
    replace: '      - id: P-03\n',
    by: '      - ¦id: P-01\n',
    remedy: 'another id',
  },
  {
    kind: 'test-does-not-fit',
    name: 'a multiple choice read like a single one',
    file: 'paper.yaml',
    replace: 'inline: { includes: one }',
    by: 'inline: ¦one',
    remedy: 'Possible: includes, excludes, exactly one',
  },
  {
    kind: 'test-does-not-fit',
    name: 'a number read like a choice',
    file: 'paper.yaml',
    replace: 'retention-days: { atLeast: 1 }',
    by: 'retention-days: ¦1',
    remedy: 'Possible: atLeast, atMost, exactly one',
  },
  {
    kind: 'not-one-of',
    name: 'a ruling in no direction',
    file: 'evidence.yaml',
    replace: 'direction: contra',
    by: 'direction: ¦against',
    remedy: 'Possible are: contra, pro, neutral',
  },
  {
    kind: 'not-one-of',
    name: 'a ruling for a sector that is none',
    file: 'evidence.yaml',
    replace: 'sectors: [office, school]',
    by: 'sectors: [office, ¦shcool]',
    remedy: 'Did you mean: school?',
  },
  {
    kind: 'unknown-id',
    name: 'a position on a requirement that is none',
    file: 'contradictions.yaml',
    replace: 'requirements: [P-02]',
    by: 'requirements: [¦P-2]',
    remedy: 'Did you mean: P-02?',
  },
  {
    kind: 'unknown-id',
    name: 'a position on a ruling that is none',
    file: 'contradictions.yaml',
    replace: 'evidence: [E-01]',
    by: 'evidence: [¦E-1]',
    remedy: 'Did you mean: E-01?',
  },
  {
    kind: 'missing-key',
    name: 'a position at no time',
    file: 'contradictions.yaml',
    replace:
      '      - who: { de: Gericht, en: court }\n        says: { de: Nein., en: No. }\n        weight: { de: Urteil, en: ruling }\n        dateNote: { de: später, en: later }\n',
    by: '      - ¦who: { de: Gericht, en: court }\n        says: { de: Nein., en: No. }\n        weight: { de: Urteil, en: ruling }\n',
    remedy: 'Add date: with a value.',
  },
  {
    kind: 'test-does-not-fit',
    name: 'a condition on free text',
    file: 'paper.yaml',
    replace: '        addressee: { de: Ämter, en: offices }\n',
    by: '        addressee: { de: Ämter, en: offices }\n        appliesWhen: { remarks: ¦x }\n',
    remedy: 'Free text cannot decide',
  },
  {
    kind: 'not-raised',
    name: 'a house that lowers a level',
    file: 'house.yaml',
    replace: 'G-02: must',
    by: 'G-01: ¦should',
    remedy: 'exceptions',
  },
  {
    kind: 'unknown-id',
    name: 'a level for a requirement of another paper',
    file: 'house.yaml',
    replace: 'G-03: should',
    by: '¦P-03: should',
    remedy: 'Did you mean: G-03?',
  },
  {
    kind: 'unknown-id',
    name: 'a fact on an answer that no product can give',
    file: 'messengers/pigeon.yaml',
    replace: 'answers: { encryption: always }',
    by: 'answers: { ¦sector: office }',
    remedy: 'Known are: functions, encryption, inline',
  },
  {
    kind: 'source-needed',
    name: 'a fact without a source that is more than a memory',
    file: 'messengers/pigeon.yaml',
    replace: '    sources: [paper]\n',
    by: '    sources: ¦[]\n',
    remedy: 'checked: recall',
  },
  {
    kind: 'chosen-twice',
    name: 'a second fact of one field',
    file: 'messengers/pigeon.yaml',
    replace: '  - field: licence\n',
    by: '  - ¦field: e2ee-1to1\n',
    remedy: 'Delete one',
  },
  {
    kind: 'not-one-of',
    name: 'a profile of a messenger that no question knows',
    file: 'messengers/fast-pigeon.yaml',
    replace: 'id: fast-pigeon',
    by: 'id: ¦fast-pidgeon',
    remedy: 'Did you mean: fast-pigeon?',
  },
  {
    kind: 'not-one-of',
    name: 'an inherited fact that the profile has itself',
    file: 'messengers/fast-pigeon.yaml',
    replace: 'fields: [e2ee-1to1]',
    by: 'fields: [¦licence]',
    remedy: 'Possible are: e2ee-1to1',
  },
];

/** What keeps a file from being read at all. */
const unreadable: readonly { kind: Problem['kind']; content: string | Uint8Array; place: string; remedy: string }[] = [
  { kind: 'empty-file', content: '\n', place: '1:1', remedy: 'name the right file' },
  { kind: 'only-comments', content: '# nothing yet\n', place: '1:1', remedy: 'Remove the #' },
  { kind: 'too-large', content: '#'.repeat(largestFile + 1), place: '1:1', remedy: 'the right file' },
  { kind: 'not-utf8', content: Buffer.from('a: x\nb: \xFC\n', 'latin1'), place: '2:1', remedy: 'as UTF-8' },
  { kind: 'too-deep', content: '['.repeat(50_000), place: '1:1', remedy: 'six levels' },
  { kind: 'too-dense', content: '\n'.repeat(50_001), place: '1:1', remedy: 'repeated without end' },
  { kind: 'several-documents', content: 'a: x\n---\nb: y\n', place: '2:1', remedy: 'One document a file' },
  { kind: 'yaml', content: 'a: x\nb: @y\n', place: '2:4', remedy: 'Check indentation' },
  { kind: 'duplicate-key', content: 'a: x\nb: y\na: z\n', place: '3:1', remedy: 'Delete one' },
  { kind: 'alias', content: 'a: &a x\nb: *a\n', place: '2:4', remedy: 'Write the value out' },
  { kind: 'control-character', content: 'a: "x\\e[2J"\n', place: '1:4', remedy: 'type the text anew' },
];

describe('a folder without mistakes', () => {
  const loaded = load(folder);

  test('is a catalogue with everything in the order of the files', () => {
    expect(loaded.ok ? [] : loaded.issues).toEqual([]);
    if (!loaded.ok) return;
    const { value, warnings } = loaded;
    expect(warnings).toEqual([]);
    expect([...value.sources.keys()]).toEqual(['law', 'paper']);
    expect([...value.evidence.keys(), ...value.contradictions.keys()]).toEqual(['E-01', 'W-01']);
    expect(value.context).toEqual(['sector', 'functions', 'messenger']);
    expect([...value.questions.keys()]).toEqual([
      ...[
        'sector',
        'functions',
        'messenger',
        'encryption',
        'retention-days',
        'audited-on',
        'remarks',
        'purpose',
        'inline',
      ],
    ]);
    const sections = value.questionnaires.get('paper-2020')?.sections;
    expect(sections?.[0]?.questions).toEqual([
      ...['encryption', 'retention-days', 'audited-on', 'remarks', 'purpose', 'inline'],
    ]);
    expect(sections?.[0]?.requirements.map(({ id }) => id)).toEqual(['P-01', 'P-02', 'P-03']);
    const evaluated = Object.keys(folder).filter((name) => !name.startsWith('messengers/'));
    expect(value.files.map(({ name }) => name)).toEqual(evaluated);
  });

  test('means what it says', () => {
    if (!loaded.ok) throw new Error('has mistakes');
    const [first, second, third] = loaded.value.questionnaires.get('paper-2020')?.sections[0]?.requirements ?? [];
    expect(first).toMatchObject({
      level: 'must',
      levelUncertain: false,
      caveat: { de: 'Vorbehalt', en: 'caveat' },
      appliesWhen: { op: 'answer', question: 'sector', test: { kind: 'is', values: ['office', 'school'] } },
      fulfilledWhen: {
        op: 'answer',
        question: 'encryption',
        test: { kind: 'is', values: ['always', 'not-applicable'] },
      },
      partialWhen: {
        op: 'all',
        of: [
          { op: 'answer', question: 'retention-days', test: { kind: 'atMost', value: 30 } },
          { op: 'answer', question: 'audited-on', test: { kind: 'after', value: '2020-01-01' } },
        ],
      },
      partialFinding: { de: 'nur halb', en: 'only half' },
    });
    expect(second).toMatchObject({
      levelUncertain: true,
      each: 'functions',
      appliesWhen: {
        op: 'not',
        of: { op: 'answer', question: 'inline', test: { kind: 'excludes', values: ['one', 'two'] } },
      },
    });
    expect(second).not.toHaveProperty('partialWhen');
    expect(second).not.toHaveProperty('caveat');
    expect(third).toMatchObject({ addressee: { de: 'Ämter', en: 'offices' }, fulfilledWhen: { op: 'any' } });
    expect(loaded.value.questions.get('retention-days')).toMatchObject({
      kind: 'number',
      askWhen: { op: 'answer', question: 'encryption', test: { kind: 'is', values: ['never'] } },
      allowsNotApplicable: false,
      informational: false,
      fixed: false,
    });
    expect(loaded.value.questions.get('remarks')).toMatchObject({ informational: true, fixed: true });
  });

  test('knows what house rules build on, and which levels they raise', () => {
    if (!loaded.ok) throw new Error('has mistakes');
    const extension = loaded.value.questionnaires.get('house-rules')?.extends;
    expect(extension?.base).toBe('guide');
    expect([...(extension?.raised ?? [])]).toEqual([
      ['G-02', 'must'],
      ['G-03', 'should'],
    ]);
    expect(loaded.value.questionnaires.get('guide')).not.toHaveProperty('extends');
  });

  test('knows the facts on a messenger, its own before those it takes over', () => {
    if (!loaded.ok) throw new Error('has mistakes');
    const facts = loaded.value.profiles.get('fast-pigeon')?.facts;
    expect(facts?.map(({ field, inherited }) => [field, inherited?.from])).toEqual([
      ['licence', undefined],
      ['e2ee-1to1', 'pigeon'],
    ]);
    expect([...(facts?.[1]?.answers ?? [])]).toEqual([['encryption', 'always']]);
    expect(loaded.value.profiles.get('pigeon')?.facts).toHaveLength(2);
  });

  test.each<{ path: string; role: CatalogueRole | undefined }>([
    { path: 'messengers/sources.yaml', role: 'profile-sources' },
    { path: 'messengers/pigeon.yaml', role: 'profile' },
    { path: 'messengers/old/pigeon.yaml', role: undefined },
    { path: 'sources.yaml', role: 'sources' },
    { path: 'evidence.yaml', role: 'evidence' },
    { path: 'contradictions.yaml', role: 'contradictions' },
    { path: 'inconsistencies.yaml', role: 'inconsistencies' },
    { path: 'questions/context.yaml', role: 'context' },
    { path: 'questions/security.yaml', role: 'questions' },
    { path: 'paper.yaml', role: 'questionnaire' },
    { path: 'examples/town.yaml', role: undefined },
    { path: 'questions/old/security.yaml', role: undefined },
    { path: 'README.md', role: undefined },
    { path: 'paper.yml', role: undefined },
    { path: 'paper.yaml.bak', role: undefined },
  ])('takes $path for: $role', ({ path, role }) => {
    expect(roleOf(path)).toBe(role);
  });
});

describe('a mistake in a folder', () => {
  test.each(plants)('is reported in its place, with what to do: $name', (plant) => {
    const { texts, places } = planted([plant]);
    const issues = issuesOf(texts);
    expect(issues.map(inShort)).toEqual([`${places[0]} ${plant.kind}`]);
    expect(issues.map((issue) => describeIssue(issue, 'en').split('\n')[1])).toEqual([
      expect.stringContaining(plant.remedy),
    ]);
  });

  test('does not hide another: all of them are reported in one run', () => {
    const { texts, places } = planted(plants);
    const expected = plants.map(({ kind }, index) => `${places[index]} ${kind}`);
    expect(issuesOf(texts).map(inShort).sort()).toEqual(expected.sort());
  });

  test('that keeps one file from being read does not hide those in the others', () => {
    const { texts, places } = planted(plants.filter(({ file }) => file === 'sources.yaml'));
    const issues = issuesOf({ ...texts, 'paper.yaml': 'id: [' }).map(inShort);
    expect(issues).toEqual(expect.arrayContaining(places.map((place) => expect.stringContaining(place))));
    expect(issues).toContain('paper.yaml:1:6 yaml');
  });

  test.each(unreadable)('that keeps a file from being read is reported in its place: $kind', (bad) => {
    const issues = issuesOf({ ...folder, 'bad.yaml': bad.content });
    expect(issues.map(inShort)).toEqual([`bad.yaml:${bad.place} ${bad.kind}`]);
    expect(issues.map((issue) => describeIssue(issue, 'en'))).toEqual([expect.stringContaining(bad.remedy)]);
  });

  test('can be of any kind that a questionnaire can have', () => {
    const kinds = [...plants, ...unreadable].map(({ kind }) => kind);
    expect([...new Set(kinds)].sort()).toEqual([
      ...['alias', 'ask-cycle', 'chosen-twice', 'control-character', 'duplicate-id', 'duplicate-key', 'empty-file'],
      'excludes-nothing',
      ...['item-needed', 'missing-key', 'needs-quotes', 'not-a-day', 'not-an-address', 'not-an-id', 'not-one-of'],
      ...[
        'not-raised',
        'not-utf8',
        'only-comments',
        'only-together',
        'several-documents',
        'source-needed',
        'test-does-not-fit',
      ],
      ...['too-deep', 'too-dense', 'too-large'],
      ...['unknown-id', 'unknown-key', 'wrong-type', 'yaml'],
    ]);
  });
});

describe('house rules', () => {
  test.each([
    { name: 'on what does not exist', base: 'guidelines', expected: 'There is no questionnaire guidelines.' },
    { name: 'on themselves', base: 'house-rules', expected: 'There is no questionnaire house-rules.' },
  ])('cannot build $name', ({ base, expected }) => {
    const house = folder['house.yaml'].replace('extends: guide', `extends: ${base}`);
    const issues = issuesOf({ ...folder, 'house.yaml': house.replace(/^levels.*\n/m, '') });
    expect(issues.map((issue) => describeIssue(issue, 'en').split('\n')[0])).toEqual([
      `house.yaml:4:10 extends: ${expected}`,
    ]);
  });

  test('cannot build on other house rules, which would hide what counts', () => {
    const ward = folder['house.yaml']
      .replace('id: house-rules', 'id: ward-rules')
      .replace('extends: guide', 'extends: house-rules');
    const issues = issuesOf({ ...folder, 'ward.yaml': ward.replace(/^levels.*\n/m, '') });
    expect(issues.map((issue) => describeIssue(issue, 'en'))).toEqual([
      'ward.yaml:4:10 extends: The questionnaire house-rules extends another one itself.\n  Extend that one instead: guide.',
    ]);
  });

  test('is not offered without saying why', () => {
    const paper = `${folder['paper.yaml']}offeredWhen: { sector: office }\n`;
    expect(issuesOf({ ...folder, 'paper.yaml': paper }).map(inShort)).toEqual(['paper.yaml:1:1 only-together']);
  });

  test('cannot raise levels of nothing', () => {
    const house = folder['house.yaml'].replace('extends: guide\n', '');
    expect(issuesOf({ ...folder, 'house.yaml': house }).map(inShort)).toEqual(['house.yaml:1:1 only-together']);
  });
});

describe('two things with one id', () => {
  test('are reported at the second, for answers that follow from facts on a messenger', () => {
    const file = 'messengers/pigeon.yaml';
    const value = '    value: { de: frei, en: free }\n';
    const twice = folder[file].replace(value, `${value}    answers: { encryption: always }\n`);
    expect(issuesOf({ ...folder, [file]: twice }).map(inShort)).toEqual([`${file}:15:16 chosen-twice`]);
  });

  test('are reported at the second, for facts that are taken over', () => {
    const file = 'messengers/fast-pigeon.yaml';
    const twice = folder[file].replace('fields: [e2ee-1to1]', 'fields: [e2ee-1to1, e2ee-1to1]');
    expect(issuesOf({ ...folder, [file]: twice }).map(inShort)).toEqual([`${file}:4:47 chosen-twice`]);
  });

  test('are reported at the second, which names the first, for questionnaires', () => {
    const second = 'id: paper-2020\nversion: "1"\nsource: law\nsections: []\n';
    const texts = ['title', 'authority', 'summary', 'notice', 'scope'].map((key) => `${key}: { de: x, en: x }\n`);
    const issues = issuesOf({ ...folder, 'paper-2.yaml': `# copy\n${second}${texts.join('')}` });
    expect(issues.map((issue) => describeIssue(issue, 'en'))).toEqual([
      'paper-2.yaml:2:1 The questionnaire paper-2020 exists already: paper.yaml:1.\n  Give one of the two another id.',
    ]);
  });

  test('are reported for questions of different files, and the first counts', () => {
    const copy = '      - id: encryption\n        about: product\n        kind: text\n';
    const texts = ['text', 'help', 'why', 'evidence'].map((key) => `        ${key}: { de: x, en: x }\n`);
    const paper = folder['paper.yaml'].replace('      - encryption\n', `${copy}${texts.join('')}`);
    const issues = issuesOf({ ...folder, 'paper.yaml': paper });
    expect(issues.map((issue) => describeIssue(issue, 'en'))).toEqual([
      expect.stringContaining('The question encryption exists already: questions/bank.yaml:2.'),
    ]);
  });
});

describe('what is wrong', () => {
  test('with questions that wait for each other is said at each of them, with the way round', () => {
    const bank = folder['questions/bank.yaml'].replace(
      'allowsNotApplicable: true\n',
      'allowsNotApplicable: true\n    askWhen: { retention-days: { atLeast: 1 } }\n',
    );
    const issues = issuesOf({ ...folder, 'questions/bank.yaml': bank });
    const second = lineOf(bank, 'id: retention-days');
    expect(issues.map(inShort)).toEqual([
      'questions/bank.yaml:2:5 ask-cycle',
      `questions/bank.yaml:${second}:5 ask-cycle`,
    ]);
    expect(describeIssue(issues[0] as InputIssue, 'en')).toContain('encryption → retention-days → encryption');
  });

  test.each(['2020-05-18 or so', '2020-05-18T10:00', '2020-', '20', '2020-5'])('with the date %s is said', (date) => {
    const sources = folder['sources.yaml'].replace('"2020-05"', `"${date}"`);
    expect(issuesOf({ ...folder, 'sources.yaml': sources }).map(inShort)).toEqual(['sources.yaml:5:11 not-a-day']);
  });

  test.each(['2020', '2020-05', '2020-05-18'])('is nothing with the date %s', (date) => {
    const sources = folder['sources.yaml'].replace('"2020-05"', `"${date}"`);
    expect(issuesOf({ ...folder, 'sources.yaml': sources })).toEqual([]);
  });

  test('with the question by which another is repeated is said where that is named', () => {
    const bank = folder['questions/bank.yaml'].replace('each: functions', 'each: function');
    const issues = issuesOf({ ...folder, 'questions/bank.yaml': bank });
    expect(issues.map(inShort)).toContain(`questions/bank.yaml:${lineOf(bank, 'each: function')}:11 unknown-id`);
  });

  test('with the id of a question inside a questionnaire is said once', () => {
    const paper = folder['paper.yaml'].replace('id: inline', 'id: 12');
    const line = lineOf(paper, 'id: 12');
    const issues = issuesOf({ ...folder, 'paper.yaml': paper }).filter(
      ({ problem }) => problem.kind === 'needs-quotes',
    );
    expect(issues.map(inShort)).toEqual([`paper.yaml:${line}:13 needs-quotes`]);
  });

  test.each([
    { version: '2020.10', text: '"2020.10"' },
    { version: '1.0', text: '"1.0"' },
    { version: '0x10', text: '"0x10"' },
    { version: 'True', text: '"True"' },
  ])('with the version $version is said with the characters that stand there', ({ version, text }) => {
    const paper = folder['paper.yaml'].replace('"2020-05-18.1"', version);
    const issues = issuesOf({ ...folder, 'paper.yaml': paper });
    expect(issues.map((issue) => describeIssue(issue, 'en'))).toEqual([expect.stringContaining(`in quotes: ${text}`)]);
  });

  test('with a choice read like a multiple choice is said with the choices it has', () => {
    const paper = folder['paper.yaml'].replace('sector: office', 'sector: { includes: office }');
    const issues = issuesOf({ ...folder, 'paper.yaml': paper });
    expect(issues.map((issue) => describeIssue(issue, 'en'))).toEqual([expect.stringContaining('office, school')]);
  });

  test.each(['sources.yaml', 'questions/context.yaml', 'questions/bank.yaml'])(
    'with a file that cannot be read is not said again wherever something in it is named: %s',
    (file) => {
      expect(issuesOf({ ...folder, [file]: 'a: @\n' }).map(inShort)).toEqual([`${file}:1:4 yaml`]);
    },
  );
});

describe('files on top of a catalogue', () => {
  const shippedFolder = Object.fromEntries(
    Object.entries(folder).filter(([name]) => !['house.yaml', 'contradictions.yaml'].includes(name)),
  );
  const shipped = load(shippedFolder);
  if (!shipped.ok) throw new Error('the small folder has mistakes');
  const own = {
    'house.yaml': folder['house.yaml'],
    'contradictions.yaml': folder['contradictions.yaml'],
  };

  test('give the same as all files at once', () => {
    const added = loadCatalogue(filesOf(own), shipped.value);
    expect(added).toStrictEqual(load({ ...shippedFolder, ...own }));
  });

  test.each([
    { name: 'a question that is there already', files: { 'questions/own.yaml': folder['questions/bank.yaml'] } },
    { name: 'a paper that is there already', files: { 'other.yaml': folder['guide.yaml'] } },
    {
      name: 'a paper that extends what is not there',
      files: { 'house.yaml': folder['house.yaml'].replace('extends: guide', 'extends: gone') },
    },
  ])('are refused as they are among all files: $name', ({ files }) => {
    const kinds = (loaded: ReturnType<typeof load>) =>
      loaded.ok ? [] : loaded.issues.map(({ problem }) => problem.kind);
    const added = kinds(loadCatalogue(filesOf(files), shipped.value));
    expect(added.length).toBeGreaterThan(0);
    expect(new Set(added)).toEqual(new Set(kinds(load({ ...shippedFolder, ...files }))));
  });

  test('an extension of an extension is refused, wherever the first one lies', () => {
    const whole = load({ ...folder });
    if (!whole.ok) throw new Error('the small folder has mistakes');
    const further = folder['house.yaml']
      .replace('id: house-rules', 'id: more')
      .replace('extends: guide', 'extends: house-rules');
    const added = loadCatalogue(filesOf({ 'more.yaml': further }), whole.value);
    expect(added.ok ? [] : added.issues.map(({ problem }) => problem.kind)).toContain('extends-extension');
  });
});

function filesOf(texts: Folder): readonly CatalogueFile[] {
  return Object.entries(texts).map(([name, content]): CatalogueFile => {
    const role = roleOf(name);
    if (role === undefined) throw new Error(`${name} has no role`);
    return { ...inputFile(name, typeof content === 'string' ? new TextEncoder().encode(content) : content), role };
  });
}

function load(texts: Folder) {
  return loadCatalogue(filesOf(texts));
}

function issuesOf(texts: Folder): readonly InputIssue[] {
  const loaded = load(texts);
  return loaded.ok ? [] : loaded.issues;
}

function inShort({ place, problem }: InputIssue): string {
  return `${place.file}:${place.line}:${place.column} ${problem.kind}`;
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

/** The folder with mistakes in it, and the place of each as `file:line:column`. */
function planted(mistakes: readonly Plant[]): { texts: Folder; places: readonly string[] } {
  const texts: Record<string, string> = { ...folder };
  // Every plant has a mark of its own, from a part of Unicode that nobody uses.
  const mark = (index: number) => String.fromCodePoint(0xe000 + index);
  for (const [index, { file, replace, by }] of mistakes.entries()) {
    const parts = (texts[file] ?? '').split(replace);
    if (parts.length !== 2) throw new Error(`stands ${parts.length - 1} times in ${file}: ${replace}`);
    texts[file] = parts.join(by.replace('¦', mark(index)));
  }
  const clean = (text: string) => text.replaceAll(/[\uE000-\uF8FF]/g, '');
  const places = mistakes.map(({ file }, index) => {
    const lines = clean((texts[file] ?? '').split(mark(index))[0] ?? '').split('\n');
    return `${file}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
  });
  return { texts: Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, clean(text)])), places };
}
