import type { List, RootContent } from 'mdast';
import { effectOfSign, isSignLegend } from '../grammar/remarks/sign-legend.js';
import { isNeutral } from '../grammar/neutral-prose.js';
import { toPhrase, type Phrase } from '../grammar/phrase.js';
import { areContacts } from '../grammar/remarks/contact-lines.js';
import { tokenize, toSourceText, type TextToken } from '../grammar/tokenize.js';
import { pairPaths } from '../list-items/close-paths.js';
import { readAllowItem } from '../list-items/read-allow-item.js';
import { readForbidItem } from '../list-items/read-forbid-item.js';
import { headingsOver } from './headings/headings-over.js';
import { describePmLine } from './prose/describe-pm-line.js';
import { flushProse } from './prose/read-prose.js';
import { addProblem, addRules, type SectionWalk } from './section-walk.js';

/**
 * Reads a list whose every item is a sign and its paths, right under what its signs mean ("✅ PM alone · 🤝 with an engineer · ⛔ engineers only"), or with
 * nothing over it where one paragraph of the section says so. False for any other list, of which nothing is read.
 */
export function readSignItems(walk: SectionWalk, list: List): boolean {
  const { pending } = walk;
  const legend = pending !== undefined && !pending.isOdd && isSignLegend(pending.source) ? pending.source : walk.legend;
  const isPlain = pending === undefined || pending.source === legend || isNeutral(pending) || isForPms(pending);
  if (legend === undefined || !isPlain) return false;
  const over = headingsOver(walk);
  if (over.effect === 'forbid' || over.effect === 'pair') return false;
  const items = list.children.map((item) =>
    typeof item.checked === 'boolean' || item.children.length > 1 ? undefined : readSign(tokenize(item), legend),
  );
  const known = items.filter((item) => item !== undefined);
  if (known.length < items.length) return false;
  if (pending !== undefined && isForPms(pending)) {
    walk.pending = undefined;
    // Without a list of PMs these names hold nobody.
    if (!walk.hasRoster) addProblem(walk, 'info', pending.line, describePmLine(pending.source));
  }
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

/** "For PMs (Ana, @ana):" says for whom the items below are, and no more. */
function isForPms({ source, isOdd }: Phrase): boolean {
  const [, names] = forPms.exec(source) ?? [];
  return !isOdd && names !== undefined && areContacts(names.replaceAll(';', ','));
}

const forPms = /^for (?:the |our )?(?:PMs?|product managers?) \(([^()]{1,120})\):$/iu;

/** What the signs of a section mean, where one paragraph alone says so. */
export function findLegend(blocks: readonly RootContent[]): string | undefined {
  const phrases = blocks.flatMap((block) => (block.type === 'paragraph' ? [toPhrase(tokenize(block))] : []));
  const legends = phrases.filter(({ source, isOdd }) => !isOdd && isSignLegend(source));
  return legends.length === 1 ? legends[0]?.source : undefined;
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
