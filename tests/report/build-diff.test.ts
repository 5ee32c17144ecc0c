import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import type { Condition } from '../../src/domain/condition.ts';
import type { Situation } from '../../src/domain/difference.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Questionnaire } from '../../src/domain/questionnaire.ts';
import { type Bounds, diff } from '../../src/evaluate/diff.ts';
import { buildDiff } from '../../src/report/build-diff.ts';
import { wordings } from '../../src/wording/wording.ts';
import { catalogue, choice, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const letters = ['a', 'b', 'c', 'd'];
const yes = (id: string) => is(id, 'yes');
const all: Condition = { op: 'all', of: letters.map(yes) };

test('says where the result is the same and rests on something else', () => {
  const paper = questionnaire('paper', [requirement('R-1', yes('b')), requirement('R-2', yes('c'))]);
  const bank = catalogue(
    letters.map((id) => choice(id)),
    [{ ...paper, binds: yes('a') }],
  );
  const situation = (a: string) => {
    const given = (value: string): Answer => ({ state: 'given', value, evidence: [] });
    const answers = new Map(letters.map((id) => [id, given(id === 'a' ? a : 'no')] as const));
    return { file: `${a}.yaml`, catalogue: bank, assessment: { ...emptyAssessment, answers }, date: '2026-11-23' };
  };
  const notesOn = (from: string, to: string) => {
    const [old, now] = [situation(from), situation(to)];
    const input = { difference: diff(old, now), old, now, oldDate: 'flag', language: 'de', version: '1' } as const;
    return buildDiff({ ...input, words: wordings.de }).notes;
  };
  const said =
    'Das Gesamtergebnis stützt sich auf anderes als zuvor; früher: Papiere zur Orientierung (2 Anforderungen geben den ' +
    'Ausschlag), jetzt: maßgebliche Papiere (2 Anforderungen geben den Ausschlag).';
  expect(notesOn('no', 'yes')).toContain(said);
  expect(notesOn('yes', 'yes').join(' ')).not.toContain('stützt sich');
});

/** One requirement, and answers before and after: a letter stands for a yes, its absence for a no. */
function reportOn(
  condition: Condition,
  [before, after]: readonly [string, string],
  { language = 'de', bounds }: { language?: Language; bounds?: Bounds } = {},
) {
  const bank = catalogue(
    letters.map((id) => choice(id)),
    [questionnaire('paper', [requirement('R-1', condition)])],
  );
  const situation = (given: string): Situation & { file: string } => ({
    file: `${given}.yaml`,
    catalogue: bank,
    assessment: {
      ...emptyAssessment,
      answers: new Map(
        letters.map((id): [string, Answer] => [
          id,
          { state: 'given', value: given.includes(id) ? 'yes' : 'no', evidence: [] },
        ]),
      ),
    },
    date: '2026-11-23',
  });
  const [old, now] = [situation(before), situation(after)];
  const difference = diff(old, now, bounds);
  return buildDiff({ difference, old, now, oldDate: 'same', language, words: wordings[language], version: '1.0.0' });
}

describe('a difference in words', () => {
  test('tells in one place what comes about in the same way', () => {
    const { groups } = reportOn(yes('a'), ['', 'a']);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.lead).toMatch(/^Weil die Antwort auf „.*“ jetzt „yes“ lautet statt „no“, ändert sich:$/);
    expect(groups[0]?.changes).toHaveLength(3);
  });

  test('names several causes in short, and each in full once', () => {
    const { groups, details } = reportOn(all, ['', 'abcd']);
    expect(groups.map(({ because, items }) => [because, items.length])).toEqual([
      ['Das bewirken erst mehrere Änderungen zusammen, keine davon für sich allein, nämlich dass', 4],
    ]);
    expect(details).toHaveLength(4);
    expect(details[0]).toMatch(/^\(1\) dass die Antwort auf „.*“ jetzt „yes“ lautet statt „no“$/);
  });

  test.each<{ language: Language; says: string; because: string }>([
    {
      language: 'de',
      says: 'Hier kommen 4 Änderungen in Betracht, zu viele, um sie in jeder Zusammenstellung durchzurechnen. Vollständig durchgerechnet ist nur jede für sich;',
      because: 'Das bewirken mehrere Änderungen zusammen; fehlte eine davon, genügten die übrigen nicht.',
    },
    {
      language: 'en',
      says: '4 changes come into question here, too many to compute every combination. Only each by itself was computed;',
      because: 'Several changes together bring this about; without any one of them, the others would not suffice.',
    },
  ])('where the bound of a change is hit, says so ($language)', ({ language, says, because }) => {
    const { groups, findings } = reportOn(all, ['', 'abcd'], { language, bounds: { perChange: 5, overall: 999 } });
    expect(findings).toMatchObject([{ isComplete: false, triedUpTo: 1, minimal: [[1, 2, 3, 4]] }]);
    expect(groups[0]?.because).toContain(because);
    expect(groups[0]?.remarks.join()).toContain(says);
  });

  test.each<{ language: Language; says: string }>([
    { language: 'de', says: 'Genannt ist eine Zusammenstellung, die nachweislich genügt' },
    { language: 'en', says: 'The combination given is proven to suffice' },
  ])('where the bound over all changes is used up, says so of the later ones ($language)', ({ language, says }) => {
    const { verdicts, groups } = reportOn(all, ['', 'abcd'], { language, bounds: { perChange: 99, overall: 30 } });
    expect(verdicts.at(-1)).toMatchObject({ isComplete: false, triedUpTo: 0, minimal: [[1, 2, 3, 4]] });
    expect(groups.flatMap(({ remarks }) => remarks).join()).toContain(says);
  });

  test('says where only what could undo a change was not computed', () => {
    const { notes, findings } = reportOn(yes('a'), ['', 'ab'], { bounds: { perChange: 99, overall: 1 } });
    expect(findings).toMatchObject([{ isComplete: true }]);
    expect(notes.join()).not.toContain('entgegenwirken, bei');
    const either: Condition = { op: 'any', of: letters.map(yes) };
    const bounded = reportOn(either, ['', 'abcd'], { bounds: { perChange: 4, overall: 999 } });
    expect(bounded.findings).toMatchObject([{ isComplete: true, isUndoingComplete: false }]);
    expect(bounded.notes.join()).toContain('ob andere Änderungen dem Genannten entgegenwirken, bei: ');
  });

  test('says what would have undone a change, and what makes up for something else', () => {
    const undoable: Condition = { op: 'all', of: [yes('a'), { op: 'any', of: [yes('b'), yes('c')] }] };
    const { groups } = reportOn(undoable, ['b', 'ac']);
    expect(groups[0]?.remarks.join()).toMatch(/hätte das wieder aufgehoben; eine andere Änderung gleicht es aus\.$/);
    const either: Condition = { op: 'any', of: [yes('a'), yes('b')] };
    const { summary, offset, withoutEffect } = reportOn(either, ['a', 'bc']);
    expect(summary).toEqual(['Kein Ergebnis und keine Feststellung hat sich geändert.']);
    expect(offset).toHaveLength(2);
    expect(withoutEffect).toHaveLength(1);
  });

  test.each<{ before: string; after: string; says: string }>([
    {
      before: '',
      after: 'abcd',
      says: 'Das Gesamtergebnis ist besser als zuvor: „keine durchgreifenden Bedenken“ statt',
    },
    {
      before: 'abcd',
      after: 'a',
      says: 'Das Gesamtergebnis ist schlechter als zuvor: „Einsatz nicht vertretbar“ statt',
    },
  ])('begins with what became of the overall result: $says', ({ before, after, says }) => {
    expect(reportOn(all, [before, after]).summary[0]).toContain(says);
  });
});

describe('a paper that comes or goes', () => {
  const paper = questionnaire('paper', [requirement('R-1', yes('a'))]);
  const rules = questionnaire('rules', [requirement('R-2', yes('a'))]);
  const questions = letters.map((id) => choice(id));
  const situation = (papers: readonly Questionnaire[], given: string, offered = 'yes') => ({
    ...{ file: 'a.yaml', date: '2026-11-23', catalogue: catalogue(questions, papers) },
    assessment: {
      ...emptyAssessment,
      answers: new Map(
        Object.entries({ a: given, b: offered }).map(([id, value]): [string, Answer] => [
          id,
          { state: 'given', value, evidence: [] },
        ]),
      ),
    },
  });

  function between(
    before: Parameters<typeof situation>,
    after: Parameters<typeof situation>,
  ): ReturnType<typeof buildDiff> {
    const [old, now] = [situation(...before), situation(...after)];
    const difference = diff(old, now);
    return buildDiff({
      ...{ difference, old, now, oldDate: 'same', language: 'en', words: wordings.en, version: '1.0.0' },
    });
  }

  test('brings or takes its result and its findings', () => {
    const came = between([[paper], 'yes'], [[paper, rules], 'yes']);
    expect(came.findings).toMatchObject([{ id: 'R-2', before: null, after: { id: 'fulfilled' } }]);
    expect(came.groups).toMatchObject([
      {
        lead: 'Because the questionnaire “rules” (version 1) was added, this changes:',
        changes: [
          expect.stringMatching(/: new, “no decisive objections”$/),
          expect.stringMatching(/^R-2 .*: new, “fulfilled”$/),
        ],
      },
    ]);
    const went = between([[paper, rules], 'yes'], [[paper], 'yes']);
    expect(went.findings).toMatchObject([{ id: 'R-2', before: { id: 'fulfilled' }, after: null }]);
    expect(went.groups).toMatchObject([
      {
        changes: [expect.stringMatching(/: gone, was “/), expect.stringMatching(/^R-2 .*: gone, was “fulfilled”$/)],
      },
    ]);
  });

  test('without findings that change, leaves their number out of the summary', () => {
    const empty = questionnaire('empty', []);
    const { summary, findings } = between([[paper], 'yes'], [[paper, empty], 'yes']);
    expect(findings).toEqual([]);
    expect(summary.join()).not.toMatch(/findings? (have|has) changed/);
  });

  test('only with another change is told with what it would have taken away alone', () => {
    const offered = { ...rules, offeredWhen: yes('b') };
    const { groups } = between([[rules], 'no', 'no'], [[offered], 'yes', 'yes']);
    expect(groups.flatMap(({ remarks }) => remarks)).toContain(
      'That the questionnaire “rules” was changed, though its version is still 1 would alone have made it disappear.',
    );
  });
});
