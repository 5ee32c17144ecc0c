import type { diffDe } from './diff-de.ts';
import { listed } from './listed.ts';

/** What `diff` says in English. */
export const diffEn: typeof diffDe = {
  title: 'What has changed, and why',
  compared: (old, oldDay, now, day) => `Compared: ${old} as of ${oldDay} with ${now} as of ${day}.`,
  nothing: 'No result and no finding has changed.',
  overall: 'Overall result',
  resultOn: (title) => `Result under ${title}`,
  overallChanged: {
    worse: (from, to) => `The overall result is worse than before: “${to}” instead of “${from}”.`,
    better: (from, to) => `The overall result is better than before: “${to}” instead of “${from}”.`,
    opened: (from, to) => `The overall result “${from}” no longer holds; it is now “${to}”.`,
    settled: (from, to) => `The overall result is now “${to}”; before, it was “${from}”.`,
    same: (verdict) => `The overall result is still “${verdict}”.`,
  },
  count: (count) => (count === 1 ? 'One finding has changed.' : `${count} findings have changed.`),
  byDateOnly: 'Nobody has changed anything; only time has passed.',
  changed: (label, from, to) => `${label}: from “${from}” to “${to}”`,
  appeared: (label, to) => `${label}: new, “${to}”`,
  vanished: (label, from) => `${label}: gone, was “${from}”`,
  because: (cause) => `Because ${cause}, this changes:`,
  together: 'It takes several changes together to bring this about, none of which suffices alone, namely that',
  indispensable:
    'Several changes together bring this about; without any one of them, the others would not suffice. It is meant that',
  eachAlone: 'Less than what has changed would have brought this about; it would have been enough that',
  astray: (cause, status) => `That ${cause} would alone have led to “${status}”.`,
  astrayGone: (cause) => `That ${cause} would alone have made it disappear.`,
  undoing: (causes) => `That ${causes} would have undone this again; another change makes up for it.`,
  and: ' and that ',
  or: 'or that',
  alsoThat: 'and that',
  numbered: (clause, number) => `${clause} (${number})`,
  numberedFirst: (clause, number) => `(${number}) that ${clause}`,
  incomplete: (considered, triedUpTo) =>
    triedUpTo === 0
      ? `${considered} changes come into question here, too many to compute every combination. The combination given is proven to suffice; there may be others, and other changes may work against it.`
      : `${considered} changes come into question here, too many to compute every combination. ${triedUpTo === 1 ? 'Only each by itself was computed' : `Only combinations of up to ${triedUpTo} were all computed`}; there may be others that suffice, and other changes may work against them.`,
  undoingUntried: (labels) =>
    `Whether other changes work against what is said here has not been fully computed for: ${labels}.`,
  cannotReplay: (title, recorded, current) =>
    `${title} was answered in version ${recorded} in the old assessment; both are evaluated by version ${current}. What the changed version brings about cannot be replayed like this; with --questionnaires-old and the folder of the earlier questionnaires it can.`,
  deciding: (count) => (count === 1 ? 'one requirement decides' : `${count} requirements decide`),
  basisChanged: (before, after) =>
    `The overall result rests on something else than before; then: ${before}, now: ${after}.`,
  oldDates: {
    flag: 'The old day is the one given with --date-old.',
    recorded: 'The old day is that of the old assessment.',
    same: 'The old file names no day; it is evaluated for the same day.',
    capped: 'The day of the old assessment is later than the new day; it is evaluated for the same day.',
  },
  details: 'The numbered changes in detail',
  offset: 'Changes that others make up for',
  offsetHint:
    'These changes have none of the effects named. Yet alone, or without them, some things would be different. They are that',
  withoutEffect: 'Changes without effect',
  withoutEffectHint: 'Nothing changes by it alone, and nothing would be different if it were taken back, namely that',
  absent: 'not answered yet',
  noMessenger: 'not named yet',
  allConcerning: 'all that concern the use',
  causes: {
    answer: (question, from, to) => `the answer to ${question} is now ${to} instead of ${from}`,
    answerShort: (question) => `the answer to ${question} is not what it was before`,
    answered: (question, to, before) => `${question} is now answered with ${to} (${before})`,
    answeredShort: (question) => `${question} is now answered`,
    gone: (question, from) => `the answer to ${question} is now missing (before: ${from})`,
    goneShort: (question) => `the answer to ${question} is now missing`,
    notKnown: (question, from, reason) => `${question} is now without an answer (${reason}; before: ${from})`,
    notKnownShort: (question) => `${question} is now without an answer`,
    stillOpen: (question, before, after) => `${question} is still without an answer (${after}; before: ${before})`,
    before: (text) => `before: ${text}`,
    choices: (question, added, removed) =>
      `in ${question}, ${[
        ...(added.length > 0 ? [`${listed(added, 'en')} ${wasOrWere(added)} added`] : []),
        ...(removed.length > 0 ? [`${listed(removed, 'en')} ${wasOrWere(removed)} removed`] : []),
      ].join(' and ')}`,
    expired: (question, proof, day) =>
      `the evidence ${proof} for the answer to ${question} was valid until ${day} only and has expired`,
    expiredNew: (question, proof, day) =>
      `the evidence ${proof}, which was valid until ${day} only and has expired, now belongs to the answer to ${question}`,
    renewed: (question) => `no expired evidence belongs to the answer to ${question} any more`,
    stillValid: (question) => `the evidence for the answer to ${question} is still valid on the new day`,
    exceptionEnded: (requirement, day) => `the approved deviation from ${requirement} ended on ${day}`,
    exceptionStarts: (requirement, day) => `the approved deviation from ${requirement} begins on ${day} only`,
    exceptionRemoved: (requirement) => `the approved deviation from ${requirement} is no longer in the assessment`,
    exceptionBegan: (requirement, by, from, until) =>
      `a deviation from ${requirement}, approved by ${by}, is in force from ${from} to ${until}`,
    equivalentAdded: (requirement, measure) => `an equivalent measure is recorded for ${requirement} (${measure})`,
    equivalentRemoved: (requirement, measure) =>
      `the equivalent measure for ${requirement} is no longer recorded (${measure})`,
    choice: (from, to) => `other questionnaires are chosen now (${to}; before: ${from})`,
    choiceShort: 'other questionnaires are chosen now',
    messenger: (from, to) => `the messenger is now ${to} (before: ${from})`,
    questionnaire: (title, from, to) => `the questionnaire ${title} is now in version ${to} instead of ${from}`,
    questionnaireRevised: (title, version) =>
      `the questionnaire ${title} was changed, though its version is still ${version}`,
    questionnaireAdded: (title, version) => `the questionnaire ${title} (version ${version}) was added`,
    questionnaireRemoved: (title) => `the questionnaire ${title} is no longer there`,
    question: (question) => `the question ${question} is now asked on other conditions`,
  },
  reversed: (old, day) => `--date-old (${old}) is later than the day of the new assessment (${day}).`,
  reversedHint: 'Name the older assessment first, then the newer one.',
  standardInputHint: 'Give one of the two assessments as a file.',
};

function wasOrWere({ length }: readonly string[]): string {
  return length === 1 ? 'was' : 'were';
}
