import { wrapAnsi } from 'fast-wrap-ansi';
import { typedReasons } from '../domain/answer.ts';
import type { Wording } from '../wording/wording.ts';
import type { AnswerForm, AnswerFormQuestion, SubjectLine } from './build-answer-form.ts';
import type { ConditionLine } from './describe-condition.ts';
import type { Labelled } from './report.ts';

const longestLine = 100;

/** The form as an answer file: all that explains is a comment, all that is to be filled in a key without a value. */
export function renderAnswerForm(form: AnswerForm, words: Wording): string {
  const { answerForm } = words;
  const lines = [
    ...comment(answerForm.heading, ''),
    ...comment(reasons(words), ''),
    ...comment(['', ...answerForm.ending, ...(form.about === null ? [] : ['', answerForm.about(form.about)])], ''),
    '',
    `format: ${form.format}`,
    '',
    'subject:',
    ...form.subject.flatMap((line) => subjectLine(line, words)),
    ...questionnaireLines(form, words),
    '',
    'answers:',
    ...form.sections.flatMap(({ title, questions }) => [
      '',
      ...banner(title),
      ...questions.flatMap((question) => ['', ...questionLines(question, words)]),
    ]),
    ...(form.about === null ? signOffLines(words) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function reasons({ unknownReasons }: Wording): readonly string[] {
  return typedReasons.map((id) => `    ${id} = ${unknownReasons[id]}`);
}

function subjectLine({ field, label, choices, value }: SubjectLine, { answerForm }: Wording): readonly string[] {
  const hint = choices.length > 0 ? [answerForm.hints.choice] : [];
  return [...comment([label, ...hint, ...choiceLines(choices)]), `  ${field}:${value === '' ? '' : ` ${value}`}`];
}

function questionnaireLines({ questionnaires, isChosen }: AnswerForm, { answerForm }: Wording): readonly string[] {
  const entries = questionnaires.map(({ id, version, title }) => ({
    entry: `  ${id}: ${JSON.stringify(version)}`,
    title,
  }));
  return [
    '',
    ...comment([isChosen ? answerForm.chosen : answerForm.offered], ''),
    'questionnaires:',
    // A title may be anybody's: it stays on its line.
    ...entries.flatMap(({ entry, title }) => [...comment([title]), isChosen ? entry : entry.replace('  ', '  #')]),
  ];
}

/** The sign-off, all commented out: most files are made long before it. */
function signOffLines({ verify }: Wording): readonly string[] {
  const keys = { opinion: '{ by: , date: , text: }', staffCouncil: '{ date: , text: }' };
  const lines = ['signOff:', `  opinion: ${keys.opinion}`, `  decision: ${keys.opinion}`];
  return [
    '',
    ...comment(verify.signOffForm, ''),
    ...[...lines, `  staffCouncil: ${keys.staffCouncil}`, '  nextReview:'].map((line) => `#${line}`),
  ];
}

function banner(title: string): readonly string[] {
  const rule = `  # ${'-'.repeat(longestLine - 4)}`;
  return [rule, ...comment([title]), rule];
}

function questionLines(question: AnswerFormQuestion, { answerForm }: Wording): readonly string[] {
  const { text, help, evidence, askWhen, each, hint, choices, exclusive, allowsNotApplicable, keys } = question;
  const explained = [
    text,
    '',
    help,
    `${answerForm.evidence}: ${evidence}`,
    ...(askWhen === null ? [] : conditionLines({ ...askWhen, text: `${answerForm.askWhen}: ${askWhen.text}` })),
    ...(each === null ? [] : [each]),
    allowsNotApplicable ? `${hint} ${answerForm.notApplicable}` : hint,
    ...choiceLines(choices),
    ...exclusive.map((ids) => answerForm.atMostOneOf(ids.join(', '))),
  ];
  return [
    ...comment(explained),
    ...keys.map(({ id, label }) => `  ${id}:${label === '' ? '' : ` # ${oneLine(label)}`}`),
  ];
}

function conditionLines({ text, parts }: ConditionLine, indent = ''): readonly string[] {
  const bullet = indent === '' ? '' : '- ';
  return [`${indent}${bullet}${text}`, ...parts.flatMap((part) => conditionLines(part, `${indent}  `))];
}

function choiceLines(choices: readonly Labelled<string>[]): readonly string[] {
  return choices.map(({ id, label }) => `  ${id} = ${oneLine(label)}`);
}

/** Comment lines; what is indented goes on further in where it does not fit. */
function comment(texts: readonly string[], indent = '  '): readonly string[] {
  return texts.flatMap((text) => {
    const inset = /^ */.exec(text)?.[0] ?? '';
    const width = longestLine - indent.length - '# '.length - inset.length;
    const hanging = inset === '' ? '' : '  ';
    const [first = '', ...more] = wrapAnsi(oneLine(text), width - hanging.length).split('\n');
    return [`${inset}${first}`, ...more.map((line) => `${inset}${hanging}${line}`)].map((line) =>
      `${indent}# ${line}`.trimEnd(),
    );
  });
}

/** No line break in a text may end a comment. */
function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
