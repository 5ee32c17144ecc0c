import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import type { BatchResult, EvaluatedFile } from '../domain/batch.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { InputFile } from '../domain/input-issue.ts';
import type { Language } from '../domain/language.ts';
import { sha256Of } from '../files/input-file.ts';

export interface CacheOptions {
  readonly folder: string;
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** Of messenger-check. */
  readonly version: string;
  /** Day of evaluation, `YYYY-MM-DD`. */
  readonly date: string;
}

/** Whether a path is that of an entry, of whatever cache. */
export function isCacheEntry(file: string): boolean {
  return /[\\/]([0-9a-f]{2})[\\/]\1[0-9a-f]{62}\.json$/.test(file);
}

/** Results by what they follow from. Broken files are not kept: what is wrong with them names their place. */
export interface Cache {
  readonly get: (file: InputFile) => EvaluatedFile | undefined;
  readonly put: (result: BatchResult) => void;
}

/** Tells entries of another build of them apart. */
const cacheFormat = 'messenger-check/cache@3';

/**
 * A cache in a folder, which several programs may use at once. An entry counts from the day it was made for until the
 * first day on which anything in it can be another; damaged ones are as good as none.
 */
export function openCache({ folder, catalogue, language, version, date }: CacheOptions): Cache {
  const files = catalogue.files.map(({ name, sha256 }) => `${name} ${sha256}`);
  const shared = [cacheFormat, version, language, ...files].join('\n');
  const entryOf = (sha256: string) => {
    const key = sha256Of(`${shared}\n${sha256}`);
    return path.join(folder, key.slice(0, 2), `${key}.json`);
  };
  return {
    get: (file) => {
      const result = readEntry(entryOf(file.sha256));
      if (result === undefined || result.sha256 !== file.sha256) return undefined;
      const holds = result.date <= date && (result.changes === undefined || date < result.changes);
      return holds ? { ...result, file: file.name, date } : undefined;
    },
    put: (result) => {
      if (result.kind === 'evaluated') writeEntry(entryOf(result.sha256), result);
    },
  };
}

/** The digest before the result finds out what was cut off or changed. */
function readEntry(entry: string): EvaluatedFile | undefined {
  try {
    // A pipe would keep everybody waiting.
    if (!lstatSync(entry).isFile()) return undefined;
    const [digest, json = ''] = readFileSync(entry, 'utf8').split('\n');
    const result: unknown = sha256Of(json) === digest ? JSON.parse(json) : undefined;
    return isResult(result) ? result : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it can have been written here; whoever can write into the folder can decide what it says. */
function isResult(value: unknown): value is EvaluatedFile {
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'evaluated') return false;
  const { findings, questionnaires, decidedBy, inconsistent = [] } = value as Partial<EvaluatedFile>;
  return [findings, questionnaires, decidedBy, inconsistent].every(Array.isArray);
}

/** Written beside and renamed, so that nobody reads half of it. A full or read-only disk makes the batch slow, not wrong. */
function writeEntry(entry: string, result: EvaluatedFile): void {
  const beside = `${entry}.${process.pid}.${threadId}`;
  const json = JSON.stringify(result);
  try {
    mkdirSync(path.dirname(entry), { recursive: true });
    writeFileSync(beside, `${sha256Of(json)}\n${json}`);
    renameSync(beside, entry);
  } catch {
    removeIfPossible(beside);
  }
}

function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Its folder is none.
  }
}

/** Throws the error of `node:fs` where there can be no such folder. */
export function createCacheFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
}
