import { createHash } from 'node:crypto';
import type { InputFile } from '../domain/input-issue.ts';

/** A file with its digest, from its bytes. */
export function inputFile(name: string, bytes: Uint8Array): InputFile {
  return { name, bytes, sha256: sha256Of(bytes) };
}

/** Hex digest. */
export function sha256Of(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
