import type { Heading, RootContent } from 'mdast';
import { speaksOfPms } from '../grammar/zone-title.js';
import { toPlainText, tokenize } from '../grammar/tokenize.js';

/**
 * The first heading that speaks of PMs, itself or in the head of a table right under it, over a list or table with a path: in a file without a PM zone its
 * author may well have meant one ("What product managers may touch").
 */
export function findLikelyZone(blocks: readonly RootContent[]): Heading | undefined {
  let heading: Heading | undefined;
  let speaks = false;
  for (const block of blocks) {
    if (block.type === 'heading') {
      heading = block;
      speaks = speaksOfPms(toPlainText(tokenize(block)));
    } else if (block.type === 'list' || block.type === 'table') {
      const [head] = block.type === 'table' ? block.children : [];
      const isOfPms = speaks || (head?.children.some((cell) => speaksOfPms(toPlainText(tokenize(cell)))) ?? false);
      if (heading !== undefined && isOfPms && namesPath(block)) return heading;
    }
  }
  return undefined;
}

/** Is there something in backticks that is a path or a glob? */
function namesPath(node: RootContent): boolean {
  if (node.type === 'inlineCode')
    return /^[^\s]*[/*][^\s]*$/u.test(node.value) && !/^(?:https?:|[/@])/u.test(node.value);
  return 'children' in node && node.children.some(namesPath);
}
