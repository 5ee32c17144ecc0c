import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface TerminalOptions {
  readonly tmux: string;
  readonly command: string;
  readonly folder: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A real terminal, in tmux, that a test drives as a person would: type, look, wait. */
export class Terminal {
  readonly #tmux: string;
  readonly #socket = `messenger-check-${process.pid}-${Math.random().toString(36).slice(2)}`;

  constructor({ tmux, command, folder, columns = 100, rows = 45, env = {} }: TerminalOptions) {
    this.#tmux = tmux;
    const size = ['-x', String(columns), '-y', String(rows)];
    const variables = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    // The status stays on screen, so that a test can read with which code the program ended.
    // Between two prompts the terminal itself turns Ctrl+C into a signal, to the shell too, which is to outlive it.
    const line = `trap : INT; ${command}; echo "[exit $?]"; sleep 600`;
    this.#run(['-f', '/dev/null', 'new-session', '-d', ...size, '-c', folder, ...variables, line]);
  }

  /** What is to be seen; spaces that hold words together look like others. */
  screen(): string {
    return this.#run(['capture-pane', '-p', '-t', '0']).replaceAll('\u00a0', ' ');
  }

  /** Whether anything is drawn in colour. */
  colours(): boolean {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are set by control sequences
    return /\u001b\[[0-9;]*(?:3[0-7]|9[0-7])m/.test(this.#run(['capture-pane', '-p', '-e', '-t', '0']));
  }

  /** Keys as tmux names them (`Enter`, `Down`, `C-c`). */
  press(...keys: readonly string[]): void {
    this.#run(['send-keys', '-t', '0', ...keys]);
  }

  type(text: string): void {
    this.#run(['send-keys', '-t', '0', '-l', text]);
  }

  /** Waits for a question, and answers it with a text; with none, goes past it. */
  async write(question: string | RegExp, text = ''): Promise<void> {
    await this.see(question);
    if (text !== '') this.type(text);
    this.press('Enter');
  }

  /** Pastes text the way terminals do, between two marks where the program has asked for them. */
  paste(text: string): void {
    this.#run(['set-buffer', text]);
    this.#run(['paste-buffer', '-p', '-t', '0']);
  }

  /** Waits until the screen holds what is looked for, and gives it. Throws with the screen after 20 seconds. */
  async see(wanted: string | RegExp): Promise<string> {
    const holds = (screen: string) => (typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen));
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(40)) {
      const screen = this.screen();
      if (holds(screen)) return screen;
    }
    throw new Error(`did not see ${wanted} on:\n${this.screen()}`);
  }

  /** Waits until nothing moves, and gives the screen. */
  async still(): Promise<string> {
    for (let before = this.screen(); ; ) {
      await sleep(250);
      const after = this.screen();
      if (after === before) return after;
      before = after;
    }
  }

  /** Waits until the screen is another than the given one. */
  async change(from: string): Promise<string> {
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(25)) {
      const screen = this.screen();
      if (screen !== from) return screen;
    }
    throw new Error(`nothing happened on:\n${from}`);
  }

  /** Goes to the entry of a list that begins with a label, by its number, and takes it. */
  async choose(label: string): Promise<void> {
    await this.see('❯');
    const lines = this.screen().split('\n');
    const numbers = lines.flatMap((line) => {
      const [, number, name] = /^[❯ ] +(\d+) (?:[◯◉] )?(.*)/.exec(line) ?? [];
      return number !== undefined && name?.startsWith(label) ? [number] : [];
    });
    const [number] = numbers;
    if (number === undefined) throw new Error(`no entry "${label}" on:\n${lines.join('\n')}`);
    this.type(number);
    await this.see(new RegExp(`❯ +${number} `));
    this.press('Enter');
  }

  close(): void {
    this.#run(['kill-server']);
  }

  #run(args: readonly string[]): string {
    return execFileSync(this.#tmux, ['-L', this.#socket, ...args], { encoding: 'utf8' });
  }
}
