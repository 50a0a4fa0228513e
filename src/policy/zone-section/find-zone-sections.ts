import type { Heading, Root, RootContent } from 'mdast';
import { startLine, tokenize, toPlainText } from './tokenize.js';

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
export function findZoneSections(root: Root, text: string): readonly ZoneSection[] {
  const sections: Draft[] = [];
  const frontMatter = endOfFrontMatter(text);
  let current: Draft | undefined;
  for (const block of root.children) {
    if (startLine(block) <= frontMatter) continue;
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
  const text = toPlainText(tokenize(heading).filter(({ struck }) => !struck));
  return /(?<![\p{L}\p{N}])PM[ -]zone|PMs can and cannot touch/iu.test(text);
}

/**
 * The last line of a file's front matter, from 1; 0 where it has none. Front matter is what stands between a first line
 * `---` and the next and begins with `key:`: settings of some tool, whose comments and last line Markdown takes for
 * headings. What is written like Markdown is none, so that a rule above a title hides nothing.
 */
function endOfFrontMatter(text: string): number {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
  if (!isFence(lines[0]) || !isKey(lines[1])) return 0;
  const end = lines.findIndex((line, place) => place > 0 && isFence(line));
  return lines.slice(1, end).every(isYaml) ? end + 1 : 0;
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && /^---[ \t]*$/u.test(line);
}

function isKey(line: string | undefined): boolean {
  return line !== undefined && /^["']?[\w.-]+["']?[ \t]*:(?:[ \t]|$)/u.test(line);
}

function isYaml(line: string): boolean {
  return isKey(line) || /^(?:[ \t#]|-[ \t]|$)/u.test(line);
}
