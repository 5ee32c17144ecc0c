#!/usr/bin/env node
'use strict';

async function run() {
  const { main, processIo } = require('../dist/index.cjs');
  process.exitCode = await main(process.argv.slice(2), processIo);
}

run().catch((error) => {
  // A part of the program could not be loaded. Node's own code would mean "impermissible".
  process.stderr.write(`messenger-check: ${error.code ? error.message : error.stack}\n`);
  process.exitCode = error.code ? 2 : 3;
});
