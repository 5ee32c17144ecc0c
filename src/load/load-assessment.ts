import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { InputFile, InputIssue, Loaded } from '../domain/input-issue.ts';
import { parseYaml } from './parse-yaml.ts';
import { readAssessment } from './read-assessment.ts';
import { YamlReader } from './yaml-reader.ts';

/**
 * An answer file, or every mistake in it. An answer that fits no question is a mistake, unless the file was made with
 * another version of a questionnaire: then it is kept in the file, not used, and given as a warning.
 */
export function loadAssessment(file: InputFile, catalogue: Catalogue): Loaded<Assessment> {
  const parsed = parseYaml(file);
  if (!('root' in parsed)) return { ok: false, issues: parsed };
  const issues: InputIssue[] = [];
  const root = new YamlReader(parsed.root, { file: file.name, lines: parsed.lines, issues });
  return readAssessment(root, catalogue, issues);
}
