import { createInterface, type Interface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { editText } from './edit-text.ts';
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

/** Lines that come this close, in milliseconds, were pasted, not typed. */
const togetherWithin = 50;

/** Plain lines for screen readers, braille displays and pipes: nothing is drawn over, nothing depends on place or colour. */
export class PlainScreen implements Screen {
  readonly #options: DeviceOptions;
  readonly #lines: string[] = [];
  readonly #said = new Set<string>();
  readonly #reader: Interface;
  #isOver = false;
  #wake = () => {};

  constructor(options: DeviceOptions) {
    this.#options = options;
    // The terminal itself echoes and edits the line, as screen readers know it.
    this.#reader = createInterface({ input: options.input, terminal: false });
    this.#reader.on('line', (line) => {
      this.#lines.push(line);
      this.#wake();
    });
    const end = () => {
      this.#isOver = true;
      this.#wake();
    };
    this.#reader.on('close', end);
    options.signal.addEventListener('abort', end);
  }

  async pick<T>(question: Pick<T>): Promise<Taken<T>> {
    const { entries, initial } = question;
    const { words } = this.#options;
    const hint = words.plainPick(initial === undefined ? undefined : initial + 1);
    this.#list(question, hint);
    for (;;) {
      const line = await this.#line(question, hint);
      const taken = this.#command(line, question.actions);
      if (taken !== undefined) return taken;
      // Nobody answers by an empty line what was not answered before.
      const entry = line === '' ? entries[initial ?? entries.length] : entries[Number(line) - 1];
      if (entry !== undefined) return { kind: 'taken', value: entry.value };
      this.#write(words.plainNeedsNumber(entries.length, question.actions.length > 0));
    }
  }

  async tick<T>(question: Tick<T>): Promise<Taken<readonly T[]>> {
    const { entries, ticked, none, mistakeIn } = question;
    const { words } = this.#options;
    const marked = entries.map(({ value, name }) => ({
      value,
      name: ticked.includes(value) ? `${name} (${words.plainTicked})` : name,
    }));
    const canBeNone = none !== 'refused';
    const hint = words.plainTick(ticked.length > 0, canBeNone);
    this.#list({ ...question, entries: marked }, hint);
    for (;;) {
      const line = await this.#line(question, hint);
      const taken = this.#command(line, question.actions);
      if (taken !== undefined) return taken;
      const value = line === '' && ticked.length > 0 ? ticked : ticksIn(line, { entries, canBeNone });
      const mistake = value === undefined ? words.plainNeedsNumbers(entries.length, canBeNone) : mistakeIn?.(value);
      if (value !== undefined && mistake === undefined) return { kind: 'taken', value };
      this.#write(mistake ?? '');
    }
  }

  async type(question: Type): Promise<Taken<string>> {
    const { initial = '', mistakeIn, actions } = question;
    const { words } = this.#options;
    const hint = words.plainType(initial !== '');
    this.#ask(question, hint, initial === '' ? [] : [`${words.earlier}: ${initial}`]);
    for (let inEditor = question.inEditor === true; ; inEditor = false) {
      const line = inEditor ? `/${words.actions.editor.key}` : await this.#text(question, hint);
      // A slash tells a command from a text.
      const taken = line.startsWith('/') ? this.#command(line, [...actions, 'editor']) : undefined;
      const isEditing = taken?.kind === 'action' && taken.action === 'editor';
      if (taken !== undefined && !isEditing) return taken;
      const text = isEditing ? await this.#edit(initial) : typed(line, initial);
      const mistake = text === undefined ? words.noEditor : mistakeIn(text);
      if (text !== undefined && mistake === undefined) return { kind: 'taken', value: text };
      this.#write(mistake ?? '');
    }
  }

  say(text: string): void {
    this.#write(`\n${text}`);
  }

  explain(parts: readonly Explained[]): void {
    for (const [title, text] of parts) this.#write([title, text].filter(Boolean).join(': '));
  }

  done(message: string, answer: string): void {
    this.#write(this.#options.words.plainDone(message, answer));
  }

  close(): void {
    this.#reader.close();
  }

  #list(question: Asked & { readonly entries: readonly Entry<unknown>[] }, hint: string): void {
    this.#ask(
      question,
      hint,
      question.entries.map(({ name }, index) => `${index + 1}: ${name}`),
    );
  }

  #ask({ status, message, actions }: Asked, hint: string, entries: readonly string[] = []): void {
    const above = status === undefined ? [] : [status];
    this.#write(['', ...above, message, ...entries].join('\n'));
    // What is always the same is said once: listening to it at every question takes longer than the question.
    const offer = this.#offer(actions, hint);
    if (!this.#said.has(offer)) this.#write(`${offer} ${this.#options.words.plainAgain}`);
    this.#said.add(offer);
  }

  #offer(actions: readonly Action[], hint: string): string {
    const { words } = this.#options;
    const commands = actions.map((action) => `${words.actions[action].key} ${words.actions[action].label}`);
    return actions.length === 0 ? hint : `${hint} ${words.plainCommands(commands.join(', '))}`;
  }

  /** What a line asks for by a key, with or without a slash; a slash alone leads out. */
  #command(line: string, actions: readonly Action[]): Exclude<Taken<never>, { kind: 'taken' }> | undefined {
    const key = line.replace(/^\//, '').toLowerCase();
    if (line === '/') return { kind: 'escape' };
    const action = actions.find((one) => this.#options.words.actions[one].key === key);
    return action && { kind: 'action', action };
  }

  async #edit(text: string): Promise<string | undefined> {
    this.#reader.pause();
    const edited = await editText(text);
    this.#reader.resume();
    return edited;
  }

  /** A text; at a terminal, lines that come in one go are one text. */
  async #text(question: Asked, hint: string): Promise<string> {
    const lines = [await this.#line(question, hint)];
    if (!this.#options.input.isTTY) return lines.join('\n');
    do {
      await pause(togetherWithin);
      lines.push(...this.#lines.splice(0));
    } while (this.#lines.length > 0);
    return lines.join('\n').trim();
  }

  /** The next line; a question mark asks what can be entered. */
  async #line(question: Asked, hint: string): Promise<string> {
    for (;;) {
      const line = await this.#next();
      if (line !== '?') return line;
      this.#write(this.#offer(question.actions, hint));
    }
  }

  async #next(): Promise<string> {
    while (this.#lines.length === 0) {
      if (this.#isOver) throw new PersonLeft();
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#options.signal.aborted) throw new PersonLeft();
    return (this.#lines.shift() ?? '').trim();
  }

  #write(text: string): void {
    this.#options.output.write(`${text}\n`);
  }
}

/** An empty line leaves a text as it is, a hyphen alone takes it away. */
function typed(line: string, initial: string): string {
  if (line === '') return initial;
  return line === '-' && initial !== '' ? '' : line;
}

/** What numbers tick, or none by a zero; `undefined` for anything else. */
function ticksIn<T>(
  line: string,
  { entries, canBeNone }: { readonly entries: readonly Entry<T>[]; readonly canBeNone: boolean },
): readonly T[] | undefined {
  if (line === '0' && canBeNone) return [];
  const numbers = line.split(/[\s,;]+/).map(Number);
  if (numbers.some((number) => entries[number - 1] === undefined)) return undefined;
  return entries.filter((_, index) => numbers.includes(index + 1)).map(({ value }) => value);
}
