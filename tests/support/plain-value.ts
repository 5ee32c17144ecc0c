import { type Document, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { InputFile } from '../../src/domain/input-issue.ts';
import { inputFile } from '../../src/files/input-file.ts';
import { parseYaml } from '../../src/load/parse-yaml.ts';

export function fileOf(text: string | Uint8Array): InputFile {
  return inputFile('a.yaml', typeof text === 'string' ? new TextEncoder().encode(text) : text);
}

/** What the parser of YAML makes of a file, in the shape of `readOwnForm`; `undefined` where it refuses the file. */
export function parsedValue(file: InputFile): unknown {
  const parsed = parseYaml(file);
  return 'root' in parsed ? plainOf(parsed.root) : undefined;
}

function plainOf(node: Node | Document | null): unknown {
  if (isSeq(node)) return node.items.map((item) => plainOf(item as Node));
  if (isScalar(node)) return node.value;
  if (!isMap(node)) return null;
  const entries = node.items.map(({ key, value }): [unknown, unknown] => [
    plainOf(key as Node),
    plainOf(value as Node),
  ]);
  return new Map(entries);
}
