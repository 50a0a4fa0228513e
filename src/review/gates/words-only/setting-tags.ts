import { isWord } from './is-word.js';
import { roleOf } from './code-role.js';
import type { FilledPiece } from './read-tags.js';

const sets = /^<\/?(?:p|li|ul|ol|h[1-6]|b|strong|em|i|u|small|sup|sub|q|blockquote|br|hr)\s*\/?>$/i;
/** Here tags are read as text. */
const plain = /^(?:title|option|mj-title|mj-preview)$/i;

interface Open {
  readonly piece: FilledPiece;
  readonly name: string;
  isPlain: boolean;
  hasWords: boolean;
}

/** The tags without attributes that stand around words, and around no other tags than these and no branch; none where tags do not close as they open. */
export function findSettingTags(pieces: readonly FilledPiece[]): ReadonlySet<FilledPiece> {
  const found = new Set<FilledPiece>();
  const open: Open[] = [];
  let bare = 0;
  const leave = (isPlain: boolean, hasWords: boolean): void => {
    const around = open.at(-1);
    if (around === undefined) return;
    around.isPlain &&= isPlain;
    around.hasWords ||= hasWords;
  };
  for (const piece of pieces) {
    const { tag, text, codes } = piece;
    const isPlain = bare === 0 && sets.test(text);
    if (tag === undefined)
      leave(!codes.some((code) => roleOf(code) === 'branch'), text.split(/[ \n\r\t]+/).some(isWord));
    else if (tag.isEmpty) {
      leave(isPlain, false);
      if (isPlain) found.add(piece);
    } else if (!tag.closes) {
      open.push({ piece, name: tag.name, isPlain, hasWords: false });
      if (plain.test(tag.name)) bare++;
    } else {
      const top = open.pop();
      if (top?.name !== tag.name) return new Set();
      if (plain.test(top.name)) bare--;
      if (top.isPlain && top.hasWords) found.add(top.piece).add(piece);
      leave(top.isPlain, top.hasWords);
    }
  }
  return open.length === 0 ? found : new Set();
}
