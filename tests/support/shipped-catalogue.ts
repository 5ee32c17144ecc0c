import { type CommonOptions, readCatalogue } from '../../src/commands/inputs.ts';
import { processIo } from '../../src/io.ts';

const commonOptions: CommonOptions = {
  language: 'de',
  questionnaires: [],
  date: '2026-11-23',
  quiet: false,
};

/** The questionnaires as they ship, read from their files. */
export const shippedCatalogue = await readCatalogue(commonOptions, processIo);
