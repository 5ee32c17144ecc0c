import { capital } from '../domain/language.ts';
import { listed } from './listed.ts';
import type { memoDe } from './memo-de.ts';

/** What cannot wait where a use that should not be is there already. Art. 33(1) GDPR names the 72 hours. */
const atOnce =
  'at the same time, another channel is to be named, and it is to be checked whether personal data breaches have to be notified (to the authority as a rule within 72 hours, to data subjects where the risk is high; Articles 33, 34 GDPR).';

/** What makes up the memorandum: its head, chapters, annexes, and the brief on one page. */
export const memoEn: typeof memoDe = {
  depths: { brief: 'Brief', full: 'Memorandum', annex: 'Memorandum with annexes' },
  kinds: { brief: 'Brief memorandum', full: 'Memorandum', annex: 'Memorandum with annexes' },
  chapters: {
    facts: 'Facts',
    assessment: 'Assessment',
    result: 'Result',
    measures: 'Measures',
    attachments: 'Annexes',
    'co-signature': 'Sign-off',
  },
  annexNumber: (number) => `Annex ${number}`,
  head: {
    subject: 'Subject',
    reference: 'Reference',
    supervision: 'Competent authority',
    result: 'Result',
    reason: 'Reason',
    moreReasons: (count) => (count === 1 ? 'and one more' : `and ${count} more`),
    date: 'As of',
  },
  supervision: {
    byOwnership: (ofPublic, ofPrivate) => `if publicly run: ${ofPublic}; if privately run: ${ofPrivate}`,
    usuallyPrivate: (ofPublic, ofPrivate) => `${ofPrivate}; for public bodies only, ${ofPublic}`,
    church:
      'Data protection supervision of the church, where it applies data protection rules of its own (Art. 91 GDPR); which body that is has to be settled by church and territory. Without such rules, the state supervisory authority is competent',
    exemptions:
      'except for courts acting in their judicial capacity (Art. 55(3) GDPR); broadcasters come under rules of their own',
    recall: 'from general knowledge, not looked up',
    open: (dependsOn) => {
      const what = {
        sector: 'the kind of organisation',
        state: `the state in which ${dependsOn.includes('sector') ? 'it' : 'the organisation'} is based`,
      };
      return `still open; it depends on ${listed(
        dependsOn.map((one) => what[one]),
        'en',
      )}`;
    },
  },
  useOf: (messenger) => `Use of ${messenger}`,
  useOfUnnamed: 'Use of a messenger not named yet',
  fileNumber: (reference) => `file reference ${reference}`,
  assessedOn: (day) => `assessment of ${day}`,
  evaluatedOn: (day) => `evaluated as of ${day}`,
  factsIntro:
    'What is assessed is the use as described below. The facts were stated by the assessor; evidence is named where there is any.',
  context: 'The use in detail',
  unclear: (count) =>
    count === 0
      ? 'All questions that matter to the assessment have been answered.'
      : count === 1
        ? 'One point that matters has not been established; it is listed under “Measures”.'
        : `${count} points that matter have not been established; they are listed under “Measures”.`,
  assessmentIntro:
    'The use was measured against the following papers. For each requirement that is not fulfilled, or that cannot be judged yet, the finding, its place and how far it is substantiated are given. “Question catalogue” means what the program messenger-check has compiled; whatever comes from it and not from the source is called its assumption, conclusion or proposal.',
  toClarify: 'What remains to be established',
  attachmentsIntro: 'Attached are:',
  notAttached: (names) =>
    `Not attached are the annexes ${names.map((name) => `“${name}”`).join(', ')}. They are part of the version with annexes, which can be made of the same answer file.`,
  basedOn: (file, sha256) => `This memorandum is based on the answer file ${file} (SHA-256 ${sha256}).`,
  brief: {
    question: 'Question',
    answer: 'Answer',
    isUsePermissible: (messenger) => `Is the use of ${messenger} defensible for the following purpose?`,
    unnamed: 'a messenger not named yet',
    noUse: 'The purpose has not been stated yet.',
    reasons: 'Reasons',
    binding: (titles) => `Authoritative: ${titles.join('; ')}.`,
    stricter: (verdict, titles) =>
      titles.length === 1
        ? `One paper that only offers orientation here comes to a stricter result (“${verdict}”): ${titles.join('')}.`
        : `${titles.length} papers that only offer orientation here come to a stricter result (“${verdict}”): ${titles.join('; ')}.`,
    statement: (holding, details) =>
      `The competent authority itself has spoken on messengers; this does not count towards the result, and whoever decides has to weigh it: ${holding} (${details.join('; ')})`,
    doubts: 'How well the reasons are substantiated',
    unseen: (reported, recalled) => {
      const wanted = (labels: readonly string[]) =>
        `what ${listed(labels, 'en')} ${labels.length === 1 ? 'demands' : 'demand'}`;
      const parts = [
        ...(reported.length > 0 ? [`${wanted(reported)} has not been checked against the original`] : []),
        ...(recalled.length > 0 ? [`${wanted(recalled)} is not substantiated`] : []),
      ];
      return `${capital(parts.join('; '))}.`;
    },
    caveat: (labels, text) => `On ${listed(labels, 'en')}: ${text}`,
    noReasons: 'No requirement on which the result depends is violated, only partly fulfilled or open.',
    missing: (question) => `The answer is missing to: ${question}`,
    moreReasons: (count) =>
      count === 1
        ? 'One more deciding point is set out in the memorandum.'
        : `${count} more deciding points are set out in the memorandum.`,
    violatedBeside: (titles) => `Not fulfilled either, though the result does not depend on it: ${titles.join('; ')}.`,
    steps: 'What to do',
    advice: {
      impermissible: `On this assessment the messenger is not to be introduced in this form. Where it is used already, that use is to be ended or changed; ${atOnce}`,
      undetermined: 'The open points are to be settled before a decision is taken.',
      conditional:
        'The conditions are to be met before introduction. Where the messenger is used already, it is to be decided by when, and whether that use is suspended until then.',
      unclear:
        'The first thing to state is what kind of organisation it is and in which state it is seated: which papers are authoritative, and what is to be done, depends on that.',
      permissible: 'No conditions follow. If the use changes, it is to be assessed again.',
    },
    otherProduct: {
      impermissible: `According to this assessment, the messenger is not to be introduced for this purpose. Where it is used already, that use is to be ended; ${atOnce}`,
      conditional: 'With this product the objections cannot be removed entirely.',
    },
    nearest: {
      reached: () => '',
      'as-it-is': (verdict) => `The result “${verdict}” is reached if the open questions turn out well.`,
      'with-changes': (verdict) =>
        `The result “${verdict}” can be reached with this product; what has to change for it is set out in the memorandum under “Measures”.`,
      'other-product': (verdict) =>
        `The result “${verdict}” cannot be reached with this product, not even if all measures are carried out.`,
      'other-use': (verdict) =>
        `The result “${verdict}” can be reached for this purpose and this organisation neither by changes nor with another product.`,
      'given-up': () => '',
    },
    moreMeasures: (count) =>
      count === 1
        ? 'One more measure is set out in the memorandum.'
        : `${count} more measures are set out in the memorandum.`,
    moreThanConditions: (called, others) => {
      if (called === 0)
        return others === 1
          ? 'One more measure is set out in the memorandum; the overall result does not depend on it.'
          : `${others} more measures are set out in the memorandum; the overall result does not depend on them.`;
      const conditions = called === 1 ? 'one more measure' : `${called} more measures`;
      if (others === 0) return `For the conditions, the memorandum sets out ${conditions}.`;
      return `The memorandum sets out ${conditions} for the conditions, and ${others === 1 ? 'one' : others} without effect on the result.`;
    },
    measuresOfAll: (count) =>
      count === 1
        ? 'The memorandum sets out one measure; whether it is needed depends on which papers are authoritative.'
        : `The memorandum sets out ${count} measures by all papers that may apply; which of them are needed depends on which papers are authoritative.`,
    measuresInVain: {
      'other-product': (count) =>
        count === 1
          ? 'The measure in the memorandum changes nothing about that. Whether it is still needed with another messenger has to be assessed for that messenger.'
          : `The ${count} measures in the memorandum change nothing about that and are not listed here. Which of them are still needed with another messenger has to be assessed for that messenger.`,
      'other-use': (count) =>
        count === 1
          ? 'The one measure in the memorandum is not enough for it.'
          : `The ${count} measures in the memorandum are not enough for it.`,
    },
    responsible: 'Responsible',
    due: 'due',
    alternatives: 'Alternative',
    alternativesHint:
      'By the unchecked statements of the product profiles, the following among others are not ruled out (a shortlist, neither a result nor a recommendation):',
    noBetter: (undetermined, everywhere) =>
      undetermined === 0
        ? `With organisation and operation as they are, no messenger with a product profile leads to a better result${everywhere.length === 0 ? '' : `; decisive everywhere: ${everywhere.join(', ')}`}.`
        : `Whether another messenger leads to a better result is open: ${undetermined === 1 ? 'one' : undetermined} cannot be judged yet for want of statements; the others with a product profile lead to none, with the organisation as it is.`,
    existingAlternative: (question, answer, note) =>
      `${question} The answer given is “${answer}”${note === null ? '' : ` (note: “${note}”)`}.`,
    alternativesNotAsked:
      'Whether another messenger serves the purpose better has not been examined here. “messenger-check compare <file> --profiles --lang en” compares the same use with all product profiles.',
    open: 'What is open',
    nothingOpen: 'No question is open.',
    openInVain: (count) =>
      count === 1
        ? 'One question is open; however it turns out, the overall result stays as it is. It is set out in the memorandum.'
        : `${count} questions are open; however they turn out, the overall result stays as it is. They are set out in the memorandum.`,
    openRange: (worst, best) =>
      `Depending on how the open questions turn out, the overall result is “${worst}” at worst and “${best}” at best.`,
    openCount: (count) => (count === 1 ? 'One question is open:' : `${count} questions are open, among them:`),
    openFew: (count) => (count === 1 ? 'One question is open:' : `${count} questions are open:`),
    signature: 'Prepared by (name, date, signature)',
    signatureOf: (assessor) => `Prepared by: ${assessor} (date, signature)`,
    disclaimer: 'Not legal advice. Sources, the evidence for them and all findings are in the memorandum.',
  },
  template: {
    textOnly: (format) => `--template is for Markdown and HTML only, not for ${format}.`,
    textOnlyHint: 'Call it with --format html or --format markdown, or leave out --template.',
    folderHint:
      'Expected is a folder with report.html.hbs, report.md.hbs, report.css, or partials/<name>.html.hbs and .md.hbs.',
    none: (folder) => `${folder} contains no templates.`,
    didYouMean: 'Did you mean',
    possible: 'Possible are',
    problems: {
      syntax: {
        what: 'The template is not well formed: expected is Handlebars in which every {{…}} and every block {{#…}} is closed.',
        hint: 'Check this line and the block in which it stands.',
      },
      endless: {
        what: 'The template calls itself without end.',
        hint: 'Remove the call {{> …}} that leads back to this template.',
      },
      decorator: {
        what: 'Decorators {{* …}} are not available in templates.',
        hint: 'Put what is needed several times into a file of its own under partials, and call it with {{> name}}.',
      },
      misplaced: {
        what: 'There is no template of this name here.',
        hint: 'Expected are report.html.hbs, report.md.hbs, report.css, or partials/<name>.html.hbs and .md.hbs.',
      },
      unfit: {
        what: (message) => `The template cannot be filled: ${message}`,
        hint: 'Check that lists are gone through with {{#each}}, and that a partial gets the value it expects.',
      },
      'unknown-name': {
        what: (name) => `There is no value “${name}” in this place.`,
        hint: 'The names are in questionnaires/schema/report.schema.json; within a block, @root leads to the beginning, as in {{@root.title}}.',
      },
      'forbidden-name': {
        what: (name) => `“${name}” cannot be reached from templates.`,
        hint: 'Only the values of the report can: questionnaires/schema/report.schema.json.',
      },
      'raw-output': {
        what: (name) => `“${name}” cannot be printed as it is: what people typed stays text.`,
        hint: 'Use two braces instead of three, and no &.',
      },
      'unknown-partial': { what: (name) => `There is no partial “${name}”.` },
      'unknown-helper': { what: (name) => `There is no helper “${name}”.` },
      'unused-partial': {
        what: (name) => `The partial “${name}” replaces none that ships, and no template of your own calls it.`,
      },
      'out-of-place': {
        what: ({ partial, name }) => `The partial “${partial}” does not find the value “${name}” here, which it needs.`,
        hint: 'Call it where the template that ships does, or give it the whole report with {{> name @root}}.',
      },
    },
    option: 'folder with templates of your own (letterhead, signatures, order) that replace single ones that ship',
    depth: 'depth: brief (one page), full (the memorandum) or annex (with all answers, sources and digests)',
  },
};
