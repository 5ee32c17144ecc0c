import type { Change } from '../../src/domain/with-change.ts';
import { toFileValue } from '../../src/load/edit-assessment.ts';

/** A form as somebody fills it in with an editor: every value behind its colon, in braces, the comments left alone. */
export function fillForm(form: string, changes: readonly Change[]): string {
  return changes.reduce((text, change) => {
    if (change.kind !== 'answer' && change.kind !== 'subject')
      throw new Error(`a form has no place for ${change.kind}`);
    const [key, value] =
      change.kind === 'answer' ? [change.key, toFileValue(change.answer)] : [change.field, change.value];
    const line = new RegExp(`^  ${key}:(?: (?!#).*?)?( #.*)?$`, 'm');
    if (!line.test(text)) throw new Error(`the form has no line for ${key}`);
    return text.replace(line, (_, comment = '') => `  ${key}: ${JSON.stringify(value)}${comment}`);
  }, form);
}
