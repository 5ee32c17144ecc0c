/** The text as somebody leaves it in their own editor (`VISUAL`, `EDITOR`); `undefined` where that cannot be started. */
export async function editText(text: string): Promise<string | undefined> {
  // Knows every encoding there is, and is hardly ever wanted.
  const { editAsync } = await import('@inquirer/external-editor');
  try {
    return (await editAsync(text)).trim();
  } catch {
    return undefined;
  }
}
