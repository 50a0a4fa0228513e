/**
 * Whether a line, as it is written, is nothing but what the signs of a table mean: "✅ PMs can touch, 👥 with an engineer, ⛔ PMs cannot touch". Each
 * sign has a meaning of its own kind, and the one that says yes is among them.
 */
export function isSignLegend(source: string): boolean {
  const parts = source
    .replace(
      /^(?:legend|key|signs): |^(?:what|which files) (?:the |our )?(?:PMs|product managers) (?:can|may) (?:change|edit|touch)\. /iu,
      '',
    )
    .replace(/\.$/u, '')
    .split(/ ?[,;·|] (?:and )?| and /u);
  return parts.some((part) => yes.test(part)) && parts.every((part) => [yes, pair, no].some((form) => form.test(part)));
}

/** What a sign that stands alone says where such a line explains it; `undefined` for anything else. */
export function effectOfSign(text: string): Effect | undefined {
  return effects.find((effect) => bare[effect].test(text));
}

const signs = { allow: '✅|🟢', pair: '👥|🤝|🟡', forbid: '⛔|❌|🚫|🔴|🔒' } as const;
type Effect = keyof typeof signs;
const effects: readonly Effect[] = ['allow', 'pair', 'forbid'];
const asBare = (effect: Effect): RegExp => new RegExp(`^(?:${signs[effect]})\\ufe0f?$`, 'u');
const bare = { allow: asBare('allow'), pair: asBare('pair'), forbid: asBare('forbid') } as const;

const sign = (effect: Effect, meaning: string): RegExp =>
  new RegExp(`^(?:${signs[effect]})\\ufe0f?(?: ?[=:–-])? (?:${meaning})$`, 'iu');
const pms = '(?:(?:a |the |our )?PMs?|product managers?) ';

const yes = sign(
  'allow',
  `${pms}(?:can|may) (?:touch|edit|change)|(?:${pms})?(?:alone|on (?:their|your) own|freely)|yes|editable|can touch|go ahead|free|open`,
);
const pair = sign('pair', `(?:${pms})?(?:(?:only )?(?:together )?with (?:an )?engineers?|in pairs?|together|pair)`);
const no = sign(
  'forbid',
  `${pms}(?:cannot|can't|may not|must not) (?:touch|edit|change)|cannot touch|no|never|not(?: at all)?|locked|engineers only|not for PMs`,
);
