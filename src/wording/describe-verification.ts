import type { Language } from '../domain/language.ts';
import type { DifferentReport, IdenticalReport } from '../domain/verification.ts';
import { wordings } from './wording.ts';

/** The outcome in lines: what it is, then why. */
export function describeVerification(
  verification: IdenticalReport | DifferentReport,
  { name, language }: { readonly name: string; readonly language: Language },
): readonly string[] {
  const { verify: words } = wordings[language];
  const { version } = verification;
  if (verification.kind === 'identical') {
    const redacted = verification.redacted.map((id) => words.redactions[id]);
    return [
      words.identical(name),
      ...(redacted.length === 0 ? [] : [words.identicalRedacted(redacted)]),
      ...(verification.templates.length === 0 ? [] : [words.ownTemplates(verification.templates)]),
      ...(version === null ? [] : [words.sameWithOtherVersion(version.made, version.here)]),
      words.taken(verification.taken),
      words.digest(verification.sha256),
    ];
  }
  const { isAnswersChanged, changed, changedTemplates, versions, isReadable, difference } = verification;
  const isElsewhere = changed.length > 0 || changedTemplates.length > 0 || version !== null;
  return [
    words.differs(name),
    ...(isAnswersChanged ? [words.answersChanged] : []),
    ...(changed.length === 0 ? [] : [words.otherQuestionnaires]),
    ...changed.map((file) => `  - ${words.files[file.how](file.name)}`),
    ...(changedTemplates.length === 0 ? [] : [words.otherTemplates]),
    ...changedTemplates.map((file) => `  - ${words.templates[file.how](file.name)}`),
    ...versions.map(({ id, made, here }) => `  - ${words.otherVersion(id, made ?? words.none, here ?? words.none)}`),
    ...(version === null ? [] : [words.otherProgram(version.made, version.here)]),
    ...(isReadable ? [] : [words.notReadable]),
    ...(difference === null && isReadable ? [words.otherwiseSame] : []),
    ...(difference === null
      ? []
      : [
          ...(isAnswersChanged ? [] : [isElsewhere ? words.perhapsEdited : words.edited[difference.what]]),
          words.difference(
            difference.line,
            difference.section ?? words.places[difference.what === 'data' ? 'data' : 'head'],
          ),
          `  ${words.found}: ${difference.found}`,
          `  ${words.expected}: ${difference.expected}`,
        ]),
  ];
}
