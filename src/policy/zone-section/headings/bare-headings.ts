import type { RootContent } from 'mdast';
import { startLine } from '../../grammar/tokenize.js';

/** The lines, from 1, of the headings with nothing under them. */
export function bareHeadingsOf(blocks: readonly RootContent[]): ReadonlySet<number> {
  const bare = blocks.filter((block, at) => {
    const next = blocks[at + 1];
    return block.type === 'heading' && (next === undefined || (next.type === 'heading' && next.depth <= block.depth));
  });
  return new Set(bare.map(startLine));
}
