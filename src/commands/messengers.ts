import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { buildProfile, type ShownProfile } from '../report/build-profile.ts';
import { loadTemplate, type TemplateName } from '../report/templates.ts';
import { formatDay } from '../wording/format-day.ts';
import { wordings } from '../wording/wording.ts';
import { type CommonOptions, findNamed, readCatalogue, writeMarkdown, writeResult } from './inputs.ts';

export interface MessengersOptions extends CommonOptions {
  readonly format: 'markdown' | 'json';
  readonly output?: string;
}

/** Prints every profile in a line: how much is known, and what is to be checked again. */
export async function listMessengers(options: MessengersOptions, io: Io): Promise<ExitCode> {
  const profiles = await shownProfiles(options, io);
  const proposals = ({ facts }: ShownProfile) =>
    facts.filter(({ standing }) => standing.id === 'proposed').flatMap(({ answers }) => answers).length;
  const rows = profiles.map((profile) => ({ ...profile, proposals: proposals(profile) }));
  return print({ profiles: rows }, 'profiles.md', options, io);
}

/** Prints every fact that is past its day of re-check. */
export async function listStaleFacts(options: MessengersOptions, io: Io): Promise<ExitCode> {
  const { language, date } = options;
  const profiles = await shownProfiles(options, io);
  const facts = profiles.flatMap(({ name, facts: all }) =>
    all.filter(({ standing }) => standing.id === 'stale').map((fact) => ({ messenger: name, ...fact })),
  );
  const nothing = wordings[language].messengers.nothingStale(formatDay(date, language));
  return print({ facts, nothing }, 'stale.md', options, io);
}

/** Prints what is known of one messenger, with sources. */
export async function showMessenger(id: string, options: MessengersOptions, io: Io): Promise<ExitCode> {
  const words = wordings[options.language];
  const catalogue = await readCatalogue(options, io);
  const profile = findNamed(id, catalogue.profiles, { missing: words.errors.noProfile, hint: words.errors.knownHint });
  return print(buildProfile(profile, { ...options, catalogue, words }), 'profile.md', options, io);
}

async function shownProfiles(options: MessengersOptions, io: Io): Promise<readonly ShownProfile[]> {
  const catalogue = await readCatalogue(options, io);
  const words = wordings[options.language];
  return [...catalogue.profiles.values()].map((profile) => buildProfile(profile, { ...options, catalogue, words }));
}

async function print(shown: object, template: TemplateName, options: MessengersOptions, io: Io): Promise<ExitCode> {
  const words = wordings[options.language];
  if (options.format === 'json') await writeResult(`${JSON.stringify(shown, null, 2)}\n`, options, io);
  else await writeMarkdown(loadTemplate(packageRoot, template)({ ...shown, words }), options, io);
  return exitCodes.good;
}
