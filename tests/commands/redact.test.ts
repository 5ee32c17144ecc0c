import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/domain/assessment.ts';
import { type Redaction, redactions, withRedactions } from '../../src/domain/redaction.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { assessmentText } from '../../src/load/assessment-text.ts';
import { loadAssessment } from '../../src/load/load-assessment.ts';
import { main } from '../../src/main.ts';
import { answersTo, words } from '../support/any-answer.ts';
import { fakeIo } from '../support/fake-io.ts';
import { readFixture } from '../support/read-fixture.ts';
import { run as runProgram } from '../support/real-program.ts';
import { shippedCatalogue } from '../support/shipped-catalogue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { questions } = shippedCatalogue;

/** A file with a word of its own in every place where somebody can write one, by what it belongs to. */
const canaries: Readonly<Record<Redaction | 'comment' | 'subject', readonly string[]>> = {
  notes: [
    'NoteAnswer',
    'NoteUnknown',
    'NoteNotApplicable',
    'ReasonNotApplicable',
    'TextAnswer',
    'OriginTyped',
    'NoteMeasure',
    'MeasureEquivalent',
    'ReasonException',
    'TextOpinion',
    'TextDecision',
    'TextCouncil',
  ],
  evidence: ['EvidenceAnswer', 'EvidenceUnknown', 'EvidenceNotApplicable', 'EvidenceEquivalent'],
  names: ['NameAssessor', 'NameResponsible', 'NameApproved', 'NameOpinion', 'NameDecision', 'NameFile', 'NameFolder'],
  comment: ['CommentTop', 'CommentInside', 'VersionTyped', 'UnknownQuestion', 'NoLonger'],
  subject: ['SubjectOrganisation', 'SubjectUse', 'SubjectProduct', 'SubjectReference'],
};
const notApplicable = [...questions.values()].find(({ allowsNotApplicable }) => allowsNotApplicable)?.id ?? '';
const yaml = `# CommentTop
format: messenger-check/assessment@1
subject:
  messenger: whatsapp
  organisation: SubjectOrganisation
  use: SubjectUse
  product: SubjectProduct
  reference: SubjectReference
  assessor: NameAssessor
  date: 2026-11-20 # CommentInside
questionnaires:
  bfdi-leitfragen: "2019-old VersionTyped"
answers:
  sector: { value: municipality, note: NoteAnswer, origin: OriginTyped, evidence: [ { text: EvidenceAnswer, validUntil: 2027-01-01 } ] }
  functions: [text]
  e2ee-messages: { unknown: asked-provider, note: NoteUnknown, evidence: [ { text: EvidenceUnknown } ] }
  ${notApplicable}: { notApplicable: ReasonNotApplicable, note: NoteNotApplicable, evidence: [ { text: EvidenceNotApplicable } ] }
  own-remarks: TextAnswer
  address-book-upload: NoLonger
  question-unknown: UnknownQuestion
measures:
  BFDI-01: { responsible: NameResponsible, due: 2027-01-31, note: NoteMeasure }
equivalents: [ { requirement: BFDI-01, measure: MeasureEquivalent, evidence: EvidenceEquivalent } ]
exceptions: [ { requirement: BFDI-07, reason: ReasonException, approvedBy: NameApproved, from: 2026-01-01, until: 2027-01-01 } ]
signOff:
  opinion: { by: NameOpinion, text: TextOpinion }
  decision: { by: NameDecision, text: TextDecision }
  staffCouncil: { date: 2026-11-11, text: TextCouncil }
  nextReview: 2027-11-11
`;

/** Questionnaires of somebody's own, with a question that is answered in words. */
async function ownQuestionnaires(): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'NameFolder');
  await mkdir(path.join(folder, 'questions'), { recursive: true });
  const text = '{ de: Was noch?, en: What else? }';
  await writeFile(
    path.join(folder, 'questions/own.yaml'),
    `questions: [ { id: own-remarks, about: operation, kind: text, informational: true, text: ${text}, help: ${text}, why: ${text}, evidence: ${text} } ]\n`,
  );
  return folder;
}

/** With `own` questionnaires every answer counts; without them, which is quicker, all but the one in words. */
async function reportOn(flags: readonly string[], own?: string): Promise<string> {
  const file = path.join(await temporaryFolder(), 'NameFile.yaml');
  await writeFile(file, yaml);
  const io = fakeIo();
  const more = own === undefined ? [] : ['--questionnaires', own];
  const argv = ['report', file, '--exit-zero', '--quiet', ...more, ...flags];
  expect(await main(argv, io)).toBe(0);
  expect(io.err()).toBe('');
  return io.out();
}

/** All that is in a Word document. */
function partsIn(docx: string): string {
  return Object.values(unzipSync(Buffer.from(docx, 'latin1')))
    .map((part) => strFromU8(part))
    .join('\n');
}

function load(text: string): Assessment {
  const loaded = loadAssessment(inputFile('a.yaml', new TextEncoder().encode(text)), shippedCatalogue);
  return loaded.ok ? loaded.value : expect.unreachable(JSON.stringify(loaded.issues));
}

describe('a report', () => {
  test('has every word somebody wrote, unless it is redacted', async () => {
    const all = Object.values(canaries).flat();
    const text = `${await reportOn(['--format', 'json'], await ownQuestionnaires())}`;
    expect(all.filter((word) => !text.includes(word))).toEqual([]);
  });

  test.each([
    ['html', 'de', '--alternatives'],
    ['markdown', 'en'],
    ['json', 'en'],
    ['docx', 'de'],
  ] as const)('redacted in full has none of them but the subject, as %s in %s', async (format, language, ...more) => {
    const flags = ['--format', format, '--lang', language, ...more, '--redact', redactions.join(',')];
    const made = await reportOn(flags, await ownQuestionnaires());
    const text = format === 'docx' ? partsIn(made) : made;
    const { subject, ...hidden } = canaries;
    expect(
      Object.values(hidden)
        .flat()
        .filter((word) => text.toLowerCase().includes(word.toLowerCase())),
    ).toEqual([]);
    expect(subject.filter((word) => !text.includes(word))).toEqual([]);
    expect(text).toContain(language === 'de' ? 'geschwärzt' : 'redacted');
  });

  test.each(redactions)('without %s has the others', async (what) => {
    const text = await reportOn(['--format', 'json', '--redact', what], await ownQuestionnaires());
    const others = redactions.filter((one) => one !== what).flatMap((one) => canaries[one]);
    expect(canaries[what].filter((word) => text.includes(word))).toEqual([]);
    // The names of files and folders go with any of them: they say who, and where.
    expect(others.filter((word) => !['NameFile', 'NameFolder'].includes(word) && !text.includes(word))).toEqual([]);
  });

  test.each(['html', 'json'])('redacted still verifies, and says that it is redacted (%s)', async (format) => {
    const text = await reportOn(['--format', format, '--redact', 'names,notes']);
    const file = path.join(await temporaryFolder(), 'r');
    await writeFile(file, text);
    const io = fakeIo();
    expect(await main(['verify', file], io)).toBe(0);
    expect(io.out()).toContain('geschwärzte Fassung (Notizen und Begründungen, Namen)');
    await writeFile(file, text.replaceAll('[geschwärzt]', 'Frau Rat').replaceAll('[geschw\\u00e4rzt]', 'Frau Rat'));
    expect(await main(['verify', file], fakeIo())).toBe(1);
  });

  test('redacted says nothing of a folder of one’s own that is called like the one that ships', async () => {
    const cwd = await temporaryFolder();
    const own = 'questionnaires/NameFolder';
    const examples = path.join(import.meta.dirname, '../../questionnaires/examples');
    await cp(path.join(examples, 'hausregeln-klinikum'), path.join(cwd, own), { recursive: true });
    await cp(path.join(examples, 'krankenhaus-hausregeln.yaml'), path.join(cwd, 'a.yaml'));
    const argv = ['report', 'a.yaml', '--questionnaires', own, '--format', 'json', '--redact', 'names'];
    const { out } = await runProgram(argv, { cwd });
    expect(JSON.parse(out).data.files.map(({ name }: { name: string }) => name)).toContain('klinikum-hausregeln.yaml');
    expect(out).not.toContain('NameFolder');
  });

  test('redacted says so at its head, and comes to the same verdict', async () => {
    const [full, redacted] = await Promise.all([
      reportOn(['--format', 'json']),
      reportOn(['--format', 'json', '--redact', 'notes,evidence,names']),
    ]);
    expect(JSON.parse(redacted).verdict.label).toBe(JSON.parse(full).verdict.label);
    expect(JSON.parse(redacted).redacted.map(({ id }: { id: string }) => id)).toEqual(redactions);
    const page = await reportOn(['--format', 'html', '--redact', 'notes', '--lang', 'en']);
    expect(page).toMatch(
      /<h1>.*<\/h1>\n<p class="redacted"><strong>Redacted version for publication\.<\/strong> Taken out are: notes and reasons\.<\/p>/,
    );
    expect(await reportOn(['--redact', 'notes', '--lang', 'en'])).toMatch(
      /^# .*\n\nMemorandum\n\n\*\*Redacted version for publication\.\*\* Taken out are: notes and reasons\.\n\n\| \| \|\n/,
    );
  });

  test('says which words --redact knows', async () => {
    const io = fakeIo();
    expect(await main(['report', 'x.yaml', '--redact', 'notes,name'], io)).toBe(2);
    expect(io.err()).toBe('Schwärzen lässt sich nicht: name\n  Möglich sind: notes, evidence, names\n');
  });
});

describe('the text of an assessment', () => {
  test.each(['all-fulfilled.yaml', 'all-partial.yaml', 'all-violated.yaml'])('loads as the same: %s', async (name) => {
    const assessment = await readFixture(name);
    expect(load(assessmentText(assessment, 'lost'))).toEqual(assessment);
  });

  test('loads as the same with whatever anybody writes, and twice redacted is once', async () => {
    const base = await readFixture('all-violated.yaml');
    const all = [...questions.values()].filter(({ id, each }) => id !== 'messenger' && each === undefined);
    const entries = fc
      .subarray(all, { minLength: 1, maxLength: 6 })
      .chain((some) => fc.tuple(...some.map((one) => fc.tuple(fc.constant(one.id), answersTo(one)))));
    const statement = fc.record({ by: words(), text: words(), date: fc.constant('2026-11-11') });
    fc.assert(
      fc.property(entries, statement, fc.subarray([...redactions]), (answers, opinion, what) => {
        const assessment: Assessment = { ...base, answers: new Map(answers), signOff: { opinion } };
        expect(load(assessmentText(assessment, 'lost'))).toEqual(assessment);
        const once = withRedactions(assessment, { what, mark: '[x]', questions });
        expect(withRedactions(once, { what, mark: '[x]', questions })).toEqual(once);
        expect(load(assessmentText(once, '[x]'))).toEqual(once);
      }),
      { numRuns: 100 },
    );
  });

  test('of an example reads the file it came from and nothing else', async () => {
    const file = path.join(import.meta.dirname, '../../questionnaires/examples/kommune-whatsapp.yaml');
    const assessment = load(await readFile(file, 'utf8'));
    expect(load(assessmentText(assessment, 'lost'))).toEqual(assessment);
  });
});
