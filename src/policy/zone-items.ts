import type { List, ListItem } from 'mdast';
import { conditionsIn, joinConditions } from './conditions.js';
import { forbiddenPaths } from './forbidden-paths.js';
import { cutLead, type CutItem } from './glued-lead.js';
import { splitGlobs } from './item-globs.js';
import { effectOf, keepsOut, leadOf, saysOnlyNo, type Effect } from './lead.js';
import { readItem } from './rule-item.js';
import { isSetting } from './setting-line.js';
import { deepest, forbidHere, leadConditions, report, take, type Lead, type Walk } from './zone-walk.js';
import { excerptOf, firstLine, lineOf, piecesOf, sourceOf, type Piece } from './zone-text.js';

/** Reads a list and its nested lists under a lead. */
export function readList(walk: Walk, list: List, lead: Lead | undefined, depth = 0): void {
  const last = readItems(walk, list.children.map(itemOf), lead, depth);
  if (depth === 0) walk.previous = last;
}

/** One list item. */
export interface Item {
  readonly tokens: readonly Piece[];
  readonly nested: readonly List[];
  /** A task without its tick. */
  readonly isUnticked: boolean;
}

function itemOf(item: ListItem): Item {
  const nested = item.children.filter((child) => child.type === 'list');
  return {
    tokens: trimmed(piecesOf(item, (node) => node.type === 'list')),
    nested,
    isUnticked: item.checked === false,
  };
}

function trimmed(tokens: readonly Piece[]): readonly Piece[] {
  const start = tokens.findIndex(({ text }) => text.trim() !== '');
  return start < 0 ? [] : tokens.slice(start);
}

/**
 * Reads items under their lead; `undefined` where nothing says what they are. A lead that runs on from an item leads those after
 * it where it forbids. Returns the lead in force at the end.
 */
export function readItems(walk: Walk, items: readonly Item[], lead: Lead | undefined, depth: number): Lead | undefined {
  if (lead === undefined && depth === 0) reportUnled(walk, items);
  let current = lead;
  for (const whole of items) {
    const cut = gluedLead(whole);
    // On a list that forbids, words without a path are an error, and no lead.
    const isAlone = cut.own.length === 0 && whole.nested.length === 0 && current?.effect === 'forbid';
    const { own, lead: next } = isAlone ? { own: whole.tokens, lead: undefined } : cut;
    const item = { ...whole, tokens: own };
    if (!isSetting(own) && (own.length > 0 || item.nested.length > 0)) {
      if (current === undefined) readUnled(walk, item, depth);
      else if (current.effect === 'allow') readAllowItem(walk, item, current, depth);
      else readForbidItem(walk, item, current, depth);
    }
    if (next === undefined) continue;
    reportGlued(walk, next);
    if (keepsOut(next)) current = forbidHere(true);
  }
  return current;
}

/** The words of an item with a nested list lead that list; an inline lead then stands at the list's end. */
function gluedLead({ tokens, nested }: Item): CutItem {
  const below = nested.at(-1)?.children.at(-1);
  return below === undefined ? cutLead(tokens) : { own: tokens, lead: gluedLead(itemOf(below)).lead };
}

function reportGlued(walk: Walk, lead: readonly Piece[]): void {
  report(
    walk,
    'warning',
    firstLine(lead),
    `"${excerptOf(sourceOf(lead))}" stands in the list above, so what follows can be taken for more of that list. Put an empty line before it, and no bullet.`,
  );
}

/** In a list without a lead, an item may still lead its nested list, or forbid the paths in it. */
function readUnled(walk: Walk, item: Item, depth: number): void {
  const { globs, rest } = splitGlobs(item.tokens);
  const isRefused = globs.length > 0 && saysOnlyNo(rest);
  const effect = isRefused ? 'forbid' : effectOf(item.tokens);
  if (effect === undefined) return;
  readNested(walk, item, ownLead(item, effect), depth);
  const paths = effect === 'forbid' ? forbiddenPaths(item.tokens) : [];
  if (paths.length > 0) take(walk, readItem(paths, 'forbid', []));
}

function reportUnled(walk: Walk, items: readonly Item[]): void {
  const globs = items.find(
    ({ tokens }) => tokens.some(({ kind }) => kind === 'code') && !isSetting(tokens) && !keepsOut(tokens),
  );
  if (globs === undefined) return;
  report(
    walk,
    'warning',
    firstLine(globs.tokens),
    'The words above this list do not say whether PMs can or cannot touch it, so it opens and forbids nothing. Begin it with "PMs can touch:" or "PMs cannot touch:".',
  );
}

function ownLead(item: Item, effect: Effect): Lead {
  return effect === 'forbid'
    ? forbidHere(true)
    : { effect, sure: true, conditions: leadConditions(item.tokens, false) };
}

function readAllowItem(walk: Walk, item: Item, lead: Lead, depth: number): void {
  const own = leadOf(item.tokens);
  const isLead = item.nested.length > 0 && item.tokens[0]?.kind !== 'code';
  if (isLead && own === 'forbid') {
    readNested(walk, item, forbidHere(true), depth);
    return;
  }
  if (isLead) {
    const conditions = joinConditions(
      lead.conditions,
      conditionsIn(sourceOf(item.tokens), firstLine(item.tokens), own === 'allow'),
    );
    readNested(walk, item, { ...lead, conditions }, depth);
    return;
  }
  if (item.isUnticked) {
    report(
      walk,
      'warning',
      firstLine(item.tokens),
      'An unticked task opens nothing. Write it as a plain item once it holds.',
    );
    return;
  }
  // What is nested under a glob belongs to it: an exception, or a condition in free text.
  const below = item.nested.flatMap((list) => [apart(lineOf(list)), ...piecesOf(list)]);
  take(walk, readItem([...item.tokens, ...below], 'allow', lead.conditions));
}

/** Separates what is nested under an item from its leading run of globs. */
function apart(line: number): Piece {
  return { kind: 'text', text: ': ', line, struck: false, bold: false };
}

function readForbidItem(walk: Walk, item: Item, lead: Lead, depth: number): void {
  if (lead.both === true && item.nested.length > 0 && leadOf(item.tokens) === 'allow') {
    readNested(walk, item, ownLead(item, 'allow'), depth);
    return;
  }
  const before = walk.rules.length;
  readNested(walk, item, forbidHere(false), depth);
  const reading = readItem(item.tokens, 'forbid', []);
  if (item.tokens[0]?.kind === 'code' || (lead.sure && (walk.rules.length === before || reading.rules.length > 0))) {
    take(walk, reading);
  } else if (!lead.sure) {
    // A note under a list that forbids: paths in it are locked, but it is not a malformed rule.
    take(walk, { rules: reading.rules.filter(({ glob }) => isCode(item, glob)), problems: [] });
  }
}

function isCode(item: Item, glob: string): boolean {
  return item.tokens.some(({ kind, text }) => kind === 'code' && text === glob);
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
