import type { List, ListItem, RootContent } from 'mdast';
import { describe, isLabel } from '../../grammar/descriptions.js';
import { toPhrase, type Phrase } from '../../grammar/phrase.js';
import { splitTokenLines, tokenize } from '../../grammar/tokenize.js';
import { readLabelledLine, type LabelledLine } from './labelled-line.js';

/**
 * The items of a list as paths with a label each, and those of a list in it that stands under the kind of files that they are; an item in another form, or with a
 * box, is none.
 */
export function labelledItemsOf({ children }: List): readonly (LabelledLine | undefined)[] {
  return children.flatMap((item) => {
    const [words, list, ...more] = item.children;
    if (list === undefined) return [labelledItemOf(item)];
    if (words?.type !== 'paragraph' || list.type !== 'list' || more.length > 0 || typeof item.checked === 'boolean')
      return [undefined];
    const lines = list.children.map(labelledItemOf);
    return isOver(toPhrase(tokenize(words)), lines) ? lines : [undefined];
  });
}

function labelledItemOf(item: ListItem): LabelledLine | undefined {
  return typeof item.checked === 'boolean' || item.children.length > 1 ? undefined : readLabelledLine(tokenize(item));
}

/** Whether words only say what kind of files some lines are about, and no less than these open. */
function isOver({ words, isOdd }: Phrase, lines: readonly (LabelledLine | undefined)[]): boolean {
  const label = words.replace(/[\s:]+$/u, '');
  const opened = lines.flatMap((line) =>
    line?.label.effect === 'allow' ? line.sentence.items.flat().filter(({ kind }) => kind === 'code') : [],
  );
  return !isOdd && isLabel(label, ['']) && opened.every(({ text }) => describe(label, text) === 'fits');
}

/** All the items of a list, or the lines of a paragraph, where each is paths with a label; else `undefined`. */
export function labelledLinesOf(block: RootContent): readonly LabelledLine[] | undefined {
  if (block.type !== 'list' && block.type !== 'paragraph') return undefined;
  const lines = block.type === 'list' ? labelledItemsOf(block) : splitTokenLines(tokenize(block)).map(readLabelledLine);
  const known = lines.filter((line) => line !== undefined);
  return known.length === lines.length ? known : undefined;
}
