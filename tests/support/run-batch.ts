import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { program } from './real-program.ts';

export interface BatchProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
}

/** Starts `evaluate` of the real program, with workers where it takes them. */
export function startBatch(
  args: readonly string[],
  { folder, input = '' }: { readonly folder: string; readonly input?: string },
): BatchProcess {
  const child = spawn(process.execPath, [program, 'evaluate', ...args, '--date', '2026-11-23', '--lang', 'en'], {
    cwd: folder,
  });
  child.stdin.on('error', () => {
    // Whoever is stopped reads no more.
  });
  child.stdin.end(input);
  const code = new Promise<number | null>((resolve) => child.on('close', resolve));
  const ended = Promise.all([code, text(child.stdout), text(child.stderr)]).then(([is, out, err]) => ({
    code: is,
    out,
    err,
  }));
  return { child, ended };
}
