import { type Answer, type AnswerValue, type TypedReason, typedReasons } from '../domain/answer.ts';
import { choicesOf, type Question } from '../domain/question.ts';
import type { Wording } from '../wording/wording.ts';
import { askEvidence } from './ask-evidence.ts';
import { askReview } from './ask-review.ts';
import { askField, dayMistake, isoDay, numberMistake, optionalTextMistake, textMistake } from './fields.ts';
import type { PlaceOnPath, Prompter, Reply, Surroundings } from './prompter.ts';
import type { Review, ReviewReply } from './review.ts';
import { type Action, PersonLeft, type Screen, type Taken, type Tick, type Type } from './screen.ts';
import type { ProposalsStep, QuestionStep, ScopeStep, Step, SubjectStep } from './steps.ts';
import { Telling, type TellingOptions } from './telling.ts';

const ofProvider: ReadonlySet<TypedReason> = new Set(['asked-provider', 'provider-silent']);

/** What can be done where nothing but moving on is possible. */
const moves = ['later', 'back', 'help', 'go', 'overview', 'quit'] as const satisfies readonly Action[];

/** Leads the conversation, on whatever screen: which words, which entries, what a key means. */
export class Dialogue implements Prompter {
  readonly #screen: Screen;
  readonly #telling: Telling;
  readonly #words: Wording['interview'];
  #introduced = '';

  constructor(screen: Screen, options: TellingOptions) {
    this.#screen = screen;
    this.#telling = new Telling(options);
    this.#words = options.words.interview;
  }

  ask(step: Step, around: Surroundings): Promise<Reply | undefined> {
    return untilTheyLeave(async () => {
      if (step.id !== this.#introduced) this.#introduce(step);
      this.#introduced = step.id;
      for (;;) {
        const reply = await this.#askOnce(step, around);
        // Explanations, and what somebody thought better of, come back to the question.
        if (reply !== undefined) return reply;
      }
    });
  }

  done(step: Step, reply: Reply): void {
    const moved = this.#telling.moved(step, reply);
    if (moved !== '') this.#screen.explain([['', moved]]);
    for (const [question, answer] of this.#telling.summary(step, reply)) this.#screen.done(question, answer);
  }

  review(review: Review): Promise<ReviewReply | undefined> {
    return untilTheyLeave(() => askReview(review, { screen: this.#screen, telling: this.#telling }));
  }

  confirm(message: string): Promise<boolean | undefined> {
    const { yes, no } = this.#words;
    const entries = [
      { value: true, name: yes },
      { value: false, name: no },
    ];
    return untilTheyLeave(async () => {
      for (;;) {
        const taken = await this.#screen.pick({ message, entries, actions: ['quit'] });
        if (taken.kind === 'taken') return taken.value;
        if (taken.kind === 'action') return undefined;
      }
    });
  }

  say(text: string): void {
    this.#screen.say(text);
  }

  close(): void {
    this.#screen.close();
  }

  /** What is said on a step once, however often it is asked in a row. */
  #introduce(step: Step): void {
    if (step.kind === 'scope') this.#screen.explain(this.#telling.offers(step).map((text) => ['', `– ${text}`]));
    if (step.kind === 'proposals') {
      for (const one of step.proposed) {
        this.#screen.explain([['', this.#telling.textOf(one)], ...this.#telling.proposal(one)]);
      }
    }
    if (step.kind === 'question') {
      const parts = [...this.#telling.because(step), ...this.#telling.earlier(step), ...this.#telling.proposal(step)];
      if (parts.length > 0) this.#screen.explain(parts);
    }
  }

  #askOnce(step: Step, around: Surroundings): Promise<Reply | undefined> {
    switch (step.kind) {
      case 'subject':
        return this.#askSubject(step, around);
      case 'scope':
        return this.#askScope(step, around);
      case 'proposals':
        return this.#askProposals(step, around);
      case 'question':
        return this.#askQuestion(step, around);
    }
  }

  async #askSubject(step: SubjectStep, around: Surroundings): Promise<Reply | undefined> {
    const question = this.#telling.textOf(step);
    const message = `${question} (${this.#words.example(this.#words.subjectExamples[step.field], step.isOptional)})`;
    const initial = around.path.find((place) => place.step.id === step.id)?.line;
    const taken = await this.#type({
      status: this.#telling.progress(around.progress),
      message,
      actions: moves,
      ...(initial !== undefined && { initial }),
      mistakeIn: (step.isOptional ? optionalTextMistake : textMistake)(this.#words),
    });
    if (taken.kind === 'action') return this.#act(taken.action, step, around);
    if (taken.kind === 'escape') return undefined;
    // Whoever empties an optional line takes it away; whoever passes an empty one leaves it.
    return taken.value === '' && initial === undefined ? { kind: 'later' } : { kind: 'value', value: taken.value };
  }

  /** Says which questionnaires concern the assessment and why; a list to change that only if wanted. */
  async #askScope(step: ScopeStep, around: Surroundings): Promise<Reply | undefined> {
    const { scopeQuestion: message, scopeAccept, scopeChange } = this.#words;
    const proposed = step.offers.filter(({ isOffered, isChosen }) => isOffered || isChosen);
    const offered = proposed.map(({ questionnaire }) => questionnaire.id);
    const entries = [
      { value: 'accept' as const, name: scopeAccept },
      { value: 'change' as const, name: scopeChange },
    ];
    const status = this.#telling.progress(around.progress);
    const taken = await this.#screen.pick({ status, message, entries, actions: moves });
    if (taken.kind !== 'taken') return taken.kind === 'action' ? this.#act(taken.action, step, around) : undefined;
    const texts = this.#telling.offers(step, { all: true });
    const all = step.offers.map(({ questionnaire }, index) => ({ value: questionnaire.id, name: texts[index] ?? '' }));
    const ids =
      taken.value === 'accept' ? offered : await this.#tick({ message, entries: all, ticked: offered, actions: [] });
    if (ids === undefined) return undefined;
    return ids.length === 0 ? { kind: 'later' } : { kind: 'value', value: ids };
  }

  /** Takes all of what a profile proposes, some of it, or nothing. */
  async #askProposals(step: ProposalsStep, around: Surroundings): Promise<Reply | undefined> {
    const { proposalsAll, proposalsSome, proposalsNone } = this.#words;
    const message = this.#telling.proposalsQuestion(step);
    const entries = [
      { value: 'all' as const, name: proposalsAll },
      { value: 'some' as const, name: proposalsSome },
      { value: 'none' as const, name: proposalsNone },
    ];
    const status = this.#telling.progress(around.progress);
    const taken = await this.#screen.pick({ status, message, entries, actions: moves });
    if (taken.kind !== 'taken') return taken.kind === 'action' ? this.#act(taken.action, step, around) : undefined;
    const each = step.proposed.map((one) => ({
      value: one.id,
      name: `${this.#telling.textOf(one)} ${this.#telling.proposedAnswer(one)}`,
    }));
    const all = taken.value === 'all' ? step.proposed.map(({ id }) => id) : [];
    const ids = taken.value === 'some' ? await this.#tick({ message, entries: each, ticked: [], actions: [] }) : all;
    if (ids === undefined) return undefined;
    return { kind: 'value', value: ids };
  }

  async #askQuestion(step: QuestionStep, around: Surroundings): Promise<Reply | undefined> {
    const reply = await this.#answer(step, around);
    if (reply === undefined) return undefined;
    if (around.alike.length === 0 || !canHoldForOthers(reply)) return reply;
    return { ...reply, also: await this.#askAlso(around) };
  }

  /** For which other choices the answer just given holds, too. */
  async #askAlso({ alike }: Surroundings): Promise<readonly string[]> {
    const { alsoQuestion } = this.#words;
    const entries = alike.map((step) => ({ value: step.id, name: this.#telling.itemOf(step) }));
    return (await this.#tick({ message: alsoQuestion, entries, ticked: [], actions: [] })) ?? [];
  }

  /** The answer to a question, or what its keys ask for. */
  async #answer(step: QuestionStep, around: Surroundings): Promise<Reply | undefined> {
    const { question } = step.item;
    if (question.kind === 'choice') return this.#answerByChoice(step, around);
    const asked = {
      status: this.#telling.progress(around.progress),
      message: this.#telling.textOf(step),
      actions: this.#actionsFor(step),
    };
    const earlier = step.earlier?.state === 'given' ? step.earlier.value : undefined;
    if (question.kind === 'choices') {
      const entries = question.choices.map(({ id, text }) => ({ value: id, name: text[this.#telling.language] }));
      const ticked = typeof earlier === 'object' ? earlier : [];
      const none = question.atLeastOne ? 'refused' : 'asked-again';
      const mistakeIn = (chosen: readonly string[]) => this.#telling.exclusion(question, chosen);
      return this.#replyFrom(await this.#screen.tick({ ...asked, entries, ticked, none, mistakeIn }), step, around);
    }
    const initial = earlier === undefined ? {} : { initial: String(earlier) };
    const mistakeIn = mistakesOf(question.kind, this.#words);
    const taken = await this.#type({ ...asked, ...initial, mistakeIn });
    if (taken.kind !== 'taken') return this.#replyFrom(taken, step, around);
    return { kind: 'value', value: parsedAs(question.kind, taken.value) };
  }

  async #answerByChoice(step: QuestionStep, around: Surroundings): Promise<Reply | undefined> {
    const { question } = step.item;
    const { proposalAccept, dontKnow, notApplicable } = this.#words;
    const isProposed = step.proposal?.standing === 'proposed';
    const act = (action: Action, name: string) => ({ value: { action }, name });
    const entries: readonly { value: { choice: string } | { action: Action }; name: string }[] = [
      ...(isProposed ? [act('accept', proposalAccept(this.#telling.proposedAnswer(step)))] : []),
      ...choicesOf(question).map(({ id, text }) => ({ value: { choice: id }, name: text[this.#telling.language] })),
      ...(step.allowsUnknown ? [act('unknown', dontKnow)] : []),
      ...(question.allowsNotApplicable ? [act('not-applicable', notApplicable)] : []),
    ];
    const at = entries.findIndex(({ value }) => isEarlier(value, step.earlier));
    const taken = await this.#screen.pick({
      status: this.#telling.progress(around.progress),
      message: this.#telling.textOf(step),
      entries,
      ...(at >= 0 && { initial: at }),
      actions: this.#actionsFor(step),
    });
    if (taken.kind !== 'taken') return this.#replyFrom(taken, step, around);
    if ('action' in taken.value) return this.#act(taken.value.action, step, around);
    return { kind: 'value', value: taken.value.choice };
  }

  #replyFrom(taken: Taken<AnswerValue>, step: QuestionStep, around: Surroundings): Promise<Reply | undefined> {
    switch (taken.kind) {
      case 'taken':
        return Promise.resolve({ kind: 'value', value: taken.value });
      case 'action':
        return this.#act(taken.action, step, around);
      case 'escape':
        return Promise.resolve(undefined);
    }
  }

  #actionsFor({ item: { question }, allowsUnknown, proposal }: QuestionStep): readonly Action[] {
    return [
      ...(proposal?.standing === 'proposed' ? ['accept' as const] : []),
      ...(allowsUnknown ? ['unknown' as const] : []),
      ...(question.allowsNotApplicable ? ['not-applicable' as const] : []),
      'later',
      'back',
      ...(allowsUnknown ? (['note', 'evidence'] as const) : []),
      'help',
      'go',
      'overview',
      'quit',
    ];
  }

  /** What a key does; `undefined` where the question is to be asked again. */
  async #act(action: Action, step: Step, around: Surroundings): Promise<Reply | undefined> {
    switch (action) {
      case 'later':
      case 'back':
      case 'quit':
        return { kind: action };
      case 'help':
        this.#screen.explain(this.#telling.help(step, around));
        return undefined;
      case 'go':
        return this.#askSection(around);
      case 'overview':
        return this.#askOverview(step, around);
      default:
        return step.kind === 'question' ? this.#actOn(action, step) : undefined;
    }
  }

  async #actOn(action: Action, step: QuestionStep): Promise<Reply | undefined> {
    switch (action) {
      case 'accept':
        return { kind: 'proposal' };
      case 'unknown': {
        const reason = await this.#askReason(step.item.question);
        return reason && { kind: 'unknown', reason };
      }
      case 'not-applicable': {
        const message = this.#words.notApplicableQuestion;
        const reason = await askField(this.#screen, { message, mistakeIn: textMistake(this.#words) });
        return reason === undefined ? undefined : { kind: 'not-applicable', reason };
      }
      case 'note': {
        const message = this.#words.noteQuestion;
        const note = await askField(this.#screen, { message, initial: step.earlier?.note });
        return note === undefined ? undefined : { kind: 'note', note };
      }
      case 'evidence': {
        const asking = { screen: this.#screen, telling: this.#telling };
        const evidence = await askEvidence(step.earlier?.evidence ?? [], asking);
        return evidence && { kind: 'evidence', evidence };
      }
      default:
        return undefined;
    }
  }

  async #askReason({ about }: Question): Promise<TypedReason | undefined> {
    const { reasonQuestion, reasonChoices } = this.#words;
    // Nobody outside knows what the organisation itself has laid down.
    const reasons = about === 'organisation' ? typedReasons.filter((one) => !ofProvider.has(one)) : typedReasons;
    const entries = reasons.map((value) => ({ value, name: reasonChoices[value] }));
    const taken = await this.#screen.pick({ message: reasonQuestion, entries, actions: [] });
    return taken.kind === 'taken' ? taken.value : undefined;
  }

  /** A section, to go on at its first question that is left, or at its beginning. */
  async #askSection({ path }: Surroundings): Promise<Reply | undefined> {
    const sections = new Map<string, PlaceOnPath[]>();
    for (const place of path) {
      const title = this.#telling.sectionOf(place.step);
      sections.set(title, [...(sections.get(title) ?? []), place]);
    }
    const entries = [...sections].map(([title, places]) => {
      const left = places.filter(
        ({ step, isAnswered }) => !(isAnswered || (step.kind === 'subject' && step.isOptional)),
      );
      const to = (left[0] ?? places[0])?.step.id ?? '';
      return { value: to, name: this.#words.section(title, left.length) };
    });
    const taken = await this.#screen.pick({ message: this.#words.goQuestion, entries, actions: [] });
    return taken.kind === 'taken' ? { kind: 'go', to: taken.value } : undefined;
  }

  /** Every question with its answer; one can be taken to go there. */
  async #askOverview(step: Step, { path }: Surroundings): Promise<Reply | undefined> {
    const entries = path.map((place) => ({ value: place.step.id, name: this.#telling.overview(place) }));
    const initial = Math.max(
      0,
      path.findIndex((place) => place.step.id === step.id),
    );
    const taken = await this.#screen.pick({ message: this.#words.overviewQuestion, entries, initial, actions: [] });
    return taken.kind === 'taken' && taken.value !== step.id ? { kind: 'go', to: taken.value } : undefined;
  }

  /** A text, with the actions of its question behind the escape key. */
  async #type(question: Type): Promise<Taken<string>> {
    const taken = await this.#screen.type(question);
    if (taken.kind !== 'escape') return taken;
    const actions: readonly Action[] = ['editor', ...question.actions];
    const entries = actions.map((value) => ({ value, name: this.#words.actions[value].label }));
    const chosen = await this.#screen.pick({ message: this.#words.actionsQuestion, entries, actions });
    if (chosen.kind === 'escape') return this.#type(question);
    const action = chosen.kind === 'taken' ? chosen.value : chosen.action;
    return action === 'editor' ? this.#screen.type({ ...question, inEditor: true }) : { kind: 'action', action };
  }

  async #tick(question: Tick<string>): Promise<readonly string[] | undefined> {
    const taken = await this.#screen.tick(question);
    return taken.kind === 'taken' ? taken.value : undefined;
  }
}

/** An answer of one's own; what a profile proposes, a note and a delay are about one question alone. */
function canHoldForOthers(reply: Reply): reply is Extract<Reply, { also?: readonly string[] }> {
  return reply.kind === 'value' || reply.kind === 'unknown' || reply.kind === 'not-applicable';
}

function isEarlier(value: { choice: string } | { action: Action }, earlier: Answer | undefined): boolean {
  if ('choice' in value) return earlier?.state === 'given' && earlier.value === value.choice;
  return value.action === earlier?.state;
}

function mistakesOf(
  kind: 'text' | 'number' | 'date',
  words: Wording['interview'],
): (text: string) => string | undefined {
  if (kind === 'number') return numberMistake(words);
  if (kind === 'date') return dayMistake(words);
  return textMistake(words);
}

function parsedAs(kind: 'text' | 'number' | 'date', text: string): AnswerValue {
  if (kind === 'number') return Number(text.replace(',', '.'));
  return kind === 'date' ? (isoDay(text) ?? text) : text;
}

/** What somebody gives, or `undefined` once they have left. */
async function untilTheyLeave<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof PersonLeft) return undefined;
    throw error;
  }
}
