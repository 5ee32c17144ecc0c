import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { type InputFile, largestFile } from '../domain/input-issue.ts';
import { inputFile } from '../files/input-file.ts';
import { type InputProblem, systemProblem, type Task } from './task.ts';

/** The bytes of a task with their digest, or why there are none. */
export function readInput(task: Task): InputFile | InputProblem {
  switch (task.kind) {
    case 'file':
      return readRegular(task.name);
    case 'document':
      return inputFile(task.name, task.bytes);
    case 'broken':
      return task.problem;
  }
}

/** Synchronously, as a lane has nothing else to do meanwhile: that is several times faster for small files. */
function readRegular(name: string): InputFile | InputProblem {
  let handle: number | undefined;
  try {
    // What has become a pipe since it was found would otherwise wait for somebody who writes.
    handle = openSync(name, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(handle);
    if (stats.isDirectory()) return { kind: 'system', code: 'EISDIR', message: '' };
    if (!stats.isFile()) return { kind: 'not-a-file' };
    if (stats.size > largestFile) return { kind: 'too-large', bytes: stats.size };
    return inputFile(name, readFileSync(handle));
  } catch (error) {
    return systemProblem(error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
