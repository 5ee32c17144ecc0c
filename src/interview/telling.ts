import { type Answer, type AnswerValue, isTypedReason, type Proof } from '../domain/answer.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/language.ts';
import type { Proposal } from '../domain/messenger-profile.ts';
import { type ChoicesQuestion, choicesExcluding, type SubjectMatter } from '../domain/question.ts';
import type { Verdict } from '../domain/verdict.ts';
import { describeFact, describeFactSources, messengerName } from '../wording/describe-fact.ts';
import { describeProof } from '../wording/describe-proof.ts';
import { describeValue } from '../wording/describe-value.ts';
import { formatDay } from '../wording/format-day.ts';
import { inShort } from '../wording/in-short.ts';
import type { Wording } from '../wording/wording.ts';
import type { PlaceOnPath, Progress, Reply, Surroundings } from './prompter.ts';
import type { UnmetRequirement } from './review.ts';
import type { Explained } from './screen.ts';
import type { ProposalsStep, QuestionStep, ScopeStep, Step } from './steps.ts';

export interface TellingOptions {
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly words: Wording;
  /** The day for which the interview holds, `YYYY-MM-DD`. */
  readonly day: string;
}

/** So many requirements can be named before the list is too long to be read. */
const mostTitles = 8;

/** Puts what an interview is about into words. */
export class Telling {
  readonly #catalogue: Catalogue;
  readonly #all: Wording;
  readonly language: Language;
  /** The day for which the interview holds, `YYYY-MM-DD`. */
  readonly day: string;

  constructor({ catalogue, language, words, day }: TellingOptions) {
    this.#catalogue = catalogue;
    this.#all = words;
    this.language = language;
    this.day = day;
  }

  get words(): Wording['interview'] {
    return this.#all.interview;
  }

  /** Where the interview stands: section, questions left, and what can still come of it. */
  progress({ section, left, interval: { best, worst }, decidedBy }: Progress): string {
    const title = section?.[this.language] ?? this.words.contextSection;
    return `${this.words.progress(title, left)} · ${this.#standing(best, worst, decidedBy)}`;
  }

  #standing(best: Verdict, worst: Verdict, decidedBy: readonly string[]): string {
    const { verdicts, comparison } = this.#all;
    if (best === worst) return this.words.isSettled(verdicts[best], inShort(decidedBy, comparison.more));
    const isAnything = worst === 'impermissible' && best === 'permissible';
    return isAnything ? this.words.isOpen : this.words.isBetween(verdicts[worst], verdicts[best]);
  }

  textOf(step: Step): string {
    switch (step.kind) {
      case 'subject':
        return this.words.subjectQuestions[step.field];
      case 'scope':
        return this.words.scopeQuestion;
      case 'proposals':
        return this.proposalsQuestion(step);
      case 'question': {
        const text = step.item.question.text[this.language];
        return step.item.item === undefined ? text : `${this.itemOf(step)}: ${text}`;
      }
    }
  }

  itemOf({ id, item: { item } }: QuestionStep): string {
    return item?.text[this.language] ?? id;
  }

  sectionOf({ section }: Step): string {
    return section?.[this.language] ?? this.words.contextSection;
  }

  /** The questionnaires that concern the assessment, or all, each with whether it binds and why it is offered. */
  offers({ offers }: ScopeStep, { all = false } = {}): readonly string[] {
    return offers
      .filter(({ isOffered, isChosen }) => all || isOffered || isChosen)
      .map(({ questionnaire, isOffered, binding }) => {
        const because = questionnaire.offeredBecause?.[this.language];
        const reason = isOffered && because !== undefined ? `, ${because}` : '';
        return `${questionnaire.title[this.language]} (${this.#all.bindings[binding]}${reason})`;
      });
  }

  /** Why a question comes up that was answered already, or would have been. */
  because({ earlier, isNew }: QuestionStep): readonly Explained[] {
    if (isNew) return [['', this.words.askedBecause.new]];
    if (earlier?.state !== 'unknown') return [];
    const { reason } = earlier;
    return isTypedReason(reason) ? [] : [['', this.words.askedBecause[reason]]];
  }

  /** What was answered before, where a question is asked again. */
  earlier({ earlier, item: { question } }: QuestionStep): readonly Explained[] {
    if (earlier === undefined) return [];
    const { note, evidence } = earlier;
    return [
      [this.words.earlier, this.#answer(earlier, question)],
      ...(note === undefined ? [] : [[this.words.noteQuestion, note] as const]),
      ...evidence.map((proof) => [this.words.evidenceTitle, this.proof(proof)] as const),
    ];
  }

  #answer(answer: Answer, question: QuestionStep['item']['question']): string {
    switch (answer.state) {
      case 'given':
        return describeValue(answer.value, question, { language: this.language, words: this.#all });
      case 'unknown':
        return this.#all.unknownReasons[answer.reason];
      case 'not-applicable':
        return this.#all.notApplicable(answer.reason);
    }
  }

  /** What the profile of the messenger says, whence, as of when, and how far it was checked. */
  proposal(step: QuestionStep): readonly Explained[] {
    const { proposal } = step;
    if (proposal === undefined) return [];
    const { fact, standing } = proposal;
    const { proposalTitle, proposalNotTaken, factSource } = this.words;
    const sources = describeFactSources(fact, { catalogue: this.#catalogue, language: this.language });
    const described = describeFact(fact, { language: this.language, words: this.#all });
    return [
      [proposalTitle(this.#messengerOf(proposal)), this.proposedAnswer(step)],
      ['', [proposalNotTaken[standing], described].filter(Boolean).join('. ')],
      ...(sources === '' ? [] : [[factSource, sources] as const]),
    ];
  }

  proposedAnswer({ item: { question }, proposal }: QuestionStep): string {
    if (proposal === undefined) return '';
    return describeValue(proposal.value, question, { language: this.language, words: this.#all });
  }

  proposalsQuestion({ proposed }: ProposalsStep): string {
    return this.words.proposalsQuestion(proposed.length, this.#messengerOf(proposed[0]?.proposal));
  }

  #messengerOf(proposal: Proposal | undefined): string {
    return proposal === undefined ? '' : messengerName(proposal.profile, this.#catalogue, this.language);
  }

  /** What a question means, why it is asked, what would prove an answer, and which requirements read it. */
  help(step: Step, { readers }: Pick<Surroundings, 'readers'>): readonly Explained[] {
    if (step.kind !== 'question') return [['', this.words.stepHelp[step.kind]]];
    const { question } = step.item;
    const { helpTitle, whyTitle, evidenceHint, readBy } = this.words;
    return [
      [helpTitle, question.help[this.language]],
      [whyTitle, question.why[this.language]],
      [evidenceHint, question.evidence[this.language]],
      ...(readers.length > 0 ? [[readBy, ''] as const] : []),
      ...this.#readers(readers).map((line) => ['', `– ${line}`] as const),
    ];
  }

  /** The requirements that read an answer, by authority; where they are many, by their ids, or their number alone. */
  #readers(readers: Surroundings['readers']): readonly string[] {
    return [...new Set(readers.map(({ questionnaire }) => questionnaire))].map((id) => {
      const some = readers.filter(({ questionnaire }) => questionnaire === id);
      const authority = this.#catalogue.questionnaires.get(id)?.authority[this.language] ?? id;
      const names = some.map(({ requirement }) =>
        readers.length > mostTitles ? requirement.id : `${requirement.id} ${requirement.title[this.language]}`,
      );
      return `${authority}: ${names.length > mostTitles ? this.words.requirements(names.length) : names.join('; ')}`;
    });
  }

  /** What stays on screen of a step and a reply: questions and what was answered. */
  summary(step: Step, reply: Reply): readonly (readonly [question: string, answer: string])[] {
    if (step.kind === 'proposals' && reply.kind === 'value') {
      const taken = step.proposed.filter(({ id }) => typeof reply.value === 'object' && reply.value.includes(id));
      return taken.map((one) => [this.textOf(one), this.proposedAnswer(one)]);
    }
    const answer = this.#replied(step, reply);
    return answer === '' ? [] : [[this.textOf(step), answer]];
  }

  #replied(step: Step, reply: Reply): string {
    switch (reply.kind) {
      case 'proposal':
        return step.kind === 'question' ? this.proposedAnswer(step) : '';
      case 'note':
        return `${this.words.noteQuestion}: ${reply.note || '–'}`;
      case 'evidence':
        return `${this.words.evidenceTitle}: ${reply.evidence.map((proof) => this.proof(proof)).join('; ') || '–'}`;
      case 'unknown':
        return this.words.reasonChoices[reply.reason];
      case 'not-applicable':
        return this.#all.notApplicable(reply.reason);
      case 'value':
        return this.#valueOf(step, reply.value) || '–';
      default:
        return '';
    }
  }

  /** What is said of a reply that moves on without an answer. */
  moved(step: Step, reply: Reply): string {
    if (reply.kind !== 'back' && reply.kind !== 'later') return '';
    const isLeftOut = step.kind === 'subject' && step.isOptional && reply.kind === 'later';
    return `${this.textOf(step)} – ${isLeftOut ? this.words.leftOut : this.words.actions[reply.kind].label}`;
  }

  #valueOf(step: Step, value: AnswerValue): string {
    const manner = { language: this.language, words: this.#all };
    if (step.kind === 'question') return describeValue(value, step.item.question, manner);
    return typeof value === 'object' ? value.join(', ') : String(value);
  }

  proof(proof: Proof): string {
    return describeProof(proof, { day: this.day, language: this.language, words: this.#all });
  }

  /** A step with its answer, on one line. */
  overview({ step, isAnswered, line }: PlaceOnPath): string {
    const earlier = step.kind === 'question' ? step.earlier : undefined;
    const answer =
      earlier !== undefined && step.kind === 'question'
        ? this.#answer(earlier, step.item.question)
        : (line ?? this.words.answered[isAnswered ? 'yes' : 'no']);
    return `${this.textOf(step)} – ${answer}`;
  }

  /** Which of the choices made exclude each other; `undefined` where none do. */
  exclusion(question: ChoicesQuestion, chosen: readonly string[]): string | undefined {
    const excluding = choicesExcluding(question, chosen);
    if (excluding.length === 0) return undefined;
    return this.words.excludeEachOther(excluding.map(({ text }) => text[this.language]));
  }

  subjectMatter(about: SubjectMatter): string {
    return this.#all.subjectMatters[about];
  }

  /** A question that is open, with what would prove an answer to it. */
  openPoint(step: QuestionStep): string {
    const reason = step.earlier === undefined ? this.#all.absent : this.#answer(step.earlier, step.item.question);
    return `${this.textOf(step)} (${reason}). ${this.words.evidenceHint}: ${step.item.question.evidence[this.language]}`;
  }

  unmet({ finding: { requirement, status }, plan }: UnmetRequirement): string {
    const planned =
      plan === undefined
        ? ''
        : ` [${[plan.responsible, plan.due && formatDay(plan.due, this.language)].filter(Boolean).join(', ')}]`;
    return `${requirement.id} ${requirement.title[this.language]} (${this.#all.statuses[status]})${planned}`;
  }

  measure({ finding: { requirement } }: UnmetRequirement): string {
    return requirement.measure[this.language];
  }
}
