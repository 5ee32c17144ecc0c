#!/usr/bin/env node
try {
  const { main, processIo } = await import('../dist/index.js');
  process.exitCode = await main(process.argv.slice(2), processIo);
} catch (error) {
  // A part of the program could not be loaded. Node's own code would mean "impermissible".
  process.stderr.write(`messenger-check: ${error.code ? error.message : error.stack}\n`);
  process.exitCode = error.code ? 2 : 3;
}
