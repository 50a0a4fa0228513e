import { isOutsideSentence } from '../list-items/read-forbid-item.js';
import { mergeConditions } from '../list-items/parse-conditions.js';
import { findForbiddenPaths } from '../list-items/find-forbidden-paths.js';
import { parseEffect, excludesPms, parseLead, allowsAndForbids, grantsPermission } from './parse-lead.js';
import { readListItem } from '../list-items/read-list-item.js';
import { toExcerpt, firstTokenLine, toSourceText, type TextToken } from './tokenize.js';
import {
  createForbidLead,
  parseLeadConditions,
  addProblem,
  addRules,
  type Lead,
  type SectionWalk,
} from './section-walk.js';

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
  const ofHeading = parseLeadConditions(heading, true);
  return { effect: 'allow', isDirect: true, conditions: mergeConditions(ofHeading, conditions) };
}

/**
 * Reads the paragraphs that led no list. What they forbid is prose, and the paths in it are locked; so are those in
 * the paragraphs right under a heading that forbids, or under words that do and end in a colon or are all bold, which are a list to
 * everyone but Markdown. A colon with nothing under it that could be read is an error (`followed`: a list or an error of its own follows).
 */
export function flushParagraphs(walk: SectionWalk, followed = false): void {
  let lead = followed ? undefined : headingOver(walk);
  let isUnread = false;
  const check = (): void => {
    if (lead !== undefined && isUnread && !followed) reportUnread(walk, lead);
  };
  for (const tokens of walk.paragraphs) {
    const effect = isOutsideSentence(tokens) ? undefined : parseLead(tokens);
    const closes = !isOutsideSentence(tokens) && excludesPms(tokens);
    if (effect === 'forbid')
      walk.prose.push({ file: walk.file, line: firstTokenLine(tokens), text: toSourceText(tokens) });
    const paths = closes || lead !== undefined ? findForbiddenPaths(tokens) : [];
    const isBare = lead !== undefined && paths.length === 0 && barePath.test(toSourceText(tokens));
    if (paths.length > 0 || isBare) addRules(walk, readListItem(isBare ? tokens : paths, 'forbid', []));
    const endsInColon = /:\W*$/u.test(toSourceText(tokens));
    if (closes && (endsInColon || tokens.every(({ bold, text }) => bold || text.trim() === ''))) {
      check();
      [lead, isUnread] = [tokens, endsInColon];
    } else if (effect === 'allow') {
      check();
      lead = undefined;
    }
    if (paths.length > 0 || isBare) isUnread = false;
  }
  check();
  walk.paragraphs = [];
}

/** A word that is a path without backticks, and not "and/or". */
const barePath =
  /(?:^|[\s(,])(?:[^\s*]{0,200}\*|[^\s/]{1,200}\/(?=[\s,;.)]|$)|\.{0,2}\/[^\s/]|[^\s/]{1,200}\/[^\s/]{1,200}\/|[^\s/]{1,200}\/[^\s/.]{1,200}\.\w)/u;

/** A heading that forbids, where no list has followed it yet. */
function headingOver({ previousLead, headings }: SectionWalk): readonly TextToken[] | undefined {
  const heading = previousLead === undefined ? headings.at(-1)?.tokens : undefined;
  return heading !== undefined && excludesPms(heading) && !allowsAndForbids(heading) ? heading : undefined;
}

function reportUnread(walk: SectionWalk, lead: readonly TextToken[]): void {
  const message = `No list follows "${toExcerpt(toSourceText(lead))}", so nothing enforces it. Ask engineering to write what PMs cannot touch as a list right under it, with the globs in backticks.`;
  addProblem(walk, 'error', firstTokenLine(lead), message);
}
