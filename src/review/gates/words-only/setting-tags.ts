import { roleOf } from './code-role.js';
import { decidesOnText } from './decides-on-text.js';
import { saidAlone } from './element-names.js';
import { hasHarmlessAttributes } from './harmless-attributes.js';
import { isWord } from './is-word.js';
import { followMachineBlocks } from './machine-blocks.js';
import { holdsProse, isProse, leadsAway, mayStandIn } from './prose-elements.js';
import type { FilledPiece } from './read-tags.js';
import type { TextPlace } from './text-places.js';
import { withoutWindow } from './addresses/leading-tags.js';
import { isOdd } from './text-readers.js';

/** What only sets the words of a template. */
export interface Setting {
  readonly tags: ReadonlySet<FilledPiece>;
  /** Texts of elements that may come and go whole: nothing is filled in to them, and what they stand in holds prose. */
  readonly whole: ReadonlySet<FilledPiece>;
  /** Texts of which one word is one for people. */
  readonly alone: ReadonlySet<FilledPiece>;
  readonly places: readonly TextPlace[];
}

/** What is known of both sides of a template. */
export interface SettingContext {
  /** The classes of its elements. */
  readonly classes: ReadonlySet<string>;
  /** What its top counts as, by the name of an element; nobody can tell of a piece that others draw somewhere. */
  readonly top: string | undefined;
  readonly isVue: boolean;
}

interface Open {
  readonly at: number;
  readonly piece: FilledPiece;
  readonly name: string;
  readonly place: number;
  readonly isMachine: boolean;
  isPlain: boolean;
  hasCode: boolean;
  hasWords: boolean;
}

/** Nothing of a template is taken out. */
export const nothing: Setting = { tags: new Set(), whole: new Set(), alone: new Set(), places: [] };

const deepest = 40;
/** Where nobody can tell what becomes of an element, only these, as they are. */
const bare = /^<(?:p|li|ul|ol|h[1-6]|b|strong|em|i|u|small|sup|sub|q|blockquote|br|hr)\s*\/?>$/;
/** Here tags are read as text. */
const isText = /^(?:title|option|mj-title|mj-preview)$/i;

/** Finds the elements of prose with harmless attributes that stand around words, and around no other tags than such and no branch; none where tags do not close as they open. */
export function findSettingTags(pieces: readonly FilledPiece[], context: SettingContext): Setting {
  const found = { tags: new Set<FilledPiece>(), whole: new Set<FilledPiece>(), alone: new Set<FilledPiece>() };
  const places: TextPlace[] = [];
  const open: Open[] = [];
  const blocks = followMachineBlocks();
  let machines = 0;
  let place = 0;
  const leave = ({ isPlain, hasCode, hasWords }: Pick<Open, 'isPlain' | 'hasCode' | 'hasWords'>): void => {
    const around = open.at(-1);
    if (around === undefined) return;
    around.isPlain &&= isPlain;
    around.hasCode ||= hasCode;
    around.hasWords ||= hasWords;
  };
  const mayBePlain = (piece: FilledPiece, name: string): boolean =>
    piece.codes.length === 0 &&
    machines === 0 &&
    !blocks.isInside() &&
    open.length < deepest &&
    isPlainIn(piece.text, name, open, context);
  const close = ({ at, piece, name, place: stood, hasCode }: Open, end: number): void => {
    const texts = pieces.slice(at + 1, end).filter(({ tag }) => tag === undefined);
    found.tags.add(piece).add(pieces[end] as FilledPiece);
    const words = texts.flatMap(({ text }) => text.split(/[ \n\r\t]+/).filter(Boolean)).join(' ');
    places.push(
      [words, `${stood}`],
      [
        `${name} ${words}`,
        withoutWindow(piece.text)
          .slice(name.length + 1)
          .replaceAll(/\s+/g, ' '),
      ],
    );
    if (saidAlone.test(name)) for (const text of texts) found.alone.add(text);
    const parent = parentOf(open, context);
    if (!hasCode && parent !== undefined && holdsProse(parent)) for (const text of texts) found.whole.add(text);
  };
  for (const [at, piece] of pieces.entries()) {
    const { tag, text, codes } = piece;
    if (tag === undefined) {
      const branches = codes.filter((code) => roleOf(code) === 'branch');
      for (const code of branches) blocks.pass(code);
      place += branches.length;
      const hasWords = text.split(/[ \n\r\t]+/).some(isWord);
      leave({ isPlain: branches.length === 0, hasCode: codes.length > 0, hasWords });
      continue;
    }
    if (!tag.closes) {
      const isPlain = mayBePlain(piece, tag.name);
      if (decidesOnText(piece)) place++;
      if (tag.isEmpty) {
        if (isPlain) found.tags.add(piece);
        leave({ isPlain, hasCode: false, hasWords: false });
        continue;
      }
      const isMachine = isText.test(tag.name) || isOdd(tag.name, text);
      if (isMachine) machines++;
      open.push({ at, piece, name: tag.name, place, isMachine, isPlain, hasCode: false, hasWords: false });
      continue;
    }
    const top = open.pop();
    if (top?.name !== tag.name) return nothing;
    if (top.isMachine) machines--;
    if (decidesOnText(top.piece)) place++;
    // A link around code may lead from a button, or from another link.
    if (top.name === 'a' && top.hasCode) top.isPlain = false;
    if (top.isPlain && top.hasWords) close(top, at);
    leave(top);
  }
  return open.length === 0 ? { ...found, places } : nothing;
}

function isPlainIn(tag: string, name: string, open: readonly Open[], context: SettingContext): boolean {
  if (!isProse(name)) return false;
  const parent = parentOf(open, context);
  const stands = parent === undefined ? undefined : mayStandIn(name, parent);
  if (stands === undefined) return bare.test(tag);
  return (
    stands &&
    hasHarmlessAttributes(tag, context.classes) &&
    (name !== 'a' || !open.some(({ name: around }) => leadsAway(around)))
  );
}

function parentOf(open: readonly Open[], { top, isVue }: SettingContext): string | undefined {
  const parent = open.at(-1);
  if (parent === undefined) return top;
  return isVue && open.length === 1 && parent.name === 'template' ? 'body' : parent.name;
}
