import { duration, type evaluateDe } from './evaluate-de.ts';

/** What is said on the evaluation of many files. */
export const evaluateEn: typeof evaluateDe = {
  paths: 'answer files, folders, patterns (in quotes), .ndjson, - for standard input',
  format: (known) =>
    `output format, with :file into a file; can be repeated: terminal (a single file), ${known.join(', ')}`,
  jobs: 'number of workers at a time (otherwise as many as cores, none for few files)',
  shard: 'only this part of the files, such as 3/8; they are parted by their content',
  cache: 'do not evaluate unchanged files again; keep results in this folder',
  cannotReadHint: 'Check the path and the read permission.',
  noMatch: (pattern) => `No file matches the pattern ${pattern}.`,
  noMatchHint: 'Check pattern and folder: * stands for anything within a folder, ** for all folders below.',
  notAFile: (file) => `${file} is no file but a pipe, a device or a socket.`,
  notAFileHint: 'Take it out of the folder, or name it to read from it.',
  folderNamedLikeFile: (file) => `${file} is a folder, though it is called like an answer file.`,
  folderNamedLikeFileHint: 'Rename it, or name it to evaluate the files in it.',
  leadsOut: (file) => `${file} is a link that leads out of the folder that was named; it is not followed.`,
  leadsOutHint: 'To evaluate where it leads as well, name the link or its target.',
  isResult: (file) => `${file} is a result of messenger-check, not an answer file.`,
  isResultHint: 'Keep it in another folder; rows (ndjson) are summed up by: messenger-check summary <file>',
  nothingFound: (names) => `No answer files in: ${names.join(', ')}`,
  nothingFoundHint: 'Looked for are *.yaml, *.yml and *.json, in folders below as well, but not in hidden ones.',
  badFormat: (found) => `There is no format ${found} here.`,
  badFormatHint: (known) => `Possible are: terminal, ${known.join(', ')}, each with a file if wanted: json:result.json`,
  terminalIsOne: 'The findings one by one (terminal) are there for a single file only, and in no other format beside.',
  terminalIsOneHint: 'For many files: --format table',
  twoToOutput: 'Two formats on standard output would be a muddle.',
  twoToOutputHint: 'Write all but one into files: --format json:result.json',
  sameOutput: (file) => `Two formats are to go into one file: ${file}`,
  sameOutputHint: 'Give each format a file of its own.',
  outputIsInput: (file) => `${file} is one of the files to evaluate and is not written over.`,
  outputIsInputHint: 'Give the result another name or another folder.',
  outputNeedsOne: '--output needs a single format without a file of its own.',
  outputNeedsOneHint: 'For several: --format csv:result.csv --format junit:result.xml',
  cacheHint: 'Name a folder with --cache that can be written to.',
  badJobs: (found) => `--jobs expects a number from 1 to 256, found: ${found}`,
  badJobsHint: 'Without --jobs it is the number of cores.',
  badShard: (found) => `--shard expects part/parts, found: ${found}`,
  badShardHint: 'Example: --shard 3/8 for the third of eight parts',
  progress: ({ done, total, perSecond, secondsLeft }) => {
    const n = (count: number) => count.toLocaleString('en-GB');
    const rate = `${n(perSecond)}/s`;
    if (total === undefined) return `${n(done)} files, ${rate}`;
    return `${n(done)} of ${n(total)} files (${Math.floor((100 * done) / total)}%), ${rate}, ${duration(secondsLeft)} left`;
  },
  broken: (broken, rows) =>
    `${broken.toLocaleString('en-GB')} of ${rows.toLocaleString('en-GB')} files could not be evaluated; exit code 2.`,
  interrupted: (done, total) =>
    total === undefined
      ? `Interrupted after ${done.toLocaleString('en-GB')} files. Their results are complete.`
      : `Interrupted after ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} files. Their results are complete.`,
};
