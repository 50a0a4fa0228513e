import type { List, ListItem, RootContent } from 'mdast';
import { conditionsIn, joinConditions } from './conditions.js';
import { leadOf, saysBoth, type Effect } from './lead.js';
import type { Condition, Problem, Reason, ZoneRule } from './policy.js';
import { isOutsideSentence, readItem } from './rule-item.js';
import { isRoster } from './roster.js';
import { isSetting } from './read-settings.js';
import type { ZoneSection } from './zone-section.js';
import { lineOf, linesOf, piecesOf, sourceOf, type Piece } from './zone-text.js';

/** What the lists and sentences of a section say, with the problems found on the way. */
export interface RulesReading {
  readonly rules: ZoneRule[];
  readonly prose: Reason[];
  readonly problems: Problem[];
}

/**
 * Reads the lists of a PM-zone section under their leads (design §3, "Lists").
 *
 * The lead is the paragraph or line right above a list, else its heading. Where that says nothing of PMs, the list
 * opens nothing, but under a heading or after a list that forbids its globs still forbid. A forbid in a paragraph with
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

/** Where the walk stands. `paragraphs` are those since the last list or heading; `previous` is the last list's lead. */
interface Walk extends RulesReading {
  readonly file: string;
  headings: readonly { readonly depth: number; readonly pieces: readonly Piece[] }[];
  paragraphs: readonly (readonly Piece[])[];
  previous: Lead | undefined;
  readonly asides: number;
}

/** `sure`: the words stand right above the list, so that an item without a glob is an error there. */
interface Lead {
  readonly effect: Effect;
  readonly sure: boolean;
  readonly conditions: readonly Condition[];
}

/** Lists and quotes nested deeper are nobody's policy. */
const deepest = 20;

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
  const first = lines.findIndex((line) => bullet.test(line[0]?.text ?? ''));
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
  const above = [...paragraphs, ...headings.map(({ pieces }) => pieces)];
  walk.paragraphs = paragraphs.slice(0, -1);
  leaveParagraphs(walk);
  if (effect === 'forbid') return forbidHere(!(byHeading && saysBoth(near)));
  if (effect === 'allow') return { effect, sure: true, conditions: leadConditions(near, byHeading) };
  return previous?.effect === 'forbid' || above.some((pieces) => leadOf(pieces) === 'forbid')
    ? forbidHere(false)
    : undefined;
}

function forbidHere(sure: boolean): Lead {
  return { effect: 'forbid', sure, conditions: [] };
}

/** A heading is a title: only words that narrow make it a condition. */
function leadConditions(pieces: readonly Piece[], isHeading: boolean): readonly Condition[] {
  const conditions = conditionsIn(sourceOf(pieces), pieces[0]?.line ?? 1, true);
  return conditions.filter(({ kind, text }) => kind !== 'free-text' || !isHeading || narrowing.test(text));
}

const narrowing =
  /\b(?:only|if|when|while|until|till|after|before|during|with|without|must|should|needs?|requires?|required|approv\w*|review\w*|limited|provided|subject|at most|max\w*|up to|no more)\b/iu;

function readList(walk: Walk, list: List, lead: Lead | undefined, depth = 0): void {
  readItems(walk, list.children.map(itemOf), lead, depth);
  if (depth === 0) walk.previous = lead;
}

interface Item {
  readonly pieces: readonly Piece[];
  readonly nested: readonly List[];
  /** A task that is not ticked. */
  readonly open: boolean;
}

function itemOf(item: ListItem): Item {
  const nested = item.children.filter((child) => child.type === 'list');
  return {
    pieces: trimmed(piecesOf(item, (node) => node.type === 'list')),
    nested,
    open: item.checked === false,
  };
}

function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const start = pieces.findIndex(({ text }) => text.trim() !== '');
  return start < 0 ? [] : pieces.slice(start);
}

function readItems(walk: Walk, items: readonly Item[], lead: Lead | undefined, depth: number): void {
  if (lead === undefined && depth === 0) reportUnled(walk, items);
  for (const item of items) {
    if (isSetting(item.pieces)) continue;
    if (lead === undefined) readUnled(walk, item, depth);
    else if (lead.effect === 'allow') readAllowItem(walk, item, lead, depth);
    else readForbidItem(walk, item, lead, depth);
  }
}

/** In a list that says nothing, an item may still be the lead of a list of its own. */
function readUnled(walk: Walk, item: Item, depth: number): void {
  const effect = leadOf(item.pieces);
  if (effect !== undefined) readNested(walk, item, ownLead(item, effect), depth);
}

function reportUnled(walk: Walk, items: readonly Item[]): void {
  const globs = items.find(({ pieces }) => pieces.some(({ kind }) => kind === 'code') && !isSetting(pieces));
  if (globs === undefined) return;
  report(
    walk,
    'warning',
    lineIn(globs),
    'The words above this list do not say whether PMs can or cannot touch it, so it opens and forbids nothing. Begin it with "PMs can touch:" or "PMs cannot touch:".',
  );
}

function ownLead(item: Item, effect: Effect): Lead {
  return effect === 'forbid'
    ? forbidHere(true)
    : { effect, sure: true, conditions: leadConditions(item.pieces, false) };
}

function readAllowItem(walk: Walk, item: Item, lead: Lead, depth: number): void {
  const own = leadOf(item.pieces);
  const isLead = item.nested.length > 0 && item.pieces[0]?.kind !== 'code';
  if (isLead && own === 'forbid') return readNested(walk, item, forbidHere(true), depth);
  if (isLead) {
    const conditions = joinConditions(
      lead.conditions,
      conditionsIn(sourceOf(item.pieces), lineIn(item), own === 'allow'),
    );
    return readNested(walk, item, { ...lead, conditions }, depth);
  }
  if (item.open)
    return report(
      walk,
      'warning',
      lineIn(item),
      'An unticked task opens nothing. Write it as a plain item once it holds.',
    );
  // Whatever hangs under a glob belongs to it: an exception, or a condition in free text.
  const below = item.nested.flatMap((list) => [apart(lineOf(list)), ...piecesOf(list)]);
  take(walk, readItem([...item.pieces, ...below], 'allow', lead.conditions));
}

/** Keeps what hangs under an item out of its leading run of globs. */
function apart(line: number): Piece {
  return { kind: 'text', text: ': ', line, struck: false, bold: false };
}

function readForbidItem(walk: Walk, item: Item, lead: Lead, depth: number): void {
  const before = walk.rules.length;
  readNested(walk, item, forbidHere(false), depth);
  const reading = readItem(item.pieces, 'forbid', []);
  if (item.pieces[0]?.kind === 'code' || (lead.sure && (walk.rules.length === before || reading.rules.length > 0))) {
    take(walk, reading);
  } else if (!lead.sure) {
    // A note under a list that forbids: paths in it are locked, but it is no rule that somebody has got wrong.
    take(walk, { rules: reading.rules.filter(({ glob }) => isCode(item, glob)), problems: [] });
  }
}

function isCode(item: Item, glob: string): boolean {
  return item.pieces.some(({ kind, text }) => kind === 'code' && text === glob);
}

function readNested(walk: Walk, item: Item, lead: Lead, depth: number): void {
  for (const list of item.nested) {
    if (depth < deepest) readList(walk, list, lead, depth + 1);
    else
      report(
        walk,
        'error',
        lineOf(list),
        `Lists nested more than ${deepest} deep are not read. Ask engineering to flatten this one.`,
      );
  }
}

function take(walk: Walk, reading: ReturnType<typeof readItem>): void {
  walk.rules.push(...reading.rules);
  for (const problem of reading.problems) walk.problems.push({ ...problem, file: walk.file });
}

/** A quote or a footnote: what it forbids counts, what it allows does not. */
function readAside(walk: Walk, blocks: readonly RootContent[], line: number): void {
  if (walk.asides >= deepest) {
    return report(
      walk,
      'error',
      line,
      `Quotes nested more than ${deepest} deep are not read. Ask engineering to flatten this one.`,
    );
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
    const line = pieces[0]?.line ?? 1;
    walk.prose.push({ file: walk.file, line, text: sourceOf(pieces) });
    const paths = pieces.filter(({ kind, text }) => kind === 'code' && /[*/\\]/u.test(text));
    if (paths.length > 0) take(walk, readItem(paths, 'forbid', []));
  }
  walk.paragraphs = [];
}

function lineIn(item: Item): number {
  return item.pieces[0]?.line ?? 1;
}

function report(walk: Walk, severity: Problem['severity'], line: number, message: string): void {
  walk.problems.push({ severity, message, file: walk.file, line });
}
