import { joinConditions } from './conditions.js';
import { isOutsideSentence } from './forbid-item.js';
import { leadOf, saysBoth, saysCan } from './lead.js';
import { readItem } from './rule-item.js';
import { firstLine, sourceOf, type Piece } from './zone-text.js';
import { forbidHere, leadConditions, take, type Lead, type Walk } from './zone-walk.js';

/** The lead of a list that begins here; uses up the paragraphs. */
export function leadHere(walk: Walk): Lead | undefined {
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

/** Paragraphs that turned out to lead no list: what they forbid is prose. */
export function leaveParagraphs(walk: Walk): void {
  for (const pieces of walk.paragraphs) {
    if (leadOf(pieces) !== 'forbid' || isOutsideSentence(pieces)) continue;
    const line = firstLine(pieces);
    walk.prose.push({ file: walk.file, line, text: sourceOf(pieces) });
    const paths = pieces.filter(({ kind, text }) => kind === 'code' && /[*/\\]/u.test(text));
    if (paths.length > 0) take(walk, readItem(paths, 'forbid', []));
  }
  walk.paragraphs = [];
}
