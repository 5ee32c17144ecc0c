import fc from 'fast-check';

/** The same cases in every run, so that a red run says something of the change; others with another `FUZZ_SEED`. */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 1) });
