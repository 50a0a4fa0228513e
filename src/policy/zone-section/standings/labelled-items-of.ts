import type { List, RootContent } from 'mdast';
import { splitTokenLines, tokenize } from '../../grammar/tokenize.js';
import { readLabelledLine, type LabelledLine } from './labelled-line.js';

/** The items of a list as paths with a label each; an item in another form, with a box or with a list below it, is none. */
export function labelledItemsOf({ children }: List): readonly (LabelledLine | undefined)[] {
  return children.map((item) =>
    typeof item.checked === 'boolean' || item.children.length > 1 ? undefined : readLabelledLine(tokenize(item)),
  );
}

/** All the items of a list, or the lines of a paragraph, where each is paths with a label; else `undefined`. */
export function labelledLinesOf(block: RootContent): readonly LabelledLine[] | undefined {
  if (block.type !== 'list' && block.type !== 'paragraph') return undefined;
  const lines = block.type === 'list' ? labelledItemsOf(block) : splitTokenLines(tokenize(block)).map(readLabelledLine);
  const known = lines.filter((line) => line !== undefined);
  return known.length === lines.length ? known : undefined;
}
