import { describe, expect, test } from 'vitest';
import { fileOrder } from '../../src/domain/answer-order.ts';
import type { Assessment, SignOff } from '../../src/domain/assessment.ts';
import { changesFrom } from '../../src/domain/changes-from.ts';
import { withChange } from '../../src/domain/with-change.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { loadAssessment } from '../../src/load/load-assessment.ts';
import { withChangeWritten } from '../../src/load/write-change.ts';
import { packageRoot } from '../../src/package-root.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { renderers } from '../../src/report/index.ts';
import { describeIssue } from '../../src/wording/describe-issue.ts';
import { wordings } from '../../src/wording/wording.ts';
import { catalogue, choice, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const bank = catalogue(
  [choice('messenger', ['signal']), choice('a')],
  [questionnaire('paper', [requirement('P-01', is('a', 'yes'))])],
);
const head = 'format: messenger-check/assessment@1\n';
const full = `signOff:
  opinion: { by: Frau Rat, date: 2026-11-20, text: "Abzulehnen: <b>Metadaten</b>" }
  decision:
    by: Der Bürgermeister
    date: 2026-11-23
    text: Trotzdem, bis zum Umzug.
  staffCouncil: { date: 2026-11-21, text: Zugestimmt. }
  nextReview: 2027-05-01
`;
const signOff: SignOff = {
  opinion: { by: 'Frau Rat', date: '2026-11-20', text: 'Abzulehnen: <b>Metadaten</b>' },
  decision: { by: 'Der Bürgermeister', date: '2026-11-23', text: 'Trotzdem, bis zum Umzug.' },
  staffCouncil: { date: '2026-11-21', text: 'Zugestimmt.' },
  nextReview: '2027-05-01',
};

function load(text: string) {
  return loadAssessment(inputFile('a.yaml', new TextEncoder().encode(head + text)), bank);
}

function loaded(text: string): Assessment {
  const result = load(text);
  return result.ok ? result.value : expect.unreachable(JSON.stringify(result.issues));
}

describe('the sign-off in an answer file', () => {
  test('is read with all its parts', () => {
    expect(loaded(full).signOff).toEqual(signOff);
  });

  test.each(['', 'signOff:\n', 'signOff: { opinion: , nextReview: }\n', 'signOff: { decision: { by: , text: } }\n'])(
    'is absent where nothing is filled in: %j',
    (text) => {
      expect(loaded(text)).not.toHaveProperty('signOff');
    },
  );

  test('may have any part alone', () => {
    expect(loaded('signOff: { nextReview: 2027-05-01 }\n').signOff).toEqual({ nextReview: '2027-05-01' });
    expect(loaded('signOff: { opinion: { text: Nein. } }\n').signOff).toEqual({ opinion: { text: 'Nein.' } });
  });

  test.each([
    ['{ opinions: { by: x } }', 'signOff.opinions', /opinion/],
    ['{ opinion: { who: x } }', 'signOff.opinion.who', /by/],
    ['{ staffCouncil: { by: x } }', 'signOff.staffCouncil.by', /date, text|date/],
    ['{ decision: { date: 2026-02-30 } }', 'signOff.decision.date', /YYYY-MM-DD/],
    ['{ nextReview: bald }', 'signOff.nextReview', /YYYY-MM-DD/],
    ['{ opinion: fine }', 'signOff.opinion', /keys with values/],
    ['[x]', 'signOff', /keys with values/],
  ])('says what is wrong in %s', (text, path, words) => {
    const result = load(`signOff: ${text}\n`);
    if (result.ok) expect.unreachable();
    expect(result.issues.map((issue) => issue.path)).toEqual([path]);
    expect(result.issues.map((issue) => describeIssue(issue, 'en')).join()).toMatch(words);
  });
});

describe('a change of the sign-off', () => {
  test('replaces the parts it gives, and no other', () => {
    const changed = withChange(loaded(full), { kind: 'sign-off', signOff: { nextReview: '2028-01-01' } });
    expect(changed.signOff).toEqual({ ...signOff, nextReview: '2028-01-01' });
  });

  test.each([head, head + full, `${head}signOff: { nextReview: 2020-01-01 } # ours\n`])(
    'is written so that it loads as what it says: %j',
    (text) => {
      const before = loaded(text.slice(head.length));
      const written = withChangeWritten(text, { kind: 'sign-off', signOff }, { before, order: fileOrder(bank) });
      expect(loaded(written.slice(head.length)).signOff).toEqual(signOff);
      expect(written.includes('# ours')).toBe(text.includes('# ours'));
    },
  );

  test('is what another file adds, part by part', () => {
    const own = loaded('signOff: { opinion: { text: Ja. } }\n');
    expect(changesFrom(loaded(full), loaded('')).changes).toEqual([{ kind: 'sign-off', signOff }]);
    const taken = changesFrom(loaded(full), own).changes.reduce(withChange, own);
    expect(taken.signOff).toEqual({ ...signOff, opinion: { text: 'Ja.' } });
    expect(changesFrom(loaded(full), loaded(full)).changes).toEqual([]);
  });
});

describe('the sign-off in the report', () => {
  const reportOn = (text: string, language: 'de' | 'en') =>
    buildReport({
      catalogue: bank,
      assessment: loaded(text),
      evaluation: evaluate(bank, loaded(text), '2026-11-23'),
      language,
      words: wordings[language],
      file: { name: 'a.yaml', sha256: '' },
      version: '0',
      depth: 'annex',
      warnings: [],
    });
  const options = { root: packageRoot, columns: 80, hasColor: false };

  test('is printed in order with the days written out, as text', () => {
    const report = reportOn(full, 'de');
    expect(report.signOff.map(({ id, by, date }) => [id, by, date?.label])).toEqual([
      ['opinion', 'Frau Rat', '20.11.2026'],
      ['decision', 'Der Bürgermeister', '23.11.2026'],
      ['staffCouncil', null, '21.11.2026'],
      ['nextReview', null, '01.05.2027'],
    ]);
    expect(renderers.markdown(report, options)).toContain(
      '## Stellungnahme und Entscheidung\n\n- **Stellungnahme der/des Datenschutzbeauftragten**, Frau Rat, 20.11.2026: Abzulehnen: \\<b\\>Metadaten\\</b\\>\n',
    );
    expect(renderers.html(report, options)).toContain(
      '<dd>Frau Rat, 20.11.2026: Abzulehnen: &lt;b&gt;Metadaten&lt;/b&gt;</dd>',
    );
  });

  test.each(['de', 'en'] as const)(
    'has no section, and no lines to sign, where nothing is recorded (%s)',
    (language) => {
      const report = reportOn('', language);
      for (const format of ['markdown', 'html'] as const) {
        expect(renderers[format](report, options)).not.toContain(wordings[language].verify.signOffTitle);
      }
    },
  );

  test('prints only the parts that are recorded', () => {
    const text = renderers.markdown(reportOn('signOff: { nextReview: 2027-05-01 }\n', 'en'), options);
    expect(text).toMatch(/### Opinion and decision\n\n- \*\*Next review\*\*, 2027-05-01\n\n\| Role /);
  });
});
