import { isDay } from '../domain/day.ts';
import { type Language, languages } from '../domain/language.ts';
import { redactions } from '../domain/redaction.ts';
import { depths, type Report, type ReportData, reportFormat } from './report.ts';

/** What a report carries so that anybody can make it again: all that it was made of, but for the questionnaires. */
export interface Carried {
  readonly format: 'html' | 'json';
  readonly language: Language;
  readonly date: string;
  readonly data: ReportData & { readonly assessment: string };
}

/** Why there is nothing to make a report of. */
type CarriedProblem = 'no-data' | 'several' | 'broken' | 'other-format';

/** The element of the page that holds the data: inert, never shown, and kept by browsers that save the page. */
const opening = '<template id="messenger-check-data">';
const closing = '</template>';

/**
 * The data of a report for its page: JSON in ASCII without a character that means anything in HTML, so that nothing
 * that was typed can end the element, and no encoding can change it.
 */
export function embeddedData({ format, language, date, data }: Report): string {
  const json = JSON.stringify({ format, language, date, data });
  return json.replaceAll(/[<>&]|[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What a report carries. Never throws, whatever the text is. */
export function readCarried(text: string): Carried | CarriedProblem {
  const isJson = /^\uFEFF?\s*\{/.test(text);
  const json = isJson ? text : embeddedIn(text);
  if (json === 'no-data' || json === 'several') return json;
  let found: unknown;
  try {
    found = JSON.parse(json);
  } catch {
    return 'broken';
  }
  return carriedIn(found, isJson ? 'json' : 'html');
}

function embeddedIn(page: string): string {
  const parts = page.split(opening);
  const [, rest] = parts;
  if (rest === undefined) return 'no-data';
  if (parts.length > 2) return 'several';
  const end = rest.indexOf(closing);
  return end === -1 ? '' : rest.slice(0, end);
}

function carriedIn(found: unknown, format: Carried['format']): Carried | CarriedProblem {
  if (!isRecord(found) || !isText(found.format)) return format === 'json' ? 'no-data' : 'broken';
  if (found.format !== reportFormat) {
    return found.format.startsWith('messenger-check/report@') ? 'other-format' : 'no-data';
  }
  const { language, date, data } = found;
  if (!languages.some((one) => one === language) || !isText(date) || !isDay(date)) return 'broken';
  if (!isRecord(data)) return 'broken';
  if (data.assessment === null || data.assessment === undefined) return 'no-data';
  return isData(data) ? { format, language: language as Language, date, data } : 'broken';
}

/** Nothing else may be printed as a version. */
const versionPattern = /^\d{1,6}(\.\d{1,6}){2}(-[a-z0-9.]{1,20})?$/;

function isData(data: Readonly<Record<string, unknown>>): data is Record<string, unknown> & Carried['data'] {
  const { version, files, questionnaires, options, templates, assessment } = data;
  const isOptions =
    isRecord(options) &&
    typeof options.alternatives === 'boolean' &&
    typeof options.outlook === 'boolean' &&
    depths.some((known) => known === options.depth) &&
    isListOf(options.redact, (one) => redactions.some((known) => known === one));
  const isFile = (one: unknown) => isRecord(one) && isText(one.name) && isText(one.sha256);
  const isVersion = (one: unknown) => isRecord(one) && isText(one.id) && isText(one.version);
  const isFiles = isListOf(files, isFile) && Array.isArray(files) && files.length > 0;
  return (
    isText(version) &&
    versionPattern.test(version) &&
    isText(assessment) &&
    isOptions &&
    isFiles &&
    isListOf(templates, isFile) &&
    isListOf(questionnaires, isVersion)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}
