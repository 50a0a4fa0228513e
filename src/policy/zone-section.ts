import type { Heading, Root, RootContent } from 'mdast';
import { endOfFrontMatter } from './front-matter.js';
import { lineOf, piecesOf, wordsOf } from './zone-text.js';

/** One PM-zone section: its heading and the blocks up to the next heading of its level or above. */
export interface ZoneSection {
  readonly heading: Heading;
  readonly blocks: readonly RootContent[];
  /** The heading that the section ends before. */
  readonly end: Heading | undefined;
}

/**
 * The PM-zone sections of a file (design §3): each starts at a heading whose text contains "PM zone" or "PMs Can and
 * Cannot Touch" (any case). Only headings of the file itself count: not those in a quote, a list, a code block or HTML,
 * no front matter, and no struck-out words.
 */
export function zoneSections(root: Root, text: string): readonly ZoneSection[] {
  const sections: Draft[] = [];
  const frontMatter = endOfFrontMatter(text);
  let current: Draft | undefined;
  for (const block of root.children) {
    if (lineOf(block) <= frontMatter) continue;
    if (block.type === 'heading' && (current === undefined || block.depth <= current.heading.depth)) {
      if (current !== undefined) current.end = block;
      current = isZoneHeading(block) ? { heading: block, blocks: [], end: undefined } : undefined;
      if (current !== undefined) sections.push(current);
    } else {
      current?.blocks.push(block);
    }
  }
  return sections;
}

interface Draft {
  readonly heading: Heading;
  readonly blocks: RootContent[];
  end: Heading | undefined;
}

/** Whether a PM-zone section starts at the heading. */
export function isZoneHeading(heading: Heading): boolean {
  const text = wordsOf(piecesOf(heading).filter(({ struck }) => !struck));
  return /(?<![\p{L}\p{N}])PM[ -]zone|PMs can and cannot touch/iu.test(text);
}
