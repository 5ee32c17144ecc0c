import type { BatchFormat } from './batch-format.ts';
import { resultsOf } from './sarif-results.ts';
import { sarifRules } from './sarif-rules.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** One run with a result a finding, for code scanning and its viewers. */
export const sarif: BatchFormat = {
  saysWhy: true,
  head: (context) =>
    `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[{${membersOf({
      tool: {
        driver: {
          name: 'messenger-check',
          version: context.version,
          semanticVersion: context.version,
          rules: sarifRules(context),
        },
      },
      language: context.language,
      columnKind: 'utf16CodeUnits',
      properties: { date: context.date },
    })},"results":[\n`,
  row: (result, context) =>
    resultsOf(result, context)
      .map((one) => JSON.stringify(one))
      .join(',\n'),
  between: ',\n',
  tail: (counts) =>
    `\n],${membersOf({ invocations: [{ executionSuccessful: counts.broken === 0, properties: counts }] })}}]}\n`,
};

/** The members of an object, for one that is written in pieces. */
function membersOf(members: object): string {
  return JSON.stringify(members).slice(1, -1);
}
