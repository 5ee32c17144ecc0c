import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { describeIssue, evaluate, InvalidInput, loadAssessment, loadCatalogue } from '../src/library.ts';
import { shippedCatalogue } from './support/shipped-catalogue.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = path.join(import.meta.dirname, '..');
const example = path.join(root, 'questionnaires/examples/kommune-whatsapp.yaml');

describe('the library', () => {
  test('does what the example in the README says, from the package', async () => {
    const readme = await readFile(path.join(root, 'README.md'), 'utf8');
    const [, code = ''] = /```js\n(import[^`]*'messenger-check';[^`]*)```/.exec(readme) ?? [];
    const file = path.join(await temporaryFolder(), 'assessment.yaml');
    await writeFile(file, await readFile(example));
    const run = promisify(execFile);
    const argv = ['--input-type=module', '-e', code.replaceAll("'assessment.yaml'", JSON.stringify(file))];
    const { stdout, stderr } = await run(process.execPath, argv, { cwd: root });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^impermissible \[\s*'BFDI-\d\d'/);
  });

  test('loads the questionnaires that ship, and those of a folder on top', async () => {
    const shipped = await loadCatalogue();
    expect([...shipped.questionnaires.keys()]).toEqual([...shippedCatalogue.questionnaires.keys()]);
    const folder = path.join(root, 'questionnaires/examples/hausregeln-klinikum');
    expect((await loadCatalogue([folder])).questionnaires.size).toBe(shipped.questionnaires.size + 1);
  });

  test('evaluates a text as it does bytes', async () => {
    const bytes = await readFile(example);
    const [one, other] = [bytes, bytes.toString('utf8')].map((content) => loadAssessment(content, shippedCatalogue));
    if (!one?.ok || !other?.ok) throw new Error('the example has mistakes');
    const verdict = evaluate(shippedCatalogue, one.value, '2026-11-28').overall.verdict;
    expect(verdict).toBe('impermissible');
    expect(evaluate(shippedCatalogue, other.value, '2026-11-28').overall.verdict).toBe(verdict);
  });

  test('gives every mistake as data and as a sentence', async () => {
    const loaded = loadAssessment(
      'format: messenger-check/assessment@1\nanswers: { sektor: hospital }\n',
      shippedCatalogue,
    );
    if (loaded.ok) throw new Error('a mistake was overlooked');
    expect(loaded.issues.map(({ problem, place }) => [problem.kind, place.line])).toEqual([['unknown-id', 2]]);
    expect(loaded.issues.map((issue) => describeIssue(issue))[0]).toMatch(/^assessment\.yaml:2:\d+.*sektor.*sector/s);
    await expect(loadCatalogue(['/nowhere'])).rejects.toThrow();
    expect(new InvalidInput(loaded.issues).issues).toHaveLength(1);
  });
});
