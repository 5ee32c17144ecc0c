import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe } from 'vitest';

/**
 * `describe` for tests that drive a program of the system. Where it is missing they are skipped, loudly;
 * with `MESSENGER_CHECK_ALL_TESTS=1`, as in `.ci/run`, they fail.
 */
export function describeWith(program: string, name: string, body: (file: string) => void): void {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const file = folders.map((folder) => path.join(folder, program)).find((candidate) => existsSync(candidate));
  const mayBeMissing = process.env.MESSENGER_CHECK_ALL_TESTS !== '1';
  if (file === undefined && mayBeMissing) {
    process.stderr.write(`\n!!! ${program} is not installed: SKIPPING "${name}". Install it to run every test.\n\n`);
  }
  describe.skipIf(file === undefined && mayBeMissing)(name, () => body(file ?? program));
}

/** `describe` for tests that need a right not everybody has. Without it they are skipped, loudly. */
export function describeWhere(isPermitted: boolean, reason: string, name: string, body: () => void): void {
  if (!isPermitted) process.stderr.write(`\n!!! ${reason}: SKIPPING "${name}".\n\n`);
  describe.skipIf(!isPermitted)(name, body);
}

/** Whether a program of the system does what it is asked for. */
export function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore', timeout: 10_000 }).status === 0;
}
