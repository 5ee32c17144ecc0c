import { Chalk, type ChalkInstance } from 'chalk';
import inquirer from 'inquirer';
import wrapAnsi from 'wrap-ansi';
import { type AnswerValue, type UnknownReason, unknownReasons } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { isDay } from '../domain/day.ts';
import type { Language } from '../domain/language.ts';
import type { Proposal } from '../domain/messenger-profile.ts';
import { choicesOf } from '../domain/question.ts';
import { describeFact, describeFactSources, messengerName } from '../wording/describe-fact.ts';
import type { Wording } from '../wording/wording.ts';
import type { Prompter, Reply } from './prompter.ts';
import type { ProposalsStep, QuestionStep, ScopeStep, Step, SubjectStep } from './steps.ts';

export interface PrompterOptions {
  readonly language: Language;
  readonly words: Wording;
  readonly catalogue: Catalogue;
  readonly hasColor: boolean;
  /** Width of the terminal as it is now. */
  readonly columns: () => number;
  /** Prompts are drawn on standard error: standard output is for results. */
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Aborted when the person leaves by other ways than a key. */
  readonly signal: AbortSignal;
}

/** What can be done at a question besides answering it. */
type Action = 'answer' | 'accept' | 'back' | 'unknown' | 'not-applicable' | 'later' | 'help' | 'note';

/** A menu entry: an answer, or an action. */
type Entry = { readonly choice: string } | { readonly action: Action };

/** Asks at a terminal with inquirer. The only module that knows it. */
export class InquirerPrompter implements Prompter {
  readonly #options: PrompterOptions;
  readonly #chalk: ChalkInstance;
  readonly #prompt: ReturnType<typeof inquirer.createPromptModule>;

  constructor(options: PrompterOptions) {
    this.#options = options;
    this.#chalk = new Chalk({ level: options.hasColor ? 1 : 0 });
    const { input, output, signal } = options;
    this.#prompt = inquirer.createPromptModule({
      input: input as NodeJS.ReadStream,
      output: output as NodeJS.WriteStream,
      signal,
      // What stays on screen is said by `#done`: the answer, not every look at the explanation.
      clearPromptOnDone: true,
    });
  }

  ask(step: Step, alike: readonly QuestionStep[]): Promise<Reply | undefined> {
    return untilTheyLeave(() => {
      if (step.kind === 'subject') return this.#askSubject(step);
      if (step.kind === 'proposals') return this.#askProposals(step);
      return step.kind === 'scope' ? this.#askScope(step) : this.#askQuestion(step, alike);
    });
  }

  confirm(message: string): Promise<boolean | undefined> {
    const { yes, no } = this.#words;
    return untilTheyLeave(() =>
      this.#select(message, [
        { value: true, name: yes },
        { value: false, name: no },
      ]),
    );
  }

  say(text: string): void {
    this.#options.output.write(`\n${this.#chalk.bold(text)}\n\n`);
  }

  get #words(): Wording['interview'] {
    return this.#options.words.interview;
  }

  async #askSubject({ field, isOptional }: SubjectStep): Promise<Reply> {
    const message = this.#words.subjectQuestions[field];
    this.#explain([
      ['', this.#words.example(this.#words.subjectExamples[field])],
      ['', this.#words.backByText],
    ]);
    const value = (await this.#input(message, isOptional ? () => true : this.#needsText)).trim();
    if (value === '<') return { kind: 'back' };
    this.#done(message, value === '' ? '–' : value);
    return value === '' ? { kind: 'later' } : { kind: 'value', value };
  }

  /** Says which questionnaires concern the assessment and why; a list to change that only if wanted. */
  async #askScope({ offers }: ScopeStep): Promise<Reply> {
    const { language, words } = this.#options;
    const described = offers.map(({ questionnaire, isOffered, binding }) => {
      const because = questionnaire.offeredBecause?.[language];
      const reason = isOffered && because !== undefined ? `, ${because}` : '';
      return {
        id: questionnaire.id,
        isOffered,
        text: `${questionnaire.title[language]} (${words.bindings[binding]}${reason})`,
      };
    });
    this.#explain(described.filter((one) => one.isOffered).map(({ text }) => ['', `– ${text}`]));
    const { scopeQuestion, scopeAccept, scopeChange, later, back } = this.#words;
    const accepted = described.filter((one) => one.isOffered).map(({ id }) => id);
    const action = await this.#select<'accept' | 'change' | 'later' | 'back'>(scopeQuestion, [
      this.#entry('accept', scopeAccept),
      this.#entry('change', scopeChange),
      this.#entry('later', later),
      this.#entry('back', back),
    ]);
    if (action === 'later' || action === 'back') return { kind: action };
    const choices = described.map(({ id, text, isOffered }) => ({ ...this.#entry(id, text), checked: isOffered }));
    const value = action === 'accept' ? accepted : await this.#tick(scopeQuestion, choices);
    this.#done(scopeQuestion, value.join(', ') || words.noneChosen);
    return value.length === 0 ? { kind: 'later' } : { kind: 'value', value };
  }

  /** Shows what is proposed, with source and date, and takes all of it, some of it, or nothing. */
  async #askProposals({ proposed }: ProposalsStep): Promise<Reply> {
    const { proposalsQuestion, proposalsAll, proposalsSome, proposalsNone } = this.#words;
    for (const step of proposed) {
      this.#explain([['', `\n${this.#textOf(step)}`]]);
      this.#explainProposal(step);
    }
    const [first] = proposed;
    const message = proposalsQuestion(proposed.length, this.#messengerOf(first?.proposal));
    const action = await this.#select<'all' | 'some' | 'none'>(message, [
      this.#entry('all', proposalsAll),
      this.#entry('some', proposalsSome),
      this.#entry('none', proposalsNone),
    ]);
    const entries = proposed.map((step) => this.#entry(step.id, `${this.#textOf(step)} ${this.#proposedAnswer(step)}`));
    const all = action === 'all' ? proposed.map(({ id }) => id) : [];
    const value = action === 'some' ? await this.#tick(message, entries) : all;
    for (const step of proposed.filter(({ id }) => value.includes(id))) {
      this.#done(this.#textOf(step), this.#proposedAnswer(step));
    }
    return { kind: 'value', value };
  }

  /** Explanations come back to the question; everything else leaves it. */
  async #askQuestion(step: QuestionStep, alike: readonly QuestionStep[]): Promise<Reply> {
    const message = this.#textOf(step);
    this.#explainEarlier(step);
    this.#explainProposal(step);
    for (;;) {
      const entry = await this.#select<Entry>(message, this.#menu(step));
      if ('action' in entry && entry.action === 'help') {
        this.#help(step);
        continue;
      }
      const reply = await this.#reply(step, entry);
      this.#done(message, this.#summary(reply, step));
      if (alike.length === 0 || !canHoldForOthers(reply)) return reply;
      return { ...reply, also: await this.#askAlso(alike) };
    }
  }

  /** For which other choices the answer just given holds, too. */
  async #askAlso(alike: readonly QuestionStep[]): Promise<readonly string[]> {
    const { alsoQuestion } = this.#words;
    const entries = alike.map(({ id, item: { item } }) => this.#entry(id, item?.text[this.#options.language] ?? id));
    const also = await this.#tick(alsoQuestion, entries);
    if (also.length > 0) this.#done(alsoQuestion, this.#namesOf(alike.filter(({ id }) => also.includes(id))));
    return also;
  }

  #namesOf(steps: readonly QuestionStep[]): string {
    return steps.map(({ item: { item } }) => item?.text[this.#options.language]).join('; ');
  }

  async #reply({ item: { question } }: QuestionStep, entry: Entry): Promise<Reply> {
    if ('choice' in entry) return { kind: 'value', value: entry.choice };
    switch (entry.action) {
      case 'unknown':
        return { kind: 'unknown', reason: await this.#reason() };
      case 'not-applicable':
        return {
          kind: 'not-applicable',
          reason: (await this.#input(this.#words.notApplicableQuestion, this.#needsText)).trim(),
        };
      case 'answer':
        return { kind: 'value', value: await this.#value(question) };
      case 'accept':
        return { kind: 'proposal' };
      case 'back':
        return { kind: 'back' };
      case 'note':
        return { kind: 'note', note: (await this.#input(this.#words.noteQuestion, this.#needsText)).trim() };
      default:
        return { kind: 'later' };
    }
  }

  #value(question: QuestionStep['item']['question']): Promise<AnswerValue> {
    const { answerQuestion, needsDay, needsNumber } = this.#words;
    switch (question.kind) {
      case 'choices':
        return this.#checkbox(question);
      case 'number':
        return this.#input(answerQuestion, (text) => (isNumber(text) ? true : needsNumber)).then(Number);
      case 'date':
        return this.#input(answerQuestion, (text) => (isDay(text.trim()) ? true : needsDay)).then((text) =>
          text.trim(),
        );
      default:
        return this.#input(answerQuestion, this.#needsText).then((text) => text.trim());
    }
  }

  /** A menu line; a long one goes on beneath itself. */
  #entry<T>(value: T, name: string) {
    return { value, name: this.#wrap(name, 3).replaceAll('\n', '\n   ') };
  }

  #reason(): Promise<UnknownReason> {
    const texts: Readonly<Partial<Record<UnknownReason, string>>> = this.#words.reasonChoices;
    const reasons = unknownReasons.filter((reason) => texts[reason] !== undefined);
    return this.#select(
      this.#words.reasonQuestion,
      reasons.map((value) => this.#entry(value, texts[value] ?? value)),
    );
  }

  #menu(step: QuestionStep) {
    const { item, allowsUnknown, proposal } = step;
    const { question } = item;
    const { proposalAccept, back, dontKnow, later, help, addNote, notApplicable, chooseAnswer, answerQuestion } =
      this.#words;
    const entry = (value: Entry, name: string) => this.#entry(value, name);
    const answers =
      question.kind === 'choice'
        ? choicesOf(question).map(({ id, text }) => entry({ choice: id }, text[this.#options.language]))
        : [entry({ action: 'answer' }, question.kind === 'choices' ? chooseAnswer : `${answerQuestion} …`)];
    const accept = proposal?.standing === 'proposed' ? [proposalAccept(this.#proposedAnswer(step))] : [];
    return [
      ...accept.map((text) => entry({ action: 'accept' }, text)),
      ...answers,
      new inquirer.Separator(),
      ...(allowsUnknown ? [entry({ action: 'unknown' }, dontKnow)] : []),
      ...(question.allowsNotApplicable ? [entry({ action: 'not-applicable' }, notApplicable)] : []),
      entry({ action: 'later' }, later),
      entry({ action: 'back' }, back),
      ...(allowsUnknown ? [entry({ action: 'note' }, addNote)] : []),
      entry({ action: 'help' }, help),
    ];
  }

  /** What stays on screen of a question that is over. */
  #done(message: string, answer: string): void {
    const line = `${this.#chalk.green('✔')} ${this.#chalk.bold(message)} ${this.#chalk.cyan(answer)}`;
    this.#options.output.write(`${this.#wrap(line, 0)}\n`);
  }

  /** What was answered before, where a question is asked again. */
  #explainEarlier({ earlier, item: { question } }: QuestionStep): void {
    if (earlier === undefined) return;
    const { words } = this.#options;
    const answer =
      earlier.state === 'given'
        ? this.#valueText(earlier.value, question)
        : earlier.state === 'unknown'
          ? words.unknownReasons[earlier.reason]
          : words.notApplicable(earlier.reason);
    this.#explain([[this.#words.earlier, [answer, earlier.note].filter(Boolean).join(' – ')]]);
  }

  /** What the profile of the messenger says, whence, as of when, and how far it was checked. */
  #explainProposal(step: QuestionStep): void {
    const { proposal } = step;
    if (proposal === undefined) return;
    const { catalogue, language, words } = this.#options;
    const { fact, standing } = proposal;
    const { proposalTitle, proposalNotTaken, factSource } = this.#words;
    const sources = describeFactSources(fact, { catalogue, language });
    this.#explain([
      [proposalTitle(this.#messengerOf(proposal)), this.#proposedAnswer(step)],
      ['', [proposalNotTaken[standing], describeFact(fact, { language, words })].filter(Boolean).join('. ')],
      ...(sources === '' ? [] : [[factSource, sources] as const]),
    ]);
  }

  #messengerOf(proposal: Proposal | undefined): string {
    const { catalogue, language } = this.#options;
    return proposal === undefined ? '' : messengerName(proposal.profile, catalogue, language);
  }

  #proposedAnswer({ item: { question }, proposal }: QuestionStep): string {
    return proposal === undefined ? '' : this.#valueText(proposal.value, question);
  }

  #summary(reply: Reply, step: QuestionStep): string {
    const { later, noteQuestion, reasonChoices } = this.#words;
    switch (reply.kind) {
      case 'proposal':
        return this.#proposedAnswer(step);
      case 'back':
        return this.#words.back;
      case 'later':
        return later;
      case 'note':
        return `${noteQuestion}: ${reply.note}`;
      case 'unknown':
        return reply.reason === 'evidence-expired' ? '' : reasonChoices[reply.reason];
      case 'not-applicable':
        return this.#options.words.notApplicable(reply.reason);
      case 'value':
        return this.#valueText(reply.value, step.item.question);
    }
  }

  #valueText(value: AnswerValue, question: QuestionStep['item']['question']): string {
    const chosen = typeof value === 'object' ? value : [String(value)];
    const texts = choicesOf(question).filter(({ id }) => chosen.includes(id));
    if (question.kind !== 'choice' && question.kind !== 'choices') return String(value);
    return texts.map(({ text }) => text[this.#options.language]).join('; ') || this.#options.words.noneChosen;
  }

  #textOf({ item: { question, item } }: QuestionStep): string {
    const text = question.text[this.#options.language];
    return item === undefined ? text : `${item.text[this.#options.language]}: ${text}`;
  }

  #help({ item: { question }, readers }: QuestionStep): void {
    const { language } = this.#options;
    const { helpTitle, whyTitle, evidenceTitle, readBy } = this.#words;
    this.#explain([
      [helpTitle, question.help[language]],
      [whyTitle, question.why[language]],
      [evidenceTitle, question.evidence[language]],
      ...(readers.length > 0 ? [[readBy, readers.join(', ')] as const] : []),
    ]);
  }

  #explain(parts: readonly (readonly [title: string, text: string])[]): void {
    const lines = parts.map(([title, text]) => this.#wrap(title === '' ? text : `${title}: ${text}`, 2));
    this.#options.output.write(`${this.#chalk.dim(lines.join('\n').replaceAll(/^/gm, '  '))}\n`);
  }

  /** Breaks lines between words, which inquirer does not, leaving room for what stands before them. */
  #wrap(text: string, indent: number): string {
    return wrapAnsi(text, Math.max(30, Math.min(this.#options.columns(), 100) - indent - 1));
  }

  async #select<T>(message: string, choices: readonly unknown[]): Promise<T> {
    const theme = { style: { keysHelpTip: () => this.#chalk.dim(this.#words.keysSelect) } };
    const wrapped = this.#wrap(message, 2);
    const question = { type: 'select', name: 'value', message: wrapped, choices, theme, pageSize: 30, loop: false };
    return (await this.#prompt<{ value: unknown }>([question as never])).value as T;
  }

  #checkbox(question: QuestionStep['item']['question']): Promise<readonly string[]> {
    const { language } = this.#options;
    const choices = choicesOf(question).map(({ id, text }) => this.#entry(id, text[language]));
    return this.#tick(question.text[language], choices);
  }

  async #tick(text: string, choices: readonly unknown[]): Promise<readonly string[]> {
    const style = { keysHelpTip: () => this.#chalk.dim(this.#words.keysCheckbox) };
    const message = this.#wrap(text, 2);
    const asked = { type: 'checkbox', name: 'value', message, choices, theme: { style }, pageSize: 30, loop: false };
    return (await this.#prompt<{ value: string[] }>([asked as never])).value;
  }

  async #input(message: string, validate: (text: string) => true | string): Promise<string> {
    const question = { type: 'input', name: 'value', message: this.#wrap(message, 2), validate };
    return (await this.#prompt<{ value: string }>([question as never])).value;
  }

  readonly #needsText = (text: string): true | string => (text.trim() === '' ? this.#words.needsText : true);
}

/** An answer of one's own; what a profile proposes, a note and a delay are about one question alone. */
function canHoldForOthers(reply: Reply): reply is Extract<Reply, { also?: readonly string[] }> {
  return reply.kind === 'value' || reply.kind === 'unknown' || reply.kind === 'not-applicable';
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

/** Ctrl-C and signals are ways to leave, not errors. */
async function untilTheyLeave<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name)) return undefined;
    throw error;
  }
}
