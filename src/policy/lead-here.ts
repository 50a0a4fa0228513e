import { joinConditions } from './conditions.js';
import { forbiddenPaths } from './forbidden-paths.js';
import { leaveParagraphs } from './leave-paragraphs.js';
import { effectOf, keepsOut, leadOf, saysBoth, saysCan } from './lead.js';
import { readItem } from './rule-item.js';
import type { Piece } from './zone-text.js';
import { forbidHere, leadConditions, take, type Lead, type Walk } from './zone-walk.js';

/** The lead of a list that begins here; consumes the paragraphs. */
export function leadHere(walk: Walk): Lead | undefined {
  const { paragraphs, headings, previous } = walk;
  const near = paragraphs.at(-1) ?? (previous === undefined ? headings.at(-1)?.tokens : undefined);
  if (near === undefined) return previous;
  const effect = effectOf(near);
  const byHeading = paragraphs.length === 0;
  const inherited =
    previous === undefined && paragraphs.length === 1 ? leadByHeading(headings.at(-1)?.tokens, near) : undefined;
  const above = [...paragraphs, ...headings.map(({ tokens }) => tokens)];
  walk.paragraphs = paragraphs.slice(0, -1);
  leaveParagraphs(walk, true);
  const named = effect === 'forbid' && !byHeading ? forbiddenPaths(near, true) : [];
  if (named.length > 0) take(walk, readItem(named, 'forbid', []));
  if (effect === 'forbid') return byHeading && saysBoth(near) ? { ...forbidHere(false), both: true } : forbidHere(true);
  if (effect === 'allow') return { effect, sure: true, conditions: leadConditions(near, byHeading) };
  if (inherited !== undefined) return inherited;
  return previous?.effect === 'forbid' || above.some(keepsOut) ? forbidHere(false) : undefined;
}

/** "These folders:" under the heading "PMs can touch": the heading leads, where the sentence adds nothing but known conditions. */
function leadByHeading(heading: readonly Piece[] | undefined, sentence: readonly Piece[]): Lead | undefined {
  if (heading === undefined || !saysCan(heading) || leadOf(sentence) !== undefined) return undefined;
  const conditions = leadConditions(sentence, false);
  if (conditions.some(({ kind }) => kind === 'free-text')) return undefined;
  return { effect: 'allow', sure: true, conditions: joinConditions(leadConditions(heading, true), conditions) };
}
