import { type Io, processIo } from '../../src/io.ts';

export interface FakeIo extends Io {
  readonly out: () => string;
  readonly err: () => string;
}

/** Real files, but no terminal, no clock and no environment; what is printed is kept. */
export function fakeIo(overrides: Partial<Io> = {}): FakeIo {
  let out = '';
  let err = '';
  return {
    ...processIo,
    env: {},
    now: () => new Date('2026-11-23T12:00:00Z'),
    isInteractive: false,
    isTerminal: false,
    columns: 100,
    hasColor: false,
    stdout: (content) => {
      out += typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
    },
    isErrorTerminal: false,
    print: async (text) => {
      out += text;
      return true;
    },
    written: async () => undefined,
    untilInterrupted: (run) => run(new AbortController().signal),
    stderr: (text) => {
      err += text;
    },
    createPrompter: () => {
      throw new Error('this test must not ask anybody anything');
    },
    ...overrides,
    out: () => out,
    err: () => err,
  };
}
