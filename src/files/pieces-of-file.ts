import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from '../domain/has-code.ts';

/** Milliseconds for which a pipe is given to find somebody who writes into it. */
const patience = 3000;
const pause = 20;

/**
 * What a file holds, piece by piece, until `signal` is aborted. A pipe is read as far as somebody writes into it; one
 * without anybody rejects with `ENODATA`. Rejects with the error of `node:fs`.
 */
export async function* piecesOf(file: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  // Opening a pipe would otherwise wait for a writer where nothing can interrupt it.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const isPipe = (await handle.stat()).isFIFO();
    let hasWriter = !isPipe;
    for (let waited = 0; !signal?.aborted; ) {
      const piece = await nextPiece(handle);
      if (piece?.length === 0 && hasWriter) return;
      hasWriter ||= piece?.length !== 0;
      if (piece !== undefined && piece.length > 0) {
        yield piece;
        continue;
      }
      if (!hasWriter) waited += pause;
      if (waited > patience) throw Object.assign(new Error('nobody writes into the pipe'), { code: 'ENODATA' });
      await sleep(pause);
    }
  } finally {
    await handle.close();
  }
}

/** Empty at the end, and of a pipe without a writer; `undefined` where there may be more later. */
async function nextPiece(handle: FileHandle): Promise<Uint8Array | undefined> {
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(65_536), 0, 65_536);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (hasCode(error, 'EAGAIN')) return undefined;
    throw error;
  }
}

/** All that comes. Rejects with `EFBIG` as soon as it is more than `limit` bytes: a device may never end. */
export async function wholeOf(pieces: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    all.push(piece);
    length += piece.length;
    if (length > limit) throw Object.assign(new Error(`more than ${limit} bytes`), { code: 'EFBIG' });
  }
  return Buffer.concat(all);
}
