import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'vitest';
import { type CommonOptions, readAssessment, readCatalogue } from '../../src/commands/inputs.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { minimalReasons } from '../../src/evaluate/minimal-reasons.ts';
import { mostDecisive } from '../../src/evaluate/most-decisive.ts';
import { pathsToCompliance } from '../../src/evaluate/paths-to-compliance.ts';
import { nextDecisive, pathsToDecision } from '../../src/evaluate/paths-to-decision.ts';
import { verdictInterval, verdictOutlooks } from '../../src/evaluate/verdict-interval.ts';
import { processIo } from '../../src/io.ts';

/* `npm run bench:reasons`: what reasoning about each worked example takes, median of five, in milliseconds. */

const examples = path.join(import.meta.dirname, '../../questionnaires/examples');
const options: CommonOptions = { language: 'de', questionnaires: [], date: '2026-11-23', quiet: false };

test('prints what reasoning takes', async () => {
  const lines: string[] = [];
  for (const name of readdirSync(examples).filter((one) => one.endsWith('.yaml'))) {
    const own = name.includes('hausregeln') ? [path.join(examples, 'hausregeln-klinikum')] : [];
    const catalogue = await readCatalogue({ ...options, questionnaires: own }, processIo);
    const { assessment } = await readAssessment(path.join(examples, name), { catalogue, language: 'de' }, processIo);
    const evaluation = evaluate(catalogue, assessment, options.date);
    // The interview at its slowest: only the use is known, everything else is open.
    const onUse = new Map([...assessment.answers].filter(([key]) => catalogue.context.includes(key)));
    const early = evaluate(catalogue, { ...assessment, answers: onUse }, options.date);
    const figures = {
      interval: median(() => verdictInterval(catalogue, evaluation)),
      outlook: median(() => verdictOutlooks(catalogue, evaluation)),
      reasons: median(() => minimalReasons(catalogue, evaluation)),
      decision: median(() => [pathsToDecision(catalogue, evaluation), mostDecisive(catalogue, evaluation)]),
      compliance: median(() => [
        pathsToCompliance(catalogue, { assessment, evaluation, goal: 'conditional' }),
        pathsToCompliance(catalogue, { assessment, evaluation, goal: 'permissible' }),
      ]),
      'next (early)': median(() => nextDecisive(catalogue, early)),
      'decision (early)': median(() => [pathsToDecision(catalogue, early), mostDecisive(catalogue, early)]),
    };
    lines.push(
      `${name.padEnd(32)} ${Object.entries(figures)
        .map((one) => one.join(' ').padEnd(20))
        .join(' ')}`,
    );
  }
  processIo.stdout(`${lines.join('\n')}\n`);
});

function median(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.round(times.sort((one, other) => one - other)[2] ?? 0);
}
