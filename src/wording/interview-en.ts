import { inBrackets } from './in-short.ts';
import type { interviewDe } from './interview-de.ts';

/** What the interview says in English. */
export const interviewEn: typeof interviewDe = {
  intro: (file) => [
    'messenger-check asks what the supervisory authorities want to know about messengers.',
    `Every answer is saved at once to ${file}.`,
    'You can stop at any time (q or Ctrl+C); the next call goes on from there.',
    'What nobody knows stays open: that is neither a defect nor a free pass.',
  ],
  resumed: (file, answered) =>
    `Going on with ${file}: ${answered === 1 ? 'one answer is' : `${answered} answers are`} there already.`,
  newVersions: (titles) =>
    `Questionnaires have changed since this assessment: ${titles.join('; ')}. Only what is new or no longer fits is asked.`,
  takenOver: (file, count) => `${file}: ${count === 1 ? 'one statement' : `${count} statements`} taken over.`,
  takeOverConflict: (key, here, there) =>
    `Not taken over, as it is answered differently here: ${key} (here ${here}, there ${there}).`,
  revisit: (count) =>
    count === 1
      ? 'All questions have been asked, one answer is still unknown. Ask again now?'
      : `All questions have been asked, ${count} answers are still unknown. Ask again now?`,
  contextSection: 'The use',
  progress: (section, left) => `${section} · ${left} ${left === 1 ? 'question' : 'questions'} left`,
  isOpen: 'result still open',
  isBetween: (worst, best) => `result between “${worst}” and “${best}”`,
  isSettled: (verdict, reasons) => `already settled: ${verdict}${inBrackets(reasons)}`,
  settled: (verdict, reasons, left) =>
    `The result is settled already: ${verdict}${inBrackets(reasons)}. ${left === 1 ? 'One question' : `${left} questions`} can only add reasons. Go on asking?`,
  moot: (questions) =>
    `${questions.length === 1 ? 'With this answer, one question that is answered already no longer arises' : `With this answer, ${questions.length} questions that are answered already no longer arise`}:\n${questions.map((text) => `– ${text}`).join('\n')}\nNothing is lost: what is answered stays in the file and counts again as soon as its question arises again. Answer like this?`,
  actions: {
    accept: { key: 'p', label: 'accept the proposal' },
    unknown: { key: 'd', label: 'don’t know' },
    'not-applicable': { key: 'x', label: 'does not apply' },
    later: { key: 'l', label: 'later' },
    back: { key: 'b', label: 'back' },
    note: { key: 'n', label: 'note' },
    evidence: { key: 'e', label: 'evidence' },
    help: { key: 'h', label: 'help' },
    go: { key: 'g', label: 'go to section' },
    overview: { key: 'o', label: 'overview' },
    editor: { key: 'v', label: 'write in my own editor' },
    quit: { key: 'q', label: 'quit' },
  },
  actionsQuestion: 'What instead?',
  goQuestion: 'To which section?',
  section: (title, left) => `${title} (${left === 0 ? 'answered' : `${left} open`})`,
  overviewQuestion: 'All questions with their answers. Which one to go to?',
  answered: { yes: 'answered', no: 'open' },
  askedBecause: {
    new: 'New: the present version of the questionnaire asks this, or it was not answered yet.',
    'evidence-expired': 'Asked again, as a proof has expired. The answer therefore counts as open.',
    'no-longer-fits':
      'Asked again, as the earlier answer no longer fits the present version of the question. Note and evidence stay.',
  },
  pastEvidence: ({ text, validUntil }) => `Earlier evidence, valid until ${validUntil ?? ''}: ${text}`,
  stepHelp: {
    subject: 'It stands at the head of the memorandum. What is optional may stay empty.',
    scope:
      'Proposed are the papers that concern the use as described. Only those that are authoritative for this organisation decide the overall result; the others give orientation. Where none is authoritative, they serve as the yardstick; the result is then not one that the competent authority has laid down.',
    proposals:
      'The proposals come from the product profile, with source and date. What you accept is marked as accepted, and counts only until the day on which the fact has to be checked again.',
  },
  subjectQuestions: {
    organisation: 'Which organisation is assessed?',
    use: 'What is the messenger to be used for?',
    product: 'Product and version in detail?',
    reference: 'File reference?',
    assessor: 'Who carries out this assessment?',
  },
  subjectExamples: {
    organisation: 'Stadt Musterhausen',
    use: 'Citizens’ enquiries to the citizens’ office',
    product: 'WhatsApp for Android 2.26, official phone of the citizens’ office',
    reference: 'DPO-2026-014',
    assessor: 'Data protection officer',
  },
  example: (text, isOptional) => `e.g. ${text}${isOptional ? '; optional, Enter skips' : ''}`,
  scopeQuestion: 'Which papers are to be evaluated?',
  otherMessenger: (count) =>
    count === 1
      ? 'One answer on the product was given for the messenger before. Please check it again; the overview leads to it.'
      : `${count} answers on the product were given for the messenger before. Please check them again; the overview leads to them.`,
  moreConcern: (titles) =>
    `By this answer, more comes into play: ${titles}. So the choice of papers is asked once more.`,
  scopeAccept: 'Those named',
  scopeChange: 'Change the selection …',
  proposalTitle: (messenger) => `From the product profile ${messenger}`,
  proposalNotTaken: {
    proposed: '',
    hint: 'as a hint only, not as a proposal: the fact is too uncertain for that, or changes too fast',
    stale: 'out of date, no longer proposed: the fact has to be checked again',
  },
  proposalAccept: (answer) => `Accept the proposal: ${answer}`,
  proposalEvidence: (messenger, fact, sources) =>
    `Product profile ${messenger}, accepted and not checked separately: ${fact}${sources === '' ? '' : ` Sources: ${sources}`}`,
  proposalsQuestion: (count, messenger) =>
    `On ${count} questions of this section the product profile ${messenger} has proposals. Accept them?`,
  proposalsAll: 'Accept all',
  proposalsSome: 'Choose …',
  proposalsNone: 'Ask one by one',
  factSource: 'Source',
  dontKnow: 'I don’t know …',
  notApplicable: 'Does not apply …',
  earlier: 'Answer so far',
  alsoQuestion: 'For which of these does the same answer hold? (tick none: only for this one)',
  reasonQuestion: 'Why is the answer not known?',
  reasonChoices: {
    'not-known-yet': 'It is not known yet',
    'asked-provider': 'The provider has been asked',
    'provider-silent': 'The provider gives no information on it',
    'asked-colleagues': 'Another department has been asked',
    'to-be-checked': 'It still has to be checked',
  },
  notApplicableQuestion: 'Why does the question not apply?',
  noteQuestion: 'Note',
  evidenceTitle: 'Evidence',
  evidenceQuestion: 'Which evidence?',
  evidenceAdd: 'Add a piece of evidence',
  evidenceChange: (proof) => `Change: ${proof}`,
  evidenceRemove: (proof) => `Remove: ${proof}`,
  evidenceText: 'What proves the answer? (document, page or section, web address)',
  evidenceDate: 'What is its date? (optional, YYYY-MM-DD)',
  evidenceValidUntil: 'Until which day does it count? After that the answer is open again. (optional)',
  needsText: 'Please enter something.',
  needsMoreThanLetter: 'A letter alone says too little. For a command: Esc, with --accessible a slash before it (/h).',
  needsDay: 'Please enter a day as YYYY-MM-DD, for example 2026-11-23.',
  needsLaterDay: (day) => `The day must not be before ${day}.`,
  needsNumber: 'Please enter a number, for example 30.',
  noEditor: 'The editor could not be started. The environment variable VISUAL or EDITOR says which one it is to be.',
  helpTitle: 'Explanation',
  whyTitle: 'Why it is asked',
  evidenceHint: 'Good evidence',
  readBy: 'These requirements read the answer',
  requirements: (count) => `${count} requirements`,
  keysPick: '↑↓ or number moves · Enter selects · Ctrl+C saves and quits',
  keysTick: '↑↓ or number moves · Space ticks · Enter confirms · Ctrl+C saves and quits',
  nothingTicked: 'Nothing is ticked; the space bar does that. If really none of these holds, press Enter once more.',
  tickSomething: (unknownKey) =>
    `Nothing is ticked; the space bar does that. At least one holds; if it is not known which, press ${unknownKey}.`,
  excludeEachOther: (choices) =>
    `These cannot all hold: ${choices.map((one) => `“${one}”`).join('; ')}. Please leave out what does not.`,
  keysType: 'Enter confirms · Ctrl+O opens the editor',
  keysMore: 'Esc shows what else can be done',
  keysOut: 'Esc cancels',
  leftOut: 'left out',
  plainPick: (initial) => `Enter a number${initial === undefined ? '' : `; an empty line leaves it at ${initial}`}.`,
  plainAgain: 'A ? names what can be entered once more.',
  plainTick: (hasTicked, canBeNone) =>
    `Enter numbers with commas${canBeNone ? ', 0 for none' : ''}${hasTicked ? '; an empty line leaves it as it is' : ''}.`,
  plainTicked: 'ticked',
  plainType: (hasInitial) =>
    `Enter a text${hasInitial ? '; an empty line leaves it as it is, a hyphen alone (-) removes it' : ''}. A slash alone shows what else can be done, /v opens the editor.`,
  plainCommands: (commands) =>
    `Or a command, with a slash before it where a text is asked for (/h instead of h): ${commands}.`,
  plainNeedsNumber: (count, hasLetters) =>
    `Please enter a number from 1 to ${count}${hasLetters ? ', or one of the letters' : ''}.`,
  plainNeedsNumbers: (count, canBeNone) =>
    `Please enter numbers from 1 to ${count}, with commas between them${canBeNone ? ', or 0 for none' : ''}.`,
  plainDone: (question, answer) => `Saved: ${question} Answer: ${answer}`,
  yes: 'Yes',
  no: 'No',
  added: 'Saved.',
  reviewQuestion: 'Anything to add?',
  reviewDone: 'No, that is all',
  reviewOpen: (count) => `See the open points: who has to find out what (${count})`,
  reviewMeasures: (count, planned) => `Measures: enter who is responsible and by when (${planned} of ${count} entered)`,
  reviewEquivalent: 'Enter an equivalent measure: what is done instead',
  reviewException: 'Enter a deviation that somebody has approved for a time',
  reviewWhich: 'For which requirement?',
  measureTitle: 'Measure',
  responsible: 'Who is responsible? (optional)',
  due: 'By when? (optional, YYYY-MM-DD)',
  measureNote: 'A note on the measure? (optional)',
  equivalentMeasure: 'What is done instead?',
  equivalentEvidence: 'What proves that this achieves as much?',
  exceptionReason: 'Why is the deviation accepted?',
  exceptionBy: 'Who has approved it?',
  exceptionFrom: 'From which day does it hold?',
  exceptionUntil: 'Until which day, inclusive?',
  interrupted: (file, again) =>
    `Interrupted. All answers are saved in ${file}.\nGo on with: messenger-check assess ${again} --lang en`,
  interruptedEmpty: 'Interrupted before anything was answered. No file was created.',
  stopped: ({ file, left, again }) =>
    `Saved in ${file}. ${left === 1 ? 'One question is' : `${left} questions are`} still open.\nGo on with: messenger-check assess ${again} --lang en`,
  isFirst: 'This is the first question; none comes before it.',
  finished: 'All questions have been asked.',
  postponed: (count) => (count === 1 ? 'One question was postponed.' : `${count} questions were postponed.`),
  next: (again) =>
    `Why, and what would have to change:\n  messenger-check explain ${again} --lang en\nThe same use with other messengers:\n  messenger-check compare ${again} --profiles --lang en\nWrite the memorandum:\n  messenger-check report ${again} --format html --output memo.html --lang en`,
  fileHeading: [
    'Assessment of a messenger with messenger-check. This file is yours: edit it by hand,',
    'put it under version control, pass it on. Comments and order are kept.',
  ],
};
