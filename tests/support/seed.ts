import fc from 'fast-check';
import { runs } from './runs.ts';

/** The same cases in every run, so that a red run says something of the change; others with another `FUZZ_SEED`. */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 1), numRuns: runs(100) });
