import type { diffDe } from './diff-de.ts';

/** What `diff` says in English. */
export const diffEn: typeof diffDe = {
  title: 'What has changed, and why',
  compared: (old, oldDay, now, day) => `Compared: ${old} as of ${oldDay} with ${now} as of ${day}.`,
  nothing: 'No result and no finding has changed.',
  overall: 'Overall result',
  verdicts: 'Results',
  findings: 'Findings',
  unchangedOverall: (verdict) => `The overall result is still: ${verdict}.`,
  count: (count) => (count === 1 ? 'One finding has changed.' : `${count} findings have changed.`),
  byDateOnly: 'Nobody has changed anything; only time has passed.',
  changed: (from, to) => `From “${from}” to “${to}”`,
  appeared: (to) => `New, “${to}”`,
  vanished: (from) => `Gone, was “${from}”`,
  because: (change, cause) => `${change}, because ${cause}.`,
  together: (change) => `${change}; it takes several changes together, namely that`,
  eachAlone: (change) => `${change}; several changes interact. It would have been enough that`,
  astray: (cause, status) => `That ${cause} would alone have led to “${status}”.`,
  astrayGone: (cause) => `That ${cause} would alone have made it disappear.`,
  and: ' and that ',
  or: 'or that',
  alsoThat: 'and that',
  incomplete: (considered) =>
    `${considered} changes meet here, too many to try every combination. There may be further ways.`,
  noneFound: (change, considered) =>
    `${change}. ${considered} changes meet here, too many to try every combination. The reasons stand with the findings.`,
  cannotReplay: (title, recorded, current) =>
    `“${title}” was answered in version ${recorded} in the old assessment; both are evaluated by version ${current}. What the changed version brings about cannot be replayed like this. For questionnaires of your own, --questionnaires-old names the folder with the old version.`,
  oldDates: {
    flag: 'The old day is the one given with --date-old.',
    recorded: 'The old day is that of the old assessment.',
    same: 'The old file names no day; it is evaluated for the same day.',
  },
  withoutEffect: 'Changes without effect',
  withoutEffectHint: 'It makes no difference to any finding or result that',
  absent: 'not answered yet',
  noMessenger: 'not named yet',
  allConcerning: 'all that concern the use',
  causes: {
    answer: (question, from, to) => `the answer to “${question}” is now “${to}” instead of “${from}”`,
    answered: (question, to, before) => `“${question}” is now answered with “${to}” (before: ${before})`,
    gone: (question, from) => `the answer to “${question}” is now missing (before: “${from}”)`,
    notKnown: (question, from, reason) =>
      `the answer to “${question}” now counts as unknown: ${reason} (before: “${from}”)`,
    stillOpen: (question, before, after) => `“${question}” is still without an answer (${after}; before: ${before})`,
    choices: (question, added, removed) =>
      `in “${question}”, ${[...(added.length > 0 ? [`${added.map((one) => `“${one}”`).join(', ')} was added`] : []), ...(removed.length > 0 ? [`${removed.map((one) => `“${one}”`).join(', ')} was removed`] : [])].join(' and ')}`,
    expired: (question, day) => `the evidence for the answer to “${question}” expired on ${day}`,
    expiredNew: (question, day) => `evidence that expired on ${day} now belongs to the answer to “${question}”`,
    renewed: (question) => `no expired evidence belongs to the answer to “${question}” any more`,
    stillValid: (question) => `the evidence for the answer to “${question}” is still valid on the new day`,
    exceptionEnded: (requirement, day) => `the approved deviation from ${requirement} ended on ${day}`,
    exceptionStarts: (requirement, day) => `the approved deviation from ${requirement} begins on ${day} only`,
    exceptionRemoved: (requirement) => `the approved deviation from ${requirement} is no longer in the assessment`,
    exceptionBegan: (requirement, by, from, until) =>
      `a deviation from ${requirement}, approved by ${by}, is in force from ${from} to ${until}`,
    equivalentAdded: (requirement, measure) => `an equivalent measure is recorded for ${requirement} (“${measure}”)`,
    equivalentRemoved: (requirement, measure) =>
      `the equivalent measure for ${requirement} is no longer recorded (“${measure}”)`,
    choice: (from, to) => `other questionnaires are chosen now (${to}; before: ${from})`,
    messenger: (from, to) => `the messenger is now “${to}” instead of “${from}”`,
    questionnaire: (title, from, to) => `the questionnaire “${title}” is now in version ${to} instead of ${from}`,
    questionnaireRevised: (title, version) =>
      `the questionnaire “${title}” was changed, though its version is still ${version}`,
    questionnaireAdded: (title, version) => `the questionnaire “${title}” (version ${version}) was added`,
    questionnaireRemoved: (title) => `the questionnaire “${title}” is no longer there`,
    question: (question) => `the question “${question}” is now asked on other conditions`,
  },
  standardInputOnce: 'Standard input (-) can be read only once.',
  standardInputHint: 'Give one of the two assessments as a file.',
};
