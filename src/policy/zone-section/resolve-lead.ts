import { mergeConditions } from '../list-items/parse-conditions.js';
import { findForbiddenPaths } from '../list-items/find-forbidden-paths.js';
import { flushParagraphs } from './flush-paragraphs.js';
import { parseEffect, excludesPms, parseLead, allowsAndForbids, grantsPermission } from './parse-lead.js';
import { readListItem } from '../list-items/read-list-item.js';
import type { TextToken } from './tokenize.js';
import { createForbidLead, parseLeadConditions, addRules, type Lead, type SectionWalk } from './section-walk.js';

/** The lead of a list that begins here; consumes the paragraphs. */
export function resolveLead(walk: SectionWalk): Lead | undefined {
  const { paragraphs, headings, previousLead } = walk;
  const near = paragraphs.at(-1) ?? (previousLead === undefined ? headings.at(-1)?.tokens : undefined);
  if (near === undefined) return previousLead;
  const effect = parseEffect(near);
  const byHeading = paragraphs.length === 0;
  const inherited =
    previousLead === undefined && paragraphs.length === 1 ? leadByHeading(headings.at(-1)?.tokens, near) : undefined;
  const above = [...paragraphs, ...headings.map(({ tokens }) => tokens)];
  walk.paragraphs = paragraphs.slice(0, -1);
  flushParagraphs(walk, true);
  const named = effect === 'forbid' && !byHeading ? findForbiddenPaths(near, true) : [];
  if (named.length > 0) addRules(walk, readListItem(named, 'forbid', []));
  if (effect === 'forbid')
    return byHeading && allowsAndForbids(near)
      ? { ...createForbidLead(false), isTitleOfBoth: true }
      : createForbidLead(true);
  if (effect === 'allow') return { effect, isDirect: true, conditions: parseLeadConditions(near, byHeading) };
  if (inherited !== undefined) return inherited;
  return previousLead?.effect === 'forbid' || above.some(excludesPms) ? createForbidLead(false) : undefined;
}

/** "These folders:" under the heading "PMs can touch": the heading leads, where the sentence adds nothing but known conditions. */
function leadByHeading(heading: readonly TextToken[] | undefined, sentence: readonly TextToken[]): Lead | undefined {
  if (heading === undefined || !grantsPermission(heading) || parseLead(sentence) !== undefined) return undefined;
  const conditions = parseLeadConditions(sentence, false);
  if (conditions.some(({ kind }) => kind === 'free-text')) return undefined;
  return {
    effect: 'allow',
    isDirect: true,
    conditions: mergeConditions(parseLeadConditions(heading, true), conditions),
  };
}
