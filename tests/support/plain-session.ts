import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { program } from './real-program.ts';

export interface PlainRun {
  /** Everything on standard error: questions and confirmations. */
  readonly text: string;
  /** `null` where the process was killed. */
  readonly code: number | null;
}

/** Runs the real program in plain lines with all its input given at once; kills it after some milliseconds, if given. */
export async function plainRun(
  args: readonly string[],
  lines: readonly string[],
  {
    folder,
    killAfter,
    env = {},
  }: { readonly folder: string; readonly killAfter?: number; readonly env?: NodeJS.ProcessEnv },
): Promise<PlainRun> {
  const child = spawn(process.execPath, [program, 'assess', ...args, '--accessible'], {
    cwd: folder,
    env: { ...process.env, ...env },
  });
  let text = '';
  child.stderr.on('data', (chunk) => {
    text += chunk;
  });
  child.stdin.on('error', () => {
    // Whoever is killed reads no more.
  });
  child.stdin.end(`${lines.join('\n')}\n`);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  if (killAfter !== undefined) {
    await Promise.race([ended, sleep(killAfter)]);
    child.kill('SIGKILL');
  }
  return { code: await ended, text };
}
