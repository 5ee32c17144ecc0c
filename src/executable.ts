import './packed-files.ts';
import { processIo } from './io.ts';
import { main } from './main.ts';

// The entry of the executable: CommonJS, which cannot await at its top.
main(process.argv.slice(2), processIo).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    throw error;
  },
);
