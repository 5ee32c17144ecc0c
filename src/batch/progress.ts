import type { Wording } from '../wording/wording.ts';

export interface ProgressOptions {
  /** `undefined` while a stream may bring any number. */
  readonly total: number | undefined;
  readonly words: Wording['evaluate'];
  readonly stderr: (text: string) => void;
  /** Whether a line can be drawn again. */
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly now: () => Date;
}

export interface Progress {
  readonly update: (done: number) => void;
  /** Makes room for other output. */
  readonly clear: () => void;
}

/** No more often than can be read; in a log, rarely. */
const interval = { terminal: 100, log: 10_000 };

/** How far a batch is: one line that is drawn again, or in a log a new one now and then. */
export function createProgress({ total, words, stderr, isTerminal, columns, now }: ProgressOptions): Progress {
  const start = now().getTime();
  let last = start;
  let isDrawn = false;
  const clear = () => {
    if (isDrawn) stderr('\r\u001B[K');
    isDrawn = false;
  };
  return {
    clear,
    update: (done) => {
      const time = now().getTime();
      if (time - last < (isTerminal ? interval.terminal : interval.log)) return;
      last = time;
      const perMillisecond = done / (time - start);
      const secondsLeft = Math.ceil(((total ?? done) - done) / perMillisecond / 1000);
      const line = words.progress({ done, total, perSecond: Math.round(perMillisecond * 1000), secondsLeft });
      stderr(isTerminal ? `\r${line.slice(0, columns - 1)}\u001B[K` : `${line}\n`);
      isDrawn = isTerminal;
    },
  };
}

/** Says nothing. */
export const noProgress: Progress = { update: () => undefined, clear: () => undefined };
