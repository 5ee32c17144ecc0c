import type { Wording } from './wording.ts';

const install = 'npm install @myriaddreamin/typst-ts-node-compiler@0.7';

export const pdfEn: Wording['pdf'] = {
  missing: (name) => `PDF needs the package ${name}, which is not installed. It is large, and needed for nothing else.`,
  tooOld: (name) => `The installed package ${name} is too old: it cannot write PDF/UA.`,
  unusable: (name) => `The installed package ${name} cannot be loaded on this computer.`,
  install: `Install it, in the current folder: ${install} (with -g if messenger-check was installed so)`,
  tooLong: 'The memorandum is too long for a PDF.',
  tooLongHint: 'Do not paste long documents into notes and evidence, name them; or choose --format html or docx.',
  needsOutput: 'A PDF cannot be shown in the terminal.',
  needsOutputHint: 'Name a file, for example: --output memo.pdf',
};
