import { editAsync } from '@inquirer/external-editor';

/** The text as somebody leaves it in their own editor (`VISUAL`, `EDITOR`); `undefined` where that cannot be started. */
export async function editText(text: string): Promise<string | undefined> {
  try {
    return (await editAsync(text)).trim();
  } catch {
    return undefined;
  }
}
