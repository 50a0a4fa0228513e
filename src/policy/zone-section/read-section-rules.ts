import type { Code, Html, RootContent, Table } from 'mdast';
import { findForbiddenPaths } from '../list-items/find-forbidden-paths.js';
import { forbidsPaths, isUnclosedComment, tokenizeHtml } from './unread-blocks.js';
import { parseEffect, excludesPms, allowsAndForbids } from './parse-lead.js';
import { flushParagraphs, resolveLead } from './resolve-lead.js';
import { splitBullets } from './split-bullets.js';
import { readListItem } from '../list-items/read-list-item.js';
import { isRosterTable } from '../roster/read-roster.js';
import { isSetting } from '../settings/parse-setting-line.js';
import { readItems, readList } from './read-list.js';
import type { ZoneSection } from './find-zone-sections.js';
import { startLine, splitTokenLines, tokenize, type TextToken } from './tokenize.js';
import { maxNesting, addProblem, addRules, type SectionRules, type SectionWalk } from './section-walk.js';

/**
 * Reads the lists of a PM-zone section under their leads (design §3, "Lists").
 *
 * The lead is the paragraph or line right above a list, else its heading. Where that does not mention PMs, and is more than a plain
 * sentence under a heading that does, the list opens nothing, but under a heading or after a list that forbids its globs still
 * forbid. A forbid in a paragraph with no list under it is prose; inline code in it that looks like a path forbids.
 */
export function readSectionRules(file: string, { heading, blocks }: ZoneSection): SectionRules {
  const walk: SectionWalk = {
    file,
    rules: [],
    prose: [],
    problems: [],
    headings: [],
    paragraphs: [],
    previousLead: undefined,
    asideDepth: 0,
  };
  enterHeading(walk, heading.depth, tokenize(heading));
  for (const block of blocks) readBlock(walk, block);
  flushParagraphs(walk);
  return { rules: walk.rules, prose: walk.prose, problems: walk.problems };
}

function readBlock(walk: SectionWalk, block: RootContent): void {
  switch (block.type) {
    case 'heading':
      flushParagraphs(walk);
      enterHeading(walk, block.depth, tokenize(block));
      return;
    case 'paragraph':
      readParagraph(walk, tokenize(block));
      return;
    case 'list':
      readList(walk, block, resolveLead(walk));
      return;
    case 'blockquote':
    case 'footnoteDefinition':
      readAside(walk, block.children, startLine(block));
      return;
    case 'thematicBreak':
      flushParagraphs(walk);
      if (walk.previousLead?.effect === 'allow') walk.previousLead = undefined;
      return;
    case 'code':
    case 'table':
    case 'html':
      readOther(walk, block);
      return;
    default:
      return;
  }
}

function enterHeading(walk: SectionWalk, depth: number, tokens: readonly TextToken[]): void {
  walk.headings = [...walk.headings.filter((outer) => outer.depth < depth), { depth, tokens }];
  walk.previousLead = undefined;
  const paths = excludesPms(tokens) ? findForbiddenPaths(tokens, true) : [];
  if (paths.length > 0) addRules(walk, readListItem(paths, 'forbid', []));
}

/** A paragraph may hold a list that Markdown does not see: lines that begin with "•", or with "2." right below the lead. */
function readParagraph(walk: SectionWalk, tokens: readonly TextToken[]): void {
  const lines = splitTokenLines(tokens).filter((line) => !isSetting(line));
  const { head, items } = splitBullets(lines);
  if (head.length > 0) walk.paragraphs = [...walk.paragraphs, head];
  if (items.length === 0) return;
  const lead = resolveLead(walk);
  const plain = items.map((item) => ({ tokens: item, nested: [], isUnticked: false }));
  walk.previousLead = readItems(walk, plain, lead, 0);
}

/** Reads a quote or a footnote: what it forbids counts, what it allows does not. */
function readAside(walk: SectionWalk, blocks: readonly RootContent[], line: number): void {
  if (walk.asideDepth >= maxNesting) {
    const message = `Quotes nested more than ${maxNesting} deep are not read. Ask engineering to flatten this one.`;
    addProblem(walk, 'error', line, message);
    return;
  }
  const aside: SectionWalk = { ...walk, rules: [], prose: [], problems: [], asideDepth: walk.asideDepth + 1 };
  for (const block of blocks) readBlock(aside, block);
  flushParagraphs(aside);
  walk.rules.push(...aside.rules.filter(({ effect }) => effect === 'forbid'));
  walk.prose.push(...aside.prose);
  walk.problems.push(...aside.problems);
  const opened = aside.rules.find(({ effect }) => effect === 'allow');
  const message = 'What a quote or a footnote allows does not count. Move the list out of it.';
  if (opened !== undefined) addProblem(walk, 'warning', opened.line, message);
}

/**
 * Code blocks, tables and HTML are not read; under words that forbid, or with such words of their own beside a path, that
 * must not pass in silence. Words in HTML right over a list lead it like others, but open nothing.
 */
function readOther(walk: SectionWalk, block: Code | Table | Html): void {
  if (block.type === 'html' && isUnclosedComment(block)) {
    const message =
      'A comment begins here and never ends, so nothing below it is read. Ask engineering to end it with "-->".';
    addProblem(walk, 'error', startLine(block), message);
  }
  const tokens = block.type === 'html' ? tokenizeHtml(block) : tokenize(block);
  if (tokens.length === 0 || (block.type === 'table' && isRosterTable(block))) return;
  const heading = walk.previousLead === undefined ? walk.headings.at(-1)?.tokens : undefined;
  const near = walk.paragraphs.at(-1) ?? (heading === undefined || allowsAndForbids(heading) ? [] : heading);
  const effect = parseEffect(near);
  if (effect === 'forbid' || forbidsPaths(block, tokens)) {
    const message =
      'What PMs cannot touch stands here in a form that is not read. Ask engineering to write it as a list with the globs in backticks.';
    addProblem(walk, 'error', startLine(block), message);
    flushParagraphs(walk, true);
  } else if (effect === 'allow' && walk.paragraphs.length > 0) {
    const message = 'What PMs can touch is read from lists with globs in backticks only, so this opens nothing.';
    addProblem(walk, 'info', startLine(block), message);
  }
  if (block.type === 'html') walk.paragraphs = [...walk.paragraphs, tokens];
}
