import { fileURLToPath } from 'node:url';

/** The folder of the package. `src/` and the bundle in `dist/` both lie directly in it. */
export const packageRoot = fileURLToPath(new URL('..', import.meta.url));
