import { createPrompt, isEnterKey, useEffect, useKeypress, useRef, useState } from '@inquirer/core';

/** A line of text that may hold several: what is pasted stays together. */
export interface TextConfig {
  /** What stands above the text, as it is to be seen. */
  readonly head: string;
  readonly initial: string;
  /** What is wrong with a text, or `undefined`. */
  readonly mistakeIn: (text: string) => string | undefined;
  readonly foot: string;
  readonly style: { readonly prompt: string; readonly lineEnd: string; readonly mistake: (text: string) => string };
}

export type TextResult =
  | { readonly kind: 'taken'; readonly text: string }
  | { readonly kind: 'editor'; readonly text: string }
  | { readonly kind: 'escape' };

/** Stands for a line end while the text is edited on one line; readline would take a real one for the Enter key. */
const lineSeparator = '\u2028';

export const textPrompt = createPrompt<TextResult, TextConfig>((config, done) => {
  const [text, setText] = useState('');
  const [mistake, setMistake] = useState('');
  const paste = useRef(false);
  const set = (line: { write: (text: string) => void }, value: string) => {
    line.write(value);
    setText(value);
  };
  useEffect((line) => set(line, config.initial.replaceAll('\n', lineSeparator)), []);
  useKeypress((key, line) => {
    if (key.name === 'paste-start') paste.current = true;
    if (key.name === 'paste-end') paste.current = false;
    if (isEnterKey(key) && paste.current) return set(line, `${text}${lineSeparator}`);
    const value = text.replaceAll(lineSeparator, '\n').trim();
    if (isEnterKey(key)) {
      const wrong = config.mistakeIn(value);
      if (wrong === undefined) return done({ kind: 'taken', text: value });
      // Readline has emptied its line on Enter.
      set(line, text);
      return setMistake(wrong);
    }
    if (key.name === 'escape') return done({ kind: 'escape' });
    if (key.ctrl && key.name === 'o') return done({ kind: 'editor', text: value });
    setText(line.line);
    setMistake('');
  });
  const shown = text.replaceAll(lineSeparator, config.style.lineEnd);
  const below = mistake === '' ? config.foot : `${config.style.mistake(mistake)}\n${config.foot}`;
  return [`${config.head}\n${config.style.prompt}${shown}`, below];
});
