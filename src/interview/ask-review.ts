import { askFields, dayMistake, isoDay, optionalDayMistake, textMistake } from './fields.ts';
import type { Review, ReviewReply, UnmetRequirement } from './review.ts';
import type { Entry, Screen } from './screen.ts';
import type { Telling } from './telling.ts';

interface Asking {
  readonly screen: Screen;
  readonly telling: Telling;
}

type Wish = 'open' | 'measure' | 'equivalent' | 'exception' | 'done';

/** Shows what is open and what is not met, and asks what is to be added, until something is. */
export async function askReview(review: Review, asking: Asking): Promise<ReviewReply> {
  const { screen, telling } = asking;
  for (;;) {
    const { reviewQuestion } = telling.words;
    const taken = await screen.pick({ message: reviewQuestion, entries: wishes(review, telling), actions: ['quit'] });
    const wish = taken.kind === 'taken' ? taken.value : 'done';
    if (wish === 'done') return { kind: 'done' };
    const reply = wish === 'open' ? showOpen(review, asking) : await askAddition(wish, review, asking);
    if (reply !== undefined) return reply;
  }
}

function wishes({ open, unmet }: Review, { words }: Telling): readonly Entry<Wish>[] {
  const openCount = [...open.values()].reduce((sum, steps) => sum + steps.length, 0);
  const planned = unmet.filter(({ plan }) => plan !== undefined).length;
  const entry = (value: Wish, name: string) => ({ value, name });
  return [
    entry('done', words.reviewDone),
    ...(openCount > 0 ? [entry('open', words.reviewOpen(openCount))] : []),
    ...(unmet.length > 0
      ? [
          entry('measure', words.reviewMeasures(unmet.length, planned)),
          entry('equivalent', words.reviewEquivalent),
          entry('exception', words.reviewException),
        ]
      : []),
  ];
}

function showOpen({ open }: Review, { screen, telling }: Asking): undefined {
  for (const [about, steps] of open) {
    if (steps.length === 0) continue;
    screen.say(telling.subjectMatter(about));
    screen.explain(steps.map((step) => ['', `– ${telling.openPoint(step)}`]));
  }
}

async function askAddition(
  wish: 'measure' | 'equivalent' | 'exception',
  { unmet }: Review,
  { screen, telling }: Asking,
): Promise<ReviewReply | undefined> {
  const entries = unmet.map((one) => ({ value: one, name: telling.unmet(one) }));
  const taken = await screen.pick({ message: telling.words.reviewWhich, entries, actions: [] });
  if (taken.kind !== 'taken') return undefined;
  screen.explain([[telling.words.measureTitle, telling.measure(taken.value)]]);
  switch (wish) {
    case 'measure':
      return askMeasure(taken.value, { screen, telling });
    case 'equivalent':
      return askEquivalent(taken.value, { screen, telling });
    case 'exception':
      return askException(taken.value, { screen, telling });
  }
}

async function askMeasure(
  { finding, plan }: UnmetRequirement,
  { screen, telling: { words } }: Asking,
): Promise<ReviewReply | undefined> {
  const texts = await askFields(screen, [
    { message: words.responsible, initial: plan?.responsible },
    { message: words.due, initial: plan?.due, mistakeIn: optionalDayMistake(words) },
    { message: words.measureNote, initial: plan?.note },
  ]);
  if (texts === undefined) return undefined;
  const [responsible = '', date = '', note = ''] = texts;
  const due = isoDay(date);
  return {
    kind: 'measure',
    requirement: finding.requirement.id,
    plan: {
      ...(responsible !== '' && { responsible }),
      ...(due !== undefined && { due }),
      ...(note !== '' && { note }),
    },
  };
}

async function askEquivalent(
  { finding }: UnmetRequirement,
  { screen, telling: { words } }: Asking,
): Promise<ReviewReply | undefined> {
  const texts = await askFields(screen, [
    { message: words.equivalentMeasure, mistakeIn: textMistake(words) },
    { message: words.equivalentEvidence, mistakeIn: textMistake(words) },
  ]);
  if (texts === undefined) return undefined;
  const [measure = '', evidence = ''] = texts;
  return { kind: 'equivalent', equivalent: { requirement: finding.requirement.id, measure, evidence } };
}

async function askException(
  { finding }: UnmetRequirement,
  { screen, telling: { words, day } }: Asking,
): Promise<ReviewReply | undefined> {
  const texts = await askFields(screen, [
    { message: words.exceptionReason, mistakeIn: textMistake(words) },
    { message: words.exceptionBy, mistakeIn: textMistake(words) },
    { message: words.exceptionFrom, initial: day, mistakeIn: dayMistake(words) },
    { message: words.exceptionUntil, mistakeIn: (text, before) => dayMistake(words, isoDay(before[2] ?? ''))(text) },
  ]);
  if (texts === undefined) return undefined;
  const [reason = '', approvedBy = '', first = '', last = ''] = texts;
  const [from = '', until = ''] = [isoDay(first), isoDay(last)];
  return { kind: 'exception', exception: { requirement: finding.requirement.id, reason, approvedBy, from, until } };
}
