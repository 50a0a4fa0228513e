import type { RootContent } from 'mdast';
import { joinConditions } from './conditions.js';
import { leadOf, saysBoth, saysCan } from './lead.js';
import { isRoster } from './roster.js';
import { isSetting } from './read-settings.js';
import { isOutsideSentence, readItem } from './rule-item.js';
import { readItems, readList } from './zone-items.js';
import type { ZoneSection } from './zone-section.js';
import {
  deepest,
  forbidHere,
  leadConditions,
  report,
  take,
  type Lead,
  type RulesReading,
  type Walk,
} from './zone-walk.js';
import { firstLine, lineOf, linesOf, piecesOf, sourceOf, type Piece } from './zone-text.js';

/**
 * Reads the lists of a PM-zone section under their leads (design §3, "Lists").
 *
 * The lead is the paragraph or line right above a list, else its heading. Where that says nothing of PMs, and is more than a plain
 * sentence under a heading that does, the list opens nothing, but under a heading or after a list that forbids its globs still forbid. A forbid in a paragraph with
 * no list under it is prose; inline code in it that looks like a path forbids.
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
      walk.previous = undefined;
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

function enterHeading(walk: Walk, depth: number, pieces: readonly Piece[]): void {
  walk.headings = [...walk.headings.filter((outer) => outer.depth < depth), { depth, pieces }];
  walk.previous = undefined;
}

/** A paragraph may hold a list that Markdown does not see: lines that begin with "•", or with "2." right below the lead. */
function readParagraph(walk: Walk, pieces: readonly Piece[]): void {
  const lines = linesOf(pieces).filter((line) => !isSetting(line));
  const first = lines.findIndex((line) =>
    bullet.test(
      line
        .slice(0, 1)
        .map(({ text }) => text)
        .join(''),
    ),
  );
  const head = (first < 0 ? lines : lines.slice(0, first)).flat();
  if (head.length > 0) walk.paragraphs = [...walk.paragraphs, head];
  if (first < 0) return;
  const lead = leadHere(walk);
  const items = itemsOf(lines.slice(first));
  readItems(
    walk,
    items.map((item) => ({ pieces: item, nested: [], open: false })),
    lead,
    0,
  );
  walk.previous = lead;
}

const bullet = /^\s*(?:[•‣◦▪▫●○∙·⁃–—]|[-*+]\s|\d{1,9}[.)]\s)\s*/u;

function itemsOf(lines: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
  const items: Piece[][] = [];
  for (const line of lines) {
    const [first] = line;
    if (first !== undefined && bullet.test(first.text)) {
      items.push([{ ...first, text: first.text.replace(bullet, '') }, ...line.slice(1)]);
    } else {
      items.at(-1)?.push(...line);
    }
  }
  return items;
}

/** The lead of a list that begins here; uses up the paragraphs. */
function leadHere(walk: Walk): Lead | undefined {
  const { paragraphs, headings, previous } = walk;
  const near = paragraphs.at(-1) ?? (previous === undefined ? headings.at(-1)?.pieces : undefined);
  if (near === undefined) return previous;
  const effect = leadOf(near);
  const byHeading = paragraphs.length === 0;
  const inherited =
    previous === undefined && paragraphs.length === 1 ? leadByHeading(headings.at(-1)?.pieces, near) : undefined;
  const above = [...paragraphs, ...headings.map(({ pieces }) => pieces)];
  walk.paragraphs = paragraphs.slice(0, -1);
  leaveParagraphs(walk);
  if (effect === 'forbid') return forbidHere(!(byHeading && saysBoth(near)));
  if (effect === 'allow') return { effect, sure: true, conditions: leadConditions(near, byHeading) };
  if (inherited !== undefined) return inherited;
  return previous?.effect === 'forbid' || above.some((pieces) => leadOf(pieces) === 'forbid')
    ? forbidHere(false)
    : undefined;
}

/** "These folders:" under the heading "PMs can touch": the heading leads, where the sentence adds nothing but known conditions. */
function leadByHeading(heading: readonly Piece[] | undefined, sentence: readonly Piece[]): Lead | undefined {
  if (heading === undefined || !saysCan(heading) || leadOf(sentence) !== undefined) return undefined;
  const conditions = leadConditions(sentence, false);
  if (conditions.some(({ kind }) => kind === 'free-text')) return undefined;
  return { effect: 'allow', sure: true, conditions: joinConditions(leadConditions(heading, true), conditions) };
}

/** A quote or a footnote: what it forbids counts, what it allows does not. */
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

/** Code blocks, tables and HTML are not read; right under words that forbid that must not pass in silence. */
function readOther(walk: Walk, block: RootContent): void {
  if (piecesOf(block).length === 0 || (block.type === 'table' && isRoster(block))) return;
  const last = walk.paragraphs.at(-1);
  const effect = last === undefined ? undefined : leadOf(last);
  if (effect === 'forbid') {
    report(
      walk,
      'error',
      lineOf(block),
      'What PMs cannot touch stands here in a form that is not read. Ask engineering to write it as a list with the globs in backticks.',
    );
  } else if (effect === 'allow') {
    report(
      walk,
      'info',
      lineOf(block),
      'What PMs can touch is read from lists with globs in backticks only, so this opens nothing.',
    );
  }
}

/** Paragraphs that turned out to lead no list: what they forbid is prose. */
function leaveParagraphs(walk: Walk): void {
  for (const pieces of walk.paragraphs) {
    if (leadOf(pieces) !== 'forbid' || isOutsideSentence(pieces)) continue;
    const line = firstLine(pieces);
    walk.prose.push({ file: walk.file, line, text: sourceOf(pieces) });
    const paths = pieces.filter(({ kind, text }) => kind === 'code' && /[*/\\]/u.test(text));
    if (paths.length > 0) take(walk, readItem(paths, 'forbid', []));
  }
  walk.paragraphs = [];
}
