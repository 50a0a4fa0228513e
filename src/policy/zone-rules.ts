import type { Code, Html, RootContent, Table } from 'mdast';
import { forbiddenPaths } from './forbidden-paths.js';
import { forbidsItself, isOpenComment, shownWords } from './other-blocks.js';
import { effectOf, keepsOut, saysBoth } from './lead.js';
import { leadHere } from './lead-here.js';
import { leaveParagraphs } from './leave-paragraphs.js';
import { splitBullets } from './plain-bullets.js';
import { readItem } from './rule-item.js';
import { isRoster } from './roster.js';
import { isSetting } from './setting-line.js';
import { readItems, readList } from './zone-items.js';
import type { ZoneSection } from './zone-section.js';
import { lineOf, linesOf, piecesOf, type Piece } from './zone-text.js';
import { deepest, report, take, type RulesReading, type Walk } from './zone-walk.js';

/**
 * Reads the lists of a PM-zone section under their leads (design §3, "Lists").
 *
 * The lead is the paragraph or line right above a list, else its heading. Where that does not mention PMs, and is more than a plain
 * sentence under a heading that does, the list opens nothing, but under a heading or after a list that forbids its globs still
 * forbid. A forbid in a paragraph with no list under it is prose; inline code in it that looks like a path forbids.
 */
export function readRules(file: string, { heading, blocks }: ZoneSection): RulesReading {
  const walk: Walk = {
    file,
    rules: [],
    prose: [],
    problems: [],
    headings: [],
    paragraphs: [],
    previous: undefined,
    asides: 0,
  };
  enterHeading(walk, heading.depth, piecesOf(heading));
  for (const block of blocks) readBlock(walk, block);
  leaveParagraphs(walk);
  return { rules: walk.rules, prose: walk.prose, problems: walk.problems };
}

function readBlock(walk: Walk, block: RootContent): void {
  switch (block.type) {
    case 'heading':
      leaveParagraphs(walk);
      enterHeading(walk, block.depth, piecesOf(block));
      return;
    case 'paragraph':
      readParagraph(walk, piecesOf(block));
      return;
    case 'list':
      readList(walk, block, leadHere(walk));
      return;
    case 'blockquote':
    case 'footnoteDefinition':
      readAside(walk, block.children, lineOf(block));
      return;
    case 'thematicBreak':
      leaveParagraphs(walk);
      if (walk.previous?.effect === 'allow') walk.previous = undefined;
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

function enterHeading(walk: Walk, depth: number, tokens: readonly Piece[]): void {
  walk.headings = [...walk.headings.filter((outer) => outer.depth < depth), { depth, tokens }];
  walk.previous = undefined;
  const paths = keepsOut(tokens) ? forbiddenPaths(tokens, true) : [];
  if (paths.length > 0) take(walk, readItem(paths, 'forbid', []));
}

/** A paragraph may hold a list that Markdown does not see: lines that begin with "•", or with "2." right below the lead. */
function readParagraph(walk: Walk, tokens: readonly Piece[]): void {
  const lines = linesOf(tokens).filter((line) => !isSetting(line));
  const { head, items } = splitBullets(lines);
  if (head.length > 0) walk.paragraphs = [...walk.paragraphs, head];
  if (items.length === 0) return;
  const lead = leadHere(walk);
  walk.previous = readItems(
    walk,
    items.map((tokens) => ({ tokens, nested: [], isUnticked: false })),
    lead,
    0,
  );
}

/** Reads a quote or a footnote: what it forbids counts, what it allows does not. */
function readAside(walk: Walk, blocks: readonly RootContent[], line: number): void {
  if (walk.asides >= deepest) {
    report(
      walk,
      'error',
      line,
      `Quotes nested more than ${deepest} deep are not read. Ask engineering to flatten this one.`,
    );
    return;
  }
  const aside: Walk = { ...walk, rules: [], prose: [], problems: [], asides: walk.asides + 1 };
  for (const block of blocks) readBlock(aside, block);
  leaveParagraphs(aside);
  walk.rules.push(...aside.rules.filter(({ effect }) => effect === 'forbid'));
  walk.prose.push(...aside.prose);
  walk.problems.push(...aside.problems);
  const opened = aside.rules.find(({ effect }) => effect === 'allow');
  if (opened !== undefined)
    report(walk, 'warning', opened.line, 'What a quote or a footnote allows does not count. Move the list out of it.');
}

/**
 * Code blocks, tables and HTML are not read; under words that forbid, or with such words of their own beside a path, that
 * must not pass in silence. Words in HTML right over a list lead it like others, but open nothing.
 */
function readOther(walk: Walk, block: Code | Table | Html): void {
  if (block.type === 'html' && isOpenComment(block)) {
    report(
      walk,
      'error',
      lineOf(block),
      'A comment begins here and never ends, so nothing below it is read. Ask engineering to end it with "-->".',
    );
  }
  const tokens = block.type === 'html' ? shownWords(block) : piecesOf(block);
  if (tokens.length === 0 || (block.type === 'table' && isRoster(block))) return;
  const heading = walk.previous === undefined ? walk.headings.at(-1)?.tokens : undefined;
  const near = walk.paragraphs.at(-1) ?? (heading === undefined || saysBoth(heading) ? [] : heading);
  const effect = effectOf(near);
  if (effect === 'forbid' || forbidsItself(block, tokens)) {
    report(
      walk,
      'error',
      lineOf(block),
      'What PMs cannot touch stands here in a form that is not read. Ask engineering to write it as a list with the globs in backticks.',
    );
    leaveParagraphs(walk, true);
  } else if (effect === 'allow' && walk.paragraphs.length > 0) {
    report(
      walk,
      'info',
      lineOf(block),
      'What PMs can touch is read from lists with globs in backticks only, so this opens nothing.',
    );
  }
  if (block.type === 'html') walk.paragraphs = [...walk.paragraphs, tokens];
}
