import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// `npx messenger-check` in a checkout links it on first use, for which npm prepares it once more. What `npm ci` has
// built stays: programs may be running from it, and nobody should wait for the same again.
const isBuilt = process.env.npm_command === 'exec' && existsSync(new URL('../dist/index.cjs', import.meta.url));
if (!isBuilt) execSync('npm run build', { stdio: 'inherit' });
