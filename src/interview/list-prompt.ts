import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isNumberKey,
  isSpaceKey,
  isUpKey,
  type KeypressEvent,
  useKeypress,
  usePagination,
  useRef,
  useState,
} from '@inquirer/core';
import type { Action } from './screen.ts';

/** A list drawn in place: arrows or numbers move, letters are actions, Enter takes. */
export interface ListConfig {
  /** What stands above the list, as it is to be seen. */
  readonly head: string;
  readonly names: readonly string[];
  readonly initial: number;
  /** Indexes that are ticked at first; absent where one entry is taken. */
  readonly ticked?: readonly number[];
  /** What there is to say once Enter would take what is ticked, and whether it is taken by the next Enter all the same. */
  readonly objection?: (ticked: readonly number[]) => Objection | undefined;
  readonly keys: ReadonlyMap<string, Action>;
  readonly foot: string;
  /** Lines the list may take. */
  readonly rows: number;
  readonly style: {
    readonly active: (text: string) => string;
    readonly pointer: string;
    readonly boxes: readonly [string, string];
    readonly remark: (text: string) => string;
  };
}

export interface Objection {
  readonly remark: string;
  readonly isTakenThen: boolean;
}

export type ListResult =
  | { readonly kind: 'taken'; readonly indexes: readonly number[] }
  | ({ readonly kind: 'action'; readonly action: Action } & ListState)
  | ({ readonly kind: 'escape' } & ListState);

/** Where the cursor stands, and what is ticked. */
export interface ListState {
  readonly active: number;
  readonly ticked: readonly number[];
}

export const listPrompt = createPrompt<ListResult, ListConfig>((config, done) => {
  const { names, style } = config;
  const [active, setActive] = useState(config.initial);
  const [ticked, setTicked] = useState<readonly number[]>(config.ticked ?? []);
  const [remark, setRemark] = useState('');
  const paste = useRef(false);
  useKeypress((key, line) => {
    const typed = line.line;
    if (isPasted(key, paste)) return line.clearLine(0);
    if (!isEnterKey(key)) setRemark('');
    if (isNumberKey(key)) {
      // Digits that lead to no entry together: the last begins anew.
      const entry = entryOf(typed, names.length);
      if (entry !== undefined) return setActive(entry);
      line.clearLine(0);
      line.write(key.name);
      return setActive(entryOf(key.name, names.length) ?? active);
    }
    line.clearLine(0);
    if (isEnterKey(key)) {
      const objection = config.objection?.(ticked);
      const isRemarked = objection !== undefined && !(objection.isTakenThen && remark !== '');
      if (isRemarked) return setRemark(objection.remark);
      return done({ kind: 'taken', indexes: config.ticked === undefined ? [active] : ticked });
    }
    if (key.name === 'escape') return done({ kind: 'escape', active, ticked });
    if (isUpKey(key)) return setActive(Math.max(0, active - 1));
    if (isDownKey(key)) return setActive(Math.min(names.length - 1, active + 1));
    if (isSpaceKey(key) && config.ticked !== undefined) return setTicked(toggled(active, ticked));
    // Digits may stand before it on the line.
    const action = key.ctrl ? undefined : config.keys.get(typed.replace(/^\d+/, '').trim().toLowerCase());
    if (action !== undefined) done({ kind: 'action', action, active, ticked });
  });
  const page = usePagination({
    items: names,
    active,
    renderItem: ({ item, index, isActive }) => {
      const box = config.ticked === undefined ? '' : `${style.boxes[ticked.includes(index) ? 1 : 0]} `;
      const text = `${isActive ? style.pointer : ' '} ${String(index + 1).padStart(names.length > 9 ? 2 : 1)} ${box}${item}`;
      return isActive ? style.active(text) : text;
    },
    pageSize: config.rows,
    loop: false,
  });
  const foot = remark === '' ? config.foot : `${style.remark(remark)}\n${config.foot}`;
  return `${config.head}\n${page}\n${foot}`;
});

/** Whether a key is part of a paste: text from elsewhere is no answer to a list. */
function isPasted({ name }: KeypressEvent, paste: { current: boolean }): boolean {
  const wasPasting = paste.current;
  if (name === 'paste-start') paste.current = true;
  if (name === 'paste-end') paste.current = false;
  return wasPasting || paste.current;
}

/** The entry whose number was typed so far, digit by digit. */
function entryOf(typed: string, count: number): number | undefined {
  const number = Number(typed);
  return Number.isInteger(number) && number >= 1 && number <= count ? number - 1 : undefined;
}

function toggled(index: number, ticked: readonly number[]): readonly number[] {
  return ticked.includes(index) ? ticked.filter((one) => one !== index) : [...ticked, index].sort((a, b) => a - b);
}
