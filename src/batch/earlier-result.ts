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
export async function isEarlierResultFile(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => undefined);
  try {
    const read = await handle?.read(new Uint8Array(longestBeginning), 0, longestBeginning, 0);
    return read !== undefined && isEarlierResult(read.buffer.subarray(0, read.bytesRead));
  } catch {
    return false;
  } finally {
    await handle?.close();
  }
}
