import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { emptyAssessment } from '../../src/domain/assessment.ts';
import type { Condition } from '../../src/domain/condition.ts';
import type { Situation } from '../../src/domain/difference.ts';
import type { Language } from '../../src/domain/language.ts';
import { type Bounds, diff } from '../../src/evaluate/diff.ts';
import { buildDiff } from '../../src/report/build-diff.ts';
import { wordings } from '../../src/wording/wording.ts';
import { catalogue, choice, is, questionnaire, requirement } from '../support/small-catalogue.ts';

const letters = ['a', 'b', 'c', 'd'];
const yes = (id: string) => is(id, 'yes');
const all: Condition = { op: 'all', of: letters.map(yes) };

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
