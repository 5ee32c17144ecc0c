import { describe, expect, test } from 'vitest';
import { type Status, statuses } from '../../src/domain/finding.ts';
import { contextIn, inBothLanguages, isEvaluated, printed } from '../support/batch.ts';
import { mistakesInOscal } from '../support/official-schemas.ts';

interface Prop {
  readonly name: string;
  readonly value: string;
}
interface Result {
  readonly uuid: string;
  readonly props: readonly Prop[];
  readonly remarks: string;
  readonly 'reviewed-controls': {
    readonly 'control-selections': readonly {
      readonly 'include-controls'?: readonly { readonly 'control-id': string }[];
      readonly 'exclude-controls'?: readonly object[];
    }[];
  };
  readonly observations?: readonly { readonly uuid: string; readonly props?: readonly Prop[]; collected: string }[];
  readonly findings?: readonly {
    readonly uuid: string;
    readonly target: { readonly 'target-id': string; readonly status: { readonly state: string; remarks?: string } };
    readonly 'related-observations': readonly { readonly 'observation-uuid': string }[];
    readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[];
    readonly remarks?: string;
  }[];
  readonly risks?: readonly { readonly uuid: string; readonly status: string; readonly deadline?: string }[];
}

/** Section 9 of the design: state of the target and status of the risk. */
const expected: Readonly<Record<Status, readonly [string | null, string | null]>> = {
  fulfilled: ['satisfied', null],
  partial: ['not-satisfied', null],
  violated: ['not-satisfied', 'open'],
  substituted: ['satisfied', null],
  accepted: ['not-satisfied', 'deviation-approved'],
  'not-applicable': [null, null],
  open: [null, null],
};

describe.each(inBothLanguages)('oscal in $language', ({ language, results }) => {
  const context = contextIn(language);
  const read = async (files: typeof results): Promise<readonly Result[]> => {
    const document = JSON.parse(await printed('oscal', files, context));
    expect(mistakesInOscal['assessment-results'](document)).toEqual([]);
    return document['assessment-results'].results;
  };

  test('is valid by the schema, also without files', async () => {
    expect(await read([])).toHaveLength(1);
    expect(await read(results)).toHaveLength(results.length);
  });

  test('says of every finding what it is', async () => {
    const shown = await read(results);
    for (const [at, result] of results.entries()) {
      if (!isEvaluated(result)) continue;
      const { observations = [], findings = [], risks = [] } = shown[at] as Result;
      const stated = observations.map(({ uuid, collected }) => {
        expect(collected).toBe('2026-11-23T00:00:00Z');
        const finding = findings.find((one) => one['related-observations'][0]?.['observation-uuid'] === uuid);
        const risk = risks.find((one) => one.uuid === finding?.['related-risks']?.[0]?.['risk-uuid']);
        return [finding?.target.status.state ?? null, risk?.status ?? null];
      });
      expect(stated).toEqual(result.findings.map(({ status }) => expected[status]));
      const count = (has: (status: Status) => unknown) => result.findings.filter(({ status }) => has(status)).length;
      expect(findings).toHaveLength(count((status) => expected[status][0]));
      expect(risks).toHaveLength(count((status) => expected[status][1]));
    }
    const seen = new Set(results.filter(isEvaluated).flatMap(({ findings }) => findings.map(({ status }) => status)));
    expect([...seen].sort()).toEqual([...statuses].sort());
  });

  test('says what stands in for a demand, and until when a deviation is approved', async () => {
    const at = results.findIndex(({ file }) => file === 'stream.yaml#3');
    const { findings = [], risks = [] } = (await read(results))[at] as Result;
    const remarks = findings.flatMap(({ remarks, target }) =>
      remarks === undefined ? [] : [target.status.state, remarks],
    );
    expect(remarks).toEqual([
      'satisfied',
      expect.stringContaining('"quotes"'),
      'not-satisfied',
      expect.stringContaining('"quotes"'),
    ]);
    // No markup, no HTML and no insertion of parameters out of a text.
    expect(remarks[1]).toContain('\\{\\{ insert: param, x \\}\\} \\*bold\\* \\<b\\>');
    expect(risks.filter(({ status }) => status === 'deviation-approved').map(({ deadline }) => deadline)).toEqual([
      '2026-12-31T23:59:59Z',
    ]);
  });

  test('what was not evaluated was not reviewed', async () => {
    const shown = await read(results);
    const nothing = shown.filter((one) => one['reviewed-controls']['control-selections'][0]?.['exclude-controls']);
    const without = results.filter((one) => !isEvaluated(one) || one.findings.length === 0);
    expect(nothing.map(({ props }) => props.find(({ name }) => name === 'file')?.value)).toHaveLength(without.length);
    const broken = shown.filter((_, at) => results[at]?.kind === 'broken');
    for (const one of broken) {
      expect(one.remarks).not.toBe('');
      expect(one.observations).toHaveLength(1);
      expect(one.findings).toBeUndefined();
    }
  });

  test('every id is there once, and the same input gives the same bytes', async () => {
    const text = await printed('oscal', results, context);
    const ids = [...text.matchAll(/"uuid":"([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await printed('oscal', results, context)).toBe(text);
  });
});
