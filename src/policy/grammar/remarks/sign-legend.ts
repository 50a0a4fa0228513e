import { readStandingLabel, type StandingLabel } from '../leads/standing-labels.js';
import { normalizeWords } from '../tokenize.js';

/**
 * Whether a line, as it is written, is nothing but what the signs of a table or a list mean: "✅ PMs can touch, 👥 with an engineer, ⛔ PMs cannot
 * touch". Each sign has a meaning of its own kind, and one that says yes is among them.
 */
export function isSignLegend(source: string): boolean {
  const parts = source.replace(before, '').replace(/\.$/u, '').split(between);
  const effects = parts.map(readMeaning);
  return effects.includes('allow') && !effects.includes(undefined);
}

/** What a sign that stands alone says where such a line explains it; `undefined` for anything else. */
export function effectOfSign(text: string): Effect | undefined {
  return effects.find((effect) => bare[effect].test(text));
}

/** What a sign and its meaning say, where both say the same. */
function readMeaning(part: string): Effect | undefined {
  const [, sign = '', meaning = ''] = explained.exec(part) ?? [];
  const effect = effectOfSign(sign);
  return effect !== undefined && readStandingLabel(normalizeWords(meaning))?.effect === effect ? effect : undefined;
}

const signs = { allow: '✅|🟢', pair: '👥|🤝|🟡', forbid: '⛔|❌|🚫|🔴|🔒' } as const;
type Effect = StandingLabel['effect'];
const effects: readonly Effect[] = ['allow', 'pair', 'forbid'];
const asBare = (effect: Effect): RegExp => new RegExp(`^(?:${signs[effect]})\\ufe0f?$`, 'u');
const bare = { allow: asBare('allow'), pair: asBare('pair'), forbid: asBare('forbid') } as const;

const anySign = `(?:${Object.values(signs).join('|')})`;
const explained = new RegExp(`^(${anySign}\\ufe0f?)(?: ?[=:–—-])? (.+)$`, 'u');
const between = new RegExp(` ?(?:[,;·|.] (?:and )?|and | )(?=${anySign})`, 'u');
const before =
  /^(?:legend|key|signs): |^(?:what|which files) (?:the |our )?(?:PMs|product managers) (?:can|may) (?:change|edit|touch)\. /iu;
