import type { List } from 'mdast';
import { effectOfSign, isSignLegend } from '../grammar/remarks/sign-legend.js';
import { toPhrase } from '../grammar/phrase.js';
import { tokenize, toSourceText, type TextToken } from '../grammar/tokenize.js';
import { pairPaths } from '../list-items/close-paths.js';
import { readAllowItem } from '../list-items/read-allow-item.js';
import { readForbidItem } from '../list-items/read-forbid-item.js';
import { headingsOver } from './headings/headings-over.js';
import { flushProse } from './prose/read-prose.js';
import { addRules, type SectionWalk } from './section-walk.js';

/**
 * Reads a list right under what its signs mean ("✅ PM alone · 🤝 with an engineer · ⛔ engineers only") whose every item is such a sign and its paths.
 * False for any other list, of which nothing is read.
 */
export function readSignItems(walk: SectionWalk, list: List): boolean {
  const { pending } = walk;
  if (pending === undefined || pending.isOdd || !isSignLegend(pending.source)) return false;
  const over = headingsOver(walk);
  if (over.effect === 'forbid' || over.effect === 'pair') return false;
  const items = list.children.map((item) =>
    typeof item.checked === 'boolean' || item.children.length > 1
      ? undefined
      : readSign(tokenize(item), pending.source),
  );
  const known = items.filter((item) => item !== undefined);
  if (known.length < items.length) return false;
  flushProse(walk);
  for (const { effect, tokens } of known) {
    if (effect === 'allow') addRules(walk, readAllowItem(tokens, over));
    else addRules(walk, effect === 'pair' ? pairPaths(toPhrase(tokens)) : readForbidItem(tokens));
    if (effect !== 'allow') walk.lockedItems.push(tokens);
  }
  walk.previous = undefined;
  walk.isFirst = false;
  return true;
}

interface SignItem {
  readonly effect: 'allow' | 'pair' | 'forbid';
  readonly tokens: readonly TextToken[];
}

/** An item without its sign, which has to be one of the legend's, right before its first path. */
function readSign(item: readonly TextToken[], legend: string): SignItem | undefined {
  const start = item.findIndex(({ kind }) => kind === 'code');
  const sign = toSourceText(item.slice(0, Math.max(start, 0))).replace(/\ufe0f$/u, '');
  const effect = effectOfSign(sign);
  if (effect === undefined || !legend.includes(sign)) return undefined;
  return { effect, tokens: item.slice(start) };
}
