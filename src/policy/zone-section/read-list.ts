import type { List, ListItem } from 'mdast';
import { parseConditions, mergeConditions } from '../list-items/parse-conditions.js';
import { findForbiddenPaths } from '../list-items/find-forbidden-paths.js';
import { splitInlineLead, type SplitItem } from './split-inline-lead.js';
import { splitGlobs } from '../list-items/split-globs.js';
import { parseEffect, excludesPms, parseLead, isPlainRefusal, type LeadEffect } from './parse-lead.js';
import { readListItem } from '../list-items/read-list-item.js';
import { isSetting } from '../settings/parse-setting-line.js';
import { maxNesting, createForbidLead, parseLeadConditions, addProblem, addRules } from './section-walk.js';
import type { Lead, SectionWalk } from './section-walk.js';
import { toExcerpt, firstTokenLine, startLine, tokenize, toSourceText, type TextToken } from './tokenize.js';

/** Reads a list and its nested lists under a lead. */
export function readList(walk: SectionWalk, list: List, lead: Lead | undefined, depth = 0): void {
  const last = readItems(walk, list.children.map(itemOf), lead, depth);
  if (depth === 0) walk.previousLead = last;
}

/** One list item. */
export interface SectionListItem {
  readonly tokens: readonly TextToken[];
  readonly nested: readonly List[];
  /** A task without its tick. */
  readonly isUnticked: boolean;
}

function itemOf(item: ListItem): SectionListItem {
  const nested = item.children.filter((child) => child.type === 'list');
  const tokens = tokenize(item, (node) => node.type === 'list');
  const start = tokens.findIndex(({ text }) => text.trim() !== '');
  return { tokens: start < 0 ? [] : tokens.slice(start), nested, isUnticked: item.checked === false };
}

/**
 * Reads items under their lead; `undefined` where nothing says what they are. A lead that runs on from an item leads those after
 * it where it forbids. Returns the lead in force at the end.
 */
export function readItems(
  walk: SectionWalk,
  items: readonly SectionListItem[],
  lead: Lead | undefined,
  depth: number,
): Lead | undefined {
  if (lead === undefined && depth === 0) reportUnled(walk, items);
  let current = lead;
  for (const whole of items) {
    const cut = splitItem(whole);
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
    reportInlineLead(walk, next);
    if (excludesPms(next)) current = createForbidLead(true);
  }
  return current;
}

/** The words of an item with a nested list lead that list; an inline lead then stands at the list's end. */
function splitItem({ tokens, nested }: SectionListItem): SplitItem {
  const below = nested.at(-1)?.children.at(-1);
  return below === undefined ? splitInlineLead(tokens) : { own: tokens, lead: splitItem(itemOf(below)).lead };
}

function reportInlineLead(walk: SectionWalk, lead: readonly TextToken[]): void {
  const message = `"${toExcerpt(toSourceText(lead))}" stands in the list above, so what follows can be taken for more of that list. Put an empty line before it, and no bullet.`;
  addProblem(walk, 'warning', firstTokenLine(lead), message);
}

/** In a list without a lead, an item may still lead its nested list, or forbid the paths in it. */
function readUnled(walk: SectionWalk, item: SectionListItem, depth: number): void {
  const { globs, rest } = splitGlobs(item.tokens);
  const isRefused = globs.length > 0 && isPlainRefusal(rest);
  const effect = isRefused ? 'forbid' : parseEffect(item.tokens);
  if (effect === undefined) return;
  readNested(walk, item, ownLead(item, effect), depth);
  const paths = effect === 'forbid' ? findForbiddenPaths(item.tokens) : [];
  if (paths.length > 0) addRules(walk, readListItem(paths, 'forbid', []));
}

function reportUnled(walk: SectionWalk, items: readonly SectionListItem[]): void {
  const globs = items.find(
    ({ tokens }) => tokens.some(({ kind }) => kind === 'code') && !isSetting(tokens) && !excludesPms(tokens),
  );
  if (globs === undefined) return;
  const message =
    'The words above this list do not say whether PMs can or cannot touch it, so it opens and forbids nothing. Begin it with "PMs can touch:" or "PMs cannot touch:".';
  addProblem(walk, 'warning', firstTokenLine(globs.tokens), message);
}

function ownLead(item: SectionListItem, effect: LeadEffect): Lead {
  return effect === 'forbid'
    ? createForbidLead(true)
    : { effect, isDirect: true, conditions: parseLeadConditions(item.tokens, false) };
}

function readAllowItem(walk: SectionWalk, item: SectionListItem, lead: Lead, depth: number): void {
  const own = parseLead(item.tokens);
  const isLead = item.nested.length > 0 && item.tokens[0]?.kind !== 'code';
  if (isLead && own === 'forbid') {
    readNested(walk, item, createForbidLead(true), depth);
    return;
  }
  if (isLead) {
    const more = parseConditions(toSourceText(item.tokens), firstTokenLine(item.tokens), own === 'allow');
    readNested(walk, item, { ...lead, conditions: mergeConditions(lead.conditions, more) }, depth);
    return;
  }
  if (item.isUnticked) {
    const message = 'An unticked task opens nothing. Write it as a plain item once it holds.';
    addProblem(walk, 'warning', firstTokenLine(item.tokens), message);
    return;
  }
  // What is nested under a glob belongs to it: an exception, or a condition in free text. A colon parts it from the leading run of globs.
  const colon = { kind: 'text', text: ': ', struck: false, bold: false } as const;
  const below = item.nested.flatMap((list) => [{ ...colon, line: startLine(list) }, ...tokenize(list)]);
  addRules(walk, readListItem([...item.tokens, ...below], 'allow', lead.conditions));
}

function readForbidItem(walk: SectionWalk, item: SectionListItem, lead: Lead, depth: number): void {
  if (lead.isTitleOfBoth === true && item.nested.length > 0 && parseLead(item.tokens) === 'allow') {
    readNested(walk, item, ownLead(item, 'allow'), depth);
    return;
  }
  const before = walk.rules.length;
  readNested(walk, item, createForbidLead(false), depth);
  const reading = readListItem(item.tokens, 'forbid', []);
  if (
    item.tokens[0]?.kind === 'code' ||
    (lead.isDirect && (walk.rules.length === before || reading.rules.length > 0))
  ) {
    addRules(walk, reading);
  } else if (!lead.isDirect) {
    // A note under a list that forbids: paths in it are locked, but it is not a malformed rule.
    const isCode = (glob: string): boolean => item.tokens.some(({ kind, text }) => kind === 'code' && text === glob);
    addRules(walk, { rules: reading.rules.filter(({ glob }) => isCode(glob)), problems: [] });
  }
}

const tooDeep = `Lists nested more than ${maxNesting} deep are not read. Ask engineering to flatten this one.`;

function readNested(walk: SectionWalk, item: SectionListItem, lead: Lead, depth: number): void {
  for (const list of item.nested) {
    if (depth < maxNesting) readList(walk, list, lead, depth + 1);
    else addProblem(walk, 'error', startLine(list), tooDeep);
  }
}
