import { closesBlock, roleOf, type CodeRole } from '../code-role.js';
import { isWord } from '../is-word.js';
import { followMachineBlocks } from '../machine-blocks.js';
import { mark } from '../mask-code.js';
import type { FilledPiece } from '../read-tags.js';
import type { Setting } from '../setting-tags.js';
import { withoutSaid } from '../shown/said-strings.js';
import { withoutWindow } from '../addresses/leading-tags.js';
import { spokenAttributes } from '../shown/spoken-attributes.js';
import { followReaders } from '../text-readers.js';

interface Part {
  readonly written: string;
  readonly role?: CodeRole;
  readonly isGlued?: boolean;
  /** It may come and go. */
  readonly isWhole?: boolean;
  readonly isAlone?: boolean;
}

/** What is left of a template without its sentences, and without what only sets them. Single words may be keys, names of icons or values, and stay. */
export function templateFrame(path: string, pieces: readonly FilledPiece[], setting: Setting): string {
  const blocks = followMachineBlocks();
  const readers = followReaders(path);
  const isMarkdown = /\.md\.\w+$/i.test(path);
  const frame: string[] = [];
  let unit: Part[] = [];
  let isOpened = true;
  const endUnit = (isClosed: boolean): void => {
    const least = readers.isSaidAlone() ? 1 : 2;
    frame.push(...frameOfText(unit, readers.areRead() && !blocks.isInside(), least, isOpened && isClosed));
    unit = [];
  };
  for (const piece of pieces) {
    const { tag } = piece;
    if (setting.tags.has(piece)) continue;
    if (tag !== undefined) {
      endUnit(tag.closes);
      isOpened = !tag.closes && !tag.isEmpty;
      const written = spokenAttributes(withoutWindow(piece.text), readers.isOddTag(piece));
      const codes = piece.codes.values();
      frame.push(written.replaceAll(mark, () => codes.next().value as string));
      readers.pass(piece);
      continue;
    }
    const isWhole = setting.whole.has(piece);
    const isAlone = setting.alone.has(piece);
    for (const part of partsOf(piece, isMarkdown)) {
      const written = part.role === undefined || blocks.isInside() ? part.written : withoutSaid(part.written);
      if (part.role !== 'branch') {
        unit.push({ ...part, written, isWhole, isAlone });
        continue;
      }
      const closes = closesBlock(part.written);
      endUnit(closes !== 'no');
      isOpened = closes !== 'closes';
      frame.push(written);
      blocks.pass(part.written);
    }
  }
  endUnit(true);
  return frame.join('\n');
}

/** Parts a text at its blanks, and keeps each piece of code. */
const token = new RegExp(`[ \\n\\r\\t]+|(${mark})`);

/** What a heading, an item or a quote of Markdown begins with. */
const sign = /^(?:#{1,6}|[*+>])$/;

function partsOf({ text, codes }: FilledPiece, isMarkdown: boolean): readonly Part[] {
  const code = codes.values();
  const written = text.split(token);
  return written.flatMap((each, index): Part[] => {
    if (!each || (isMarkdown && sign.test(each))) return [];
    if (each !== mark) return [{ written: each, isGlued: written[index + 1] === mark && /[.-]$/.test(each) }];
    const piece = code.next().value as string;
    return [{ written: piece, role: roleOf(piece) }];
  });
}

/**
 * Words that stand together with no tag between them but those that set them. With what is filled in they are so many words or more. They leave their place behind,
 * but for those that may come and go beside something else.
 */
function frameOfText(unit: readonly Part[], isRead: boolean, least: number, isAll: boolean): readonly string[] {
  const words = unit.filter(isWordPart);
  const stay = words.some(({ isWhole }) => isWhole !== true);
  const filled = stay ? unit.filter(({ role }) => role === 'fills').length : 0;
  const areWords = words.length + (words.some(({ isAlone }) => isAlone) ? 1 : 0);
  const isSaid = isRead && words.length > 0 && areWords + filled >= least;
  const left = isSaid ? unit.filter((part) => !isWordPart(part)) : unit;
  const isOnly = isAll && unit.every((part) => isWordPart(part) || part.role === 'note');
  return [...(isSaid && (stay || isOnly) ? ['\0'] : []), ...left.map(({ written }) => written)];
}

/** What is glued to a value that is filled in may be the rest of an address (`acme.<%= tld %>`). */
function isWordPart({ written, role, isGlued }: Part): boolean {
  return role === undefined && !isGlued && isWord(written);
}
