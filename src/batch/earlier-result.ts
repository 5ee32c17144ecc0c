import { open } from 'node:fs/promises';

/** How what this program writes as JSON begins: rows and reports, SARIF, OSCAL. */
const beginnings = [
  /^\s*\[?\s*\{\s*"format":\s*"messenger-check\/(?!assessment@)/,
  /^\{"\$schema":"[^"]*\/sarif[^"]*","version":"2\.1\.0","runs":\[\{"tool":\{"driver":\{"name":"messenger-check"/,
  /^\{"assessment-results":\{"uuid":/,
];

const longestBeginning = 400;

/** Whether these are bytes that this program wrote as a result: no answers. */
export function isEarlierResult(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder().decode(bytes.subarray(0, longestBeginning));
  return beginnings.some((one) => one.test(beginning));
}

/** The same of a file; `false` where it cannot be read. */
export function isEarlierResultFile(file: string): Promise<boolean> {
  return begins(file, isEarlierResult);
}

/** Whether a file begins as an entry of a cache does: with a line that is nothing but a digest. */
export function isCachedFile(file: string): Promise<boolean> {
  return begins(file, (bytes) => /^[0-9a-f]{64}\n/.test(new TextDecoder().decode(bytes)));
}

async function begins(file: string, as: (beginning: Uint8Array) => boolean): Promise<boolean> {
  const handle = await open(file).catch(() => undefined);
  try {
    const read = await handle?.read(new Uint8Array(longestBeginning), 0, longestBeginning, 0);
    return read !== undefined && as(read.buffer.subarray(0, read.bytesRead));
  } catch {
    return false;
  } finally {
    await handle?.close();
  }
}
