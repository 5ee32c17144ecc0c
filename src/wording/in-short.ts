const most = 3;

/** The first of some labels, and how many more there are, in words. */
export function inShort(labels: readonly string[], more: (count: number) => string): string {
  const rest = labels.length - most;
  const shown = labels.slice(0, most).join(', ');
  return rest > 0 ? `${shown} ${more(rest)}` : shown;
}

/** To stand behind something; nothing where there is nothing to say. */
export function inBrackets(text: string): string {
  return text === '' ? '' : ` (${text})`;
}
