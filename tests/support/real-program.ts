import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect } from 'vitest';

export const program = path.join(import.meta.dirname, '../../bin/messenger-check.js');
/** Milliseconds after which it hangs. */
const longest = 10_000;

export interface Started {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
}

interface StartOptions extends SpawnOptions {
  /** Starts what comes after it. */
  readonly prefix?: readonly string[];
  /** Another copy of it. */
  readonly program?: string;
}

/** Starts the real program in German; killed where it hangs. */
export function start(
  args: readonly string[],
  { prefix = [], program: file = program, ...options }: StartOptions = {},
): Started {
  const env = { ...process.env, LC_ALL: 'de_DE.UTF-8', LANGUAGE: '', ACCESSIBLE: '1' };
  const [first = '', ...rest] = [...prefix, process.execPath, file, ...args];
  const child = spawn(first, rest, { env, timeout: longest, killSignal: 'SIGKILL', ...options });
  const texts = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    texts.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    texts.err += chunk;
  });
  child.stdin?.on('error', () => {
    // Whoever has ended reads no more.
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...texts }));
  return { child, out: () => texts.out, err: () => texts.err, ended };
}

/** Runs it to its end without input. Whatever the world is like, nobody is shown a stack, and nothing hangs. */
export async function run(args: readonly string[], options: StartOptions = {}) {
  const started = performance.now();
  const { child, ended } = start(args, options);
  child.stdin?.end();
  const result = await ended;
  expect(performance.now() - started, 'milliseconds').toBeLessThan(longest);
  expect(result.err).not.toContain('    at ');
  return result;
}

export const shell = (script: string) => ['sh', '-c', script, 'sh'];
