import type { List } from 'mdast';
import { isNeutral } from '../grammar/neutral-prose.js';
import { toPhrase } from '../grammar/phrase.js';
import { splitGlobs } from '../grammar/split-globs.js';
import { readStandingLabel, readStandings, type StandingLabel } from '../grammar/standing-labels.js';
import { normalizeWords, tokenize, type TextToken } from '../grammar/tokenize.js';
import { pairPaths } from '../list-items/close-paths.js';
import { readAllowItem } from '../list-items/read-allow-item.js';
import { readForbidItem } from '../list-items/read-forbid-item.js';
import { flushProse } from './prose/read-prose.js';
import { addRules, type SectionWalk } from './section-walk.js';

/**
 * Reads a list right under the title of the zone whose every item is paths and a label that says whose they are: "`docs/**` — PMs", "`src/**` — PMs with an
 * engineer", "`auth/**` — engineers only". What stands in brackets behind a label is a condition. False for any other list, of which nothing is read.
 */
export function readLabelledItems(walk: SectionWalk, list: List): boolean {
  const { pending, headings } = walk;
  if (!headings.every(({ reading: { kind } }) => kind === 'title' || kind === 'neutral')) return false;
  if (pending !== undefined && !isNeutral(pending)) return false;
  const items = list.children.map((item) =>
    typeof item.checked === 'boolean' || item.children.length > 1 ? undefined : readItem(tokenize(item)),
  );
  if (readStandings(items.map((item) => item?.label)) === undefined) return false;
  flushProse(walk);
  for (const { label, tokens } of items.filter((item) => item !== undefined)) {
    if (label.effect === 'allow') addRules(walk, readAllowItem(tokens, plain));
    else addRules(walk, label.effect === 'pair' ? pairPaths(toPhrase(tokens)) : readForbidItem(tokens));
    if (label.effect !== 'allow') walk.lockedItems.push(tokens);
  }
  walk.previous = undefined;
  walk.isFirst = false;
  return true;
}

const plain = { conditions: [], labels: [], folders: [] };

interface LabelledItem {
  readonly label: StandingLabel;
  /** The item without its label. */
  readonly tokens: readonly TextToken[];
}

function readItem(tokens: readonly TextToken[]): LabelledItem | undefined {
  const start = tokens.findIndex(({ text }) => text.trim() !== '');
  const { globs, rest } = splitGlobs(tokens.slice(start));
  const [said, ...more] = rest.filter(({ text }) => text.trim() !== '');
  if (toPhrase(tokens).isOdd || globs.length === 0 || said?.kind !== 'text') return undefined;
  const [, words = '', bracket = ''] = behind.exec(more.length === 0 ? said.text.trim() : said.text) ?? [];
  const label = readStandingLabel(normalizeWords(words));
  if (label === undefined || (more.length > 0 && !bracket.startsWith('('))) return undefined;
  return { label, tokens: [...tokens.slice(0, tokens.indexOf(said)), { ...said, text: ` ${bracket}` }, ...more] };
}

/** A dash, a colon or an arrow, the label, and what stands in brackets behind it. */
const behind = /^\s*(?:[–—:→-]|->)\s*([^()]{1,120}?)\s*(\(.{0,400})?$/su;
