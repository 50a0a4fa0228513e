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

const sign = (signs: string, meaning: string): RegExp =>
  new RegExp(`^(?:${signs})\\ufe0f?(?: ?[=:–-])? (?:${meaning})$`, 'iu');
const pms = '(?:(?:a |the |our )?PMs?|product managers?) ';

const yes = sign(
  '✅|🟢',
  `${pms}(?:can|may) (?:touch|edit|change)|(?:${pms})?(?:alone|on (?:their|your) own|freely)|yes|editable|can touch`,
);
const pair = sign('👥|🤝|🟡', `(?:${pms})?(?:(?:only )?(?:together )?with (?:an )?engineers?|in pairs?|together|pair)`);
const no = sign(
  '⛔|❌|🚫|🔴|🔒',
  `${pms}(?:cannot|can't|may not|must not) (?:touch|edit|change)|cannot touch|no|never|not(?: at all)?|locked|engineers only|not for PMs`,
);
