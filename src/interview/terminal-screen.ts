import figures from '@inquirer/figures';
import { Chalk, type ChalkInstance } from 'chalk';
import { wrapAnsi } from 'fast-wrap-ansi';
import inquirer from 'inquirer';
import { editText } from './edit-text.ts';
import { type ListConfig, type ListResult, type ListState, listPrompt, type Objection } from './list-prompt.ts';
import {
  type Action,
  type Asked,
  type DeviceOptions,
  type Entry,
  type Explained,
  PersonLeft,
  type Pick,
  type Screen,
  type Taken,
  type Tick,
  type Type,
} from './screen.ts';
import { type TextConfig, type TextResult, textPrompt } from './text-prompt.ts';

interface TerminalOptions extends DeviceOptions {
  readonly hasColor: boolean;
  /** Width and height of the terminal as it is now. */
  readonly size: () => { readonly columns: number; readonly rows: number };
}

/** Terminals put what is pasted between two marks, if asked to: https://invisible-island.net/xterm/ctlseqs, 2004. */
const bracketedPaste = { on: '\u001b[?2004h', off: '\u001b[?2004l' };

/** What comes back to the question as it was. */
const asides: readonly Action[] = ['help', 'go', 'overview'];
/** A note makes "not known yet" the answer, to which the cursor goes; what was ticked stays. */
const remarks: readonly Action[] = ['note', 'evidence'];

/** The widest line that is comfortable to read. */
const widest = 100;

/** Draws in place, with inquirer. */
export class TerminalScreen implements Screen {
  readonly #options: TerminalOptions;
  readonly #chalk: ChalkInstance;
  readonly #prompt: (question: { type: string; name: string }) => Promise<{ value: unknown }>;
  /** Lists that were left for something else than another question, by what they ask. */
  readonly #left = new Map<string, ListState>();

  constructor(options: TerminalOptions) {
    this.#options = options;
    this.#chalk = new Chalk({ level: options.hasColor ? 1 : 0 });
    const { input, output, signal } = options;
    // What stays on screen is said by `done`: the answer, not the list it was taken from.
    const prompt = inquirer.createPromptModule({ input, output, signal, clearPromptOnDone: true });
    prompt.registerPrompt('entries', listPrompt as never);
    prompt.registerPrompt('text', textPrompt as never);
    this.#prompt = (question) => prompt([question as never]);
  }

  async pick<T>(question: Pick<T>): Promise<Taken<T>> {
    const result = await this.#list(question, { initial: question.initial ?? 0 });
    if (result.kind !== 'taken') return result;
    return { kind: 'taken', value: (question.entries[result.indexes[0] ?? 0] as Entry<T>).value };
  }

  async tick<T>(question: Tick<T>): Promise<Taken<readonly T[]>> {
    const { entries, ticked } = question;
    const indexes = entries.flatMap(({ value }, index) => (ticked.includes(value) ? [index] : []));
    const valuesAt = (some: readonly number[]) =>
      some.flatMap((index) => entries[index] ?? []).map(({ value }) => value);
    const result = await this.#list(question, {
      initial: 0,
      ticked: indexes,
      objection: (some) => this.#objection(valuesAt(some), question),
    });
    return result.kind === 'taken' ? { kind: 'taken', value: valuesAt(result.indexes) } : result;
  }

  #objection<T>(ticked: readonly T[], { none, mistakeIn }: Tick<T>): Objection | undefined {
    const { nothingTicked, tickSomething, actions } = this.#options.words;
    const mistake = mistakeIn?.(ticked);
    if (mistake !== undefined) return { remark: this.#wrap(mistake, 0), isTakenThen: false };
    // Who does not know the space bar means to take an entry by Enter.
    if (none === undefined || ticked.length > 0) return undefined;
    const remark = none === 'refused' ? tickSomething(actions.unknown.key) : nothingTicked;
    return { remark: this.#wrap(remark, 0), isTakenThen: none === 'asked-again' };
  }

  async type(question: Type): Promise<Taken<string>> {
    let initial = question.initial ?? '';
    for (let inEditor = question.inEditor === true; ; inEditor = true) {
      if (inEditor) {
        const text = await editText(initial);
        initial = text ?? initial;
        if (text === undefined) this.explain([['', this.#options.words.noEditor]]);
        else if (question.mistakeIn(text) === undefined) return { kind: 'taken', value: text };
      }
      const result = await this.#text(question, initial);
      if (result.kind === 'escape') return result;
      if (result.kind === 'taken') return { kind: 'taken', value: result.text };
      initial = result.text;
    }
  }

  say(text: string): void {
    this.#write(`\n${this.#chalk.bold(this.#wrap(text, 0))}\n\n`);
  }

  explain(parts: readonly Explained[]): void {
    const lines = parts.map(([title, text]) => this.#wrap([title, text].filter(Boolean).join(': '), 2));
    this.#write(`${this.#chalk.dim(lines.join('\n').replaceAll(/^/gm, '  '))}\n`);
  }

  done(message: string, answer: string): void {
    this.#write(`${this.#wrap(`${this.#chalk.green(figures.tick)} ${message} ${this.#chalk.bold(answer)}`, 0)}\n`);
  }

  close(): void {
    // Each prompt has let go of the input by itself.
  }

  async #list(
    question: Asked & { readonly entries: readonly Entry<unknown>[] },
    state: Omit<ListConfig, 'head' | 'foot' | 'names' | 'keys' | 'rows' | 'style'>,
  ): Promise<ListResult> {
    const isTicking = state.ticked !== undefined;
    const left = this.#left.get(question.message);
    const { words } = this.#options;
    const indent = isTicking ? 8 : 5;
    const head = this.#head(question);
    const foot = this.#foot(question, [
      isTicking ? words.keysTick : words.keysPick,
      ...(question.actions.length === 0 ? [words.keysOut] : []),
    ]);
    const room = this.#options.size().rows - lineCount(head) - lineCount(foot) - 2;
    const config: ListConfig = {
      head,
      foot,
      ...state,
      ...(left && { initial: left.active, ...(isTicking && { ticked: left.ticked }) }),
      names: question.entries.map(({ name }) => this.#wrap(name, indent).replaceAll('\n', `\n${' '.repeat(indent)}`)),
      keys: new Map(question.actions.map((action) => [words.actions[action].key, action])),
      rows: Math.max(3, room),
      style: {
        active: this.#chalk.bold,
        pointer: figures.pointer,
        boxes: [figures.radioOff, figures.radioOn],
        remark: this.#chalk.bold,
      },
    };
    const result = await this.#ask<ListResult>('entries', config);
    this.#left.delete(question.message);
    // After the help or the overview, nobody wants to look for the place again, or tick everything once more.
    const isAside = (action: Action) => asides.includes(action) || (isTicking && remarks.includes(action));
    const isLeft = result.kind === 'escape' || (result.kind === 'action' && isAside(result.action));
    if (isLeft && question.actions.length > 0) this.#left.set(question.message, result);
    return result;
  }

  #text(question: Type, initial: string): Promise<TextResult> {
    const { words } = this.#options;
    const config: TextConfig = {
      head: this.#head(question),
      initial,
      mistakeIn: question.mistakeIn,
      foot: this.#foot({ ...question, actions: [] }, [
        words.keysType,
        question.actions.length === 0 ? words.keysOut : words.keysMore,
      ]),
      style: { prompt: `${figures.pointer} `, lineEnd: '¶', mistake: this.#chalk.bold },
    };
    return this.#ask('text', config);
  }

  async #ask<T>(type: string, config: object): Promise<T> {
    this.#write(bracketedPaste.on);
    try {
      return (await this.#prompt({ type, name: 'value', ...config })).value as T;
    } catch (error) {
      const hasLeft = error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name);
      throw hasLeft ? new PersonLeft() : error;
    } finally {
      this.#write(bracketedPaste.off);
    }
  }

  #head({ status, message }: Asked): string {
    const above = status === undefined ? '' : `${this.#chalk.dim(this.#wrap(status, 0))}\n`;
    return `${above}${this.#chalk.bold(this.#wrap(`? ${message}`, 0))}`;
  }

  /** The keys: those of the device, then those of the question. */
  #foot({ actions }: Asked, keys: readonly string[]): string {
    const { words } = this.#options;
    const each = actions.map((action: Action) =>
      keepTogether(`${words.actions[action].key} ${words.actions[action].label}`),
    );
    const device = keys.flatMap((some) => some.split(' · ')).map(keepTogether);
    const lines = [device.join('\u00a0· '), each.join('\u00a0· ')].filter(Boolean).map((line) => this.#wrap(line, 0));
    return `\n${this.#chalk.dim(lines.join('\n'))}`;
  }

  /** Breaks lines between words, leaving room for what stands before them. */
  #wrap(text: string, indent: number): string {
    return wrapAnsi(text, Math.max(30, Math.min(this.#options.size().columns, widest) - indent - 1));
  }

  #write(text: string): void {
    this.#options.output.write(text);
  }
}

/** Lines break between the keys, not within what one of them does. */
function keepTogether(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

function lineCount(text: string): number {
  return text.split('\n').length;
}
