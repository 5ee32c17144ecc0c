import type { Catalogue, SourceFile } from '../domain/catalogue.ts';
import type { InputFile } from '../domain/input-issue.ts';
import type { ChangedFile, DifferentReport, Verification } from '../domain/verification.ts';
import { InvalidInput } from '../errors.ts';
import { inputFile } from '../files/input-file.ts';
import { packageRoot } from '../package-root.ts';
import { packageVersion } from '../package-version.ts';
import { type Carried, readCarried } from '../report/carried-data.ts';
import { firstDifference } from '../report/first-difference.ts';
import { renderers } from '../report/index.ts';
import type { OwnTemplate } from '../report/own-templates.ts';
import { isShipped } from './inputs.ts';
import { lastPart, reportOn } from './make-report.ts';

/** Far above any report: it has the texts of an answer file of the largest size several times, every sign escaped. */
const largestReport = 100_000_000;

/**
 * A report made again of what it carries, with the questionnaires at hand, and compared to the byte. Where it was made
 * by another version, its number is taken over: what counts is whether this one comes to the same. Throws nothing but
 * `TemplateMistake`, for templates of the user's own.
 */
export async function verifyReport(
  file: InputFile,
  catalogue: Catalogue,
  own: readonly OwnTemplate[] = [],
): Promise<Verification> {
  if (file.bytes.length > largestReport) return { kind: 'impossible', problem: 'too-large' };
  if (isWordDocument(file.bytes)) return { kind: 'impossible', problem: 'word-document' };
  if (isPdf(file.bytes)) return { kind: 'impossible', problem: 'pdf' };
  const text = decode(file.bytes);
  const carried = readCarried(text);
  if (typeof carried === 'string') return { kind: 'impossible', problem: carried };
  return compared(file, carried, { catalogue, templates: carried.format === 'html' ? own : [] });
}

interface Here {
  readonly catalogue: Catalogue;
  readonly templates: readonly OwnTemplate[];
}

async function compared(file: InputFile, carried: Carried, { catalogue, templates }: Here): Promise<Verification> {
  const [answers, ...files] = carried.data.files;
  const own = inputFile(answers?.name ?? '', new TextEncoder().encode(carried.data.assessment));
  const changed = changedFiles(files, catalogue.files);
  const here = packageVersion;
  const version = carried.data.version === here ? null : { made: carried.data.version, here };
  const changedTemplates = changedFiles(carried.data.templates, templates);
  const expected = await madeAgain(carried, own, { catalogue, templates, isOther: changed.length > 0 });
  const why: Omit<DifferentReport, 'kind' | 'isReadable' | 'difference'> = {
    isAnswersChanged: answers?.sha256 !== own.sha256,
    changed,
    changedTemplates,
    versions: changed.length === 0 ? [] : changedVersions(carried, catalogue),
    version,
  };
  if (expected === undefined) {
    const isExplained = why.isAnswersChanged || changed.length > 0 || version !== null;
    if (!isExplained) return { kind: 'impossible', problem: 'unreadable-answers' };
    return { kind: 'differs', ...why, isReadable: false, difference: null };
  }
  const isIdentical = Buffer.from(expected).equals(file.bytes);
  if (isIdentical && changed.length === 0 && changedTemplates.length === 0) {
    const { options, templates: used } = carried.data;
    const names = used.map(({ name }) => name);
    const shipped = new Set(catalogue.files.filter(isShipped).map(({ name }) => name));
    const taken = carried.data.files.map(({ name }) => name).filter((name) => !shipped.has(name));
    return { kind: 'identical', sha256: own.sha256, redacted: options.redact, templates: names, taken, version };
  }
  const difference = isIdentical ? null : firstDifference(decode(file.bytes), expected, carried.format);
  return { kind: 'differs', ...why, isReadable: true, difference };
}

/** A ZIP file with the part in which Word keeps the text. */
function isWordDocument(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return content.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) && content.includes('word/document.xml');
}

/** Readers look for its mark in the first kilobyte. */
function isPdf(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return /^[^<{]*%PDF-\d/.test(start);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** The text the report should have; `undefined` where its answers cannot be read with these questionnaires. */
async function madeAgain(
  { format, language, date, data }: Carried,
  answers: InputFile,
  { catalogue, templates, isOther }: Here & { readonly isOther: boolean },
): Promise<string | undefined> {
  try {
    const { alternatives: withAlternatives, outlook: withOutlook, redact, depth } = data.options;
    const content = { withAlternatives, withOutlook, redact, depth, templates: data.templates };
    const report = await reportOn(answers, { catalogue, language, date, ...content });
    const [own, ...ours] = report.data.files;
    // Names of files somebody has elsewhere say nothing; digests do. Where those differ, it has been said already.
    const files = isOther ? data.files.slice(1) : ours.map((file, index) => withName(file, data.files[index + 1]));
    const questionnaires = isOther ? data.questionnaires : report.data.questionnaires;
    const again = { ...report.data, version: data.version, files: own ? [own, ...files] : files, questionnaires };
    const rendering = { root: packageRoot, columns: 100, hasColor: false, templates };
    const text = renderers[format]({ ...report, data: again }, rendering);
    // As it is once it was written to a file.
    return decode(new TextEncoder().encode(text));
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
}

/** Those that ship have one name everywhere: no other is taken over. */
function withName(file: SourceFile, carried: SourceFile | undefined): SourceFile {
  return !isShipped(file) && carried !== undefined && isSame(file, carried) ? { ...file, name: carried.name } : file;
}

/** Whether two files are the same one, which may lie in another folder now. */
function isSame(one: SourceFile, other: SourceFile): boolean {
  return one.sha256 === other.sha256 && lastPart(one.name) === lastPart(other.name);
}

function changedFiles(then: readonly SourceFile[], now: readonly SourceFile[]): readonly ChangedFile[] {
  const isIn = (file: SourceFile, all: readonly SourceFile[]) => all.some((other) => isSame(file, other));
  const gone = then.filter((file) => !isIn(file, now));
  const come = now.filter((file) => !isIn(file, then));
  const isChanged = ({ name }: SourceFile) => come.some((file) => file.name === name);
  const names = new Set(gone.map(({ name }) => name));
  return [
    ...gone.map((file): ChangedFile => ({ name: file.name, how: isChanged(file) ? 'changed' : 'missing' })),
    ...come.filter(({ name }) => !names.has(name)).map(({ name }): ChangedFile => ({ name, how: 'added' })),
  ];
}

function changedVersions({ data }: Carried, { questionnaires }: Catalogue): DifferentReport['versions'] {
  const then = new Map(data.questionnaires.map(({ id, version }) => [id, version]));
  return [...new Set([...then.keys(), ...questionnaires.keys()])]
    .map((id) => ({ id, made: then.get(id) ?? null, here: questionnaires.get(id)?.version ?? null }))
    .filter(({ made, here }) => made !== here);
}
