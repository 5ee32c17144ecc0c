import type { Assessment } from '../domain/assessment.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { verdictInterval } from '../evaluate/verdict-interval.ts';
import { productOnly, withProfile } from '../evaluate/with-profile.ts';
import { bestFirst, type Compared } from '../report/build-comparison.ts';
import { messengerName } from '../wording/describe-fact.ts';
import { wordings } from '../wording/wording.ts';
import { type CommonOptions, findNamed } from './inputs.ts';

/** The same use with every other messenger that has a profile, or those named; best verdict first. Throws `UserError`. */
export function alternativesTo(
  assessment: Assessment,
  {
    catalogue,
    ids,
    language,
    date,
  }: Pick<CommonOptions, 'language' | 'date'> & { readonly catalogue: Catalogue; readonly ids: readonly string[] },
): readonly Compared[] {
  const { errors } = wordings[language];
  // The messenger that was assessed is no alternative to itself.
  const others = [...catalogue.profiles.keys()].filter((id) => id !== assessment.subject.messenger);
  const profiles = (ids.length > 0 ? ids : others).map((id) =>
    findNamed(id, catalogue.profiles, { missing: errors.noProfile, hint: errors.knownHint }),
  );
  return bestFirst(
    profiles.map((profile) => {
      const other = withProfile(assessment, profile, { questions: catalogue.questions, day: date });
      const label = messengerName(profile, catalogue, language);
      return withProductAlone(other, { id: profile.id, label, catalogue, date });
    }),
  );
}

/** The assessment itself, to stand among its alternatives with what was answered about its own messenger. */
export function asAssessed(
  assessment: Assessment,
  {
    id,
    catalogue,
    language,
    date,
  }: Pick<CommonOptions, 'language' | 'date'> & { readonly id: string; readonly catalogue: Catalogue },
): Compared {
  const { comparison, report } = wordings[language];
  const { product, messenger } = assessment.subject;
  const profile = catalogue.profiles.get(messenger ?? '');
  const name = (profile && messengerName(profile, catalogue, language)) ?? product ?? report.untitledMessenger;
  return withProductAlone(assessment, { id, label: comparison.asAssessed(name), catalogue, date });
}

interface Naming {
  readonly id: string;
  readonly label: string;
  readonly catalogue: Catalogue;
  readonly date: string;
}

/** An assessment under a name, evaluated. */
export function evaluated(assessment: Assessment, { id, label, catalogue, date }: Naming): Compared {
  const evaluation = evaluate(catalogue, assessment, date);
  return { id, label, evaluation, interval: verdictInterval(catalogue, evaluation) };
}

function withProductAlone(assessment: Assessment, naming: Naming): Compared {
  const { catalogue, date } = naming;
  const alone = evaluate(catalogue, productOnly(assessment, catalogue), date);
  return { ...evaluated(assessment, naming), productOnly: alone };
}
