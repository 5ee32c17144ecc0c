import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { program } from './real-program.ts';

/** A command of a document, and what the document shows of its output. */
export interface ShownCommand {
  readonly command: string;
  readonly shown: readonly string[];
}

/** Stands for any number of lines. */
const elision = '…';
const prompt = '$ ';

export function commandsOf(block: string): readonly ShownCommand[] {
  const commands: { command: string; shown: string[] }[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith(prompt)) commands.push({ command: line.slice(prompt.length), shown: [] });
    else commands.at(-1)?.shown.push(line);
  }
  return commands;
}

/** What a terminal would show: both streams, in the order of their writing. */
export function outputOf(command: string, folder: string): readonly string[] {
  const [npx, name, ...args] = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
  if (npx !== 'npx' || name !== 'messenger-check') throw new Error(`Cannot run: ${command}`);
  const file = path.join(folder, '.output');
  const output = openSync(file, 'w');
  // Without a language of the environment, so that the one of the document counts; else as npx would call it.
  const env = { PATH: process.env.PATH, npm_command: 'exec' };
  spawnSync(process.execPath, [program, ...args], { cwd: folder, env, stdio: ['ignore', output, output] });
  closeSync(output);
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  return text.replace(/\n$/, '').split('\n');
}

/** Whether output is what is shown of it. */
export function isShownBy(shown: readonly string[], output: readonly string[]): boolean {
  const [line, ...rest] = shown;
  if (line === undefined) return output.length === 0;
  if (line !== elision) return line === output[0] && isShownBy(rest, output.slice(1));
  return [...output.keys(), output.length].some((from) => isShownBy(rest, output.slice(from)));
}
