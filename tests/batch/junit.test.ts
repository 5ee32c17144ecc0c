import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { BatchFinding } from '../../src/domain/batch.ts';
import { type Status, statuses } from '../../src/domain/finding.ts';
import { contextIn, inBothLanguages, isEvaluated, printed } from '../support/batch.ts';
import { junitSchema } from '../support/official-schemas.ts';

/** Section 9 of the design. */
const expected: Readonly<Record<Status, string>> = {
  fulfilled: 'passed',
  partial: 'failure',
  violated: 'failure',
  substituted: 'passed',
  accepted: 'failure',
  'not-applicable': 'skipped',
  open: 'error',
};

function childrenOf(parent: Element, name: string): Element[] {
  return [...parent.childNodes].filter((node): node is Element => node.nodeName === name);
}

/** Strict: what is not well-formed is an error. */
function suitesIn(xml: string): Element[] {
  const fail = (level: string, message: string) => {
    throw new Error(`${level}: ${message}`);
  };
  const root = new DOMParser({ onError: fail }).parseFromString(xml, 'text/xml').documentElement;
  if (root === null) throw new Error('there is no root');
  return childrenOf(root, 'testsuite');
}

function outcomeOf(test: Element): string {
  return ['failure', 'error', 'skipped'].find((name) => childrenOf(test, name).length > 0) ?? 'passed';
}

async function schemaErrors(xml: string): Promise<readonly string[]> {
  if (junitSchema === undefined) return [];
  const { errors } = await validateXML({
    xml: [{ fileName: 'junit.xml', contents: xml }],
    schema: [junitSchema],
    maxMemoryPages: 8192,
  });
  return errors.map(({ message }) => message);
}

describe.each(inBothLanguages)('junit in $language', ({ language, results }) => {
  const context = contextIn(language);

  test('is valid by the schema, also without files', async () => {
    expect(await schemaErrors(await printed('junit', results, context))).toEqual([]);
    expect(await schemaErrors(await printed('junit', [], context))).toEqual([]);
  });

  test('says of every finding what it is', async () => {
    const suites = suitesIn(await printed('junit', results, context));
    expect(suites).toHaveLength(results.length);
    for (const [at, result] of results.entries()) {
      if (!isEvaluated(result)) continue;
      const tests = childrenOf(suites[at] as Element, 'testcase');
      const shown = tests.map((one) => [one.getAttribute('classname'), outcomeOf(one)]);
      expect(shown).toEqual(result.findings.map(({ questionnaire, status }) => [questionnaire, expected[status]]));
      const ids = tests.map((one) => one.getAttribute('name')?.split(' ')[0]);
      expect(ids).toEqual(result.findings.map(({ requirement }) => requirement));
    }
    const seen = new Set(results.filter(isEvaluated).flatMap(({ findings }) => findings.map(({ status }) => status)));
    expect([...seen].sort()).toEqual([...statuses].sort());
  });

  test('counts on each suite what is in it', async () => {
    for (const suite of suitesIn(await printed('junit', results, context))) {
      const outcomes = childrenOf(suite, 'testcase').map(outcomeOf);
      const count = (outcome: string) => String(outcomes.filter((one) => one === outcome).length);
      expect(suite.getAttribute('tests')).toBe(String(outcomes.length));
      expect(suite.getAttribute('failures')).toBe(count('failure'));
      expect(suite.getAttribute('errors')).toBe(count('error'));
      expect(suite.getAttribute('skipped')).toBe(count('skipped'));
      expect(suite.getAttribute('timestamp')).toBe('2026-11-23T00:00:00');
    }
  });

  test('a broken file is a suite with one test that is an error', async () => {
    const suites = suitesIn(await printed('junit', results, context));
    const broken = suites.filter((_, at) => results[at]?.kind === 'broken');
    expect(broken.map((suite) => childrenOf(suite, 'testcase').map(outcomeOf))).toEqual([['error'], ['error']]);
  });

  test('names of files come out as they went in, but for what XML cannot hold', async () => {
    const suites = suitesIn(await printed('junit', results, context));
    const names = suites.map((suite) => suite.getAttribute('name'));
    expect(names).toContain('a\nb\r\nc\t"d".yaml');
    expect(names).toContain('[31mred.yaml');
    expect(names).toContain(' half & <x>.yaml');
  });

  test('says that a deviation is accepted, and what stands in for a demand', async () => {
    const suites = suitesIn(await printed('junit', results, context));
    const at = results.findIndex((result) => isEvaluated(result) && result.file === 'stream.yaml#3');
    const result = results[at];
    const testOf = (wanted: (finding: BatchFinding) => boolean) =>
      childrenOf(suites[at] as Element, 'testcase')[
        result?.kind === 'evaluated' ? result.findings.findIndex(wanted) : -1
      ] as Element;
    const [accepted] = childrenOf(
      testOf(({ status }) => status === 'accepted'),
      'failure',
    );
    expect(accepted?.getAttribute('message')).toContain(context.words.statuses.accepted);
    expect(accepted?.textContent).toContain('</testcase></testsuite>]]><!--&amp;&#0;');
    const [substitute] = childrenOf(
      testOf(({ status }) => status === 'substituted'),
      'system-out',
    );
    expect(substitute?.textContent).toContain('"quotes"');
  });
});
