import './packed-files.ts';
import { exitCodes } from './exit-code.ts';
import { processIo } from './io.ts';
import { main } from './main.ts';

// The entry of the executable: CommonJS, which cannot await at its top.
main(process.argv.slice(2), processIo).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    // Node's own code would mean "impermissible".
    process.stderr.write(`messenger-check: ${error.stack}\n`);
    process.exitCode = exitCodes.bug;
  },
);
