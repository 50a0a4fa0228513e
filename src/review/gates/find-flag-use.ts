import { findQuoted } from './code-text.js';
import { toCamelCase } from './find-referring-paths.js';

/** Where a text names a flag: as a whole string, as a symbol of Ruby (`:new_home`), or as a member (`flags.newHome`). */
export function findFlagUse(text: string, key: string): number | undefined {
  const [quoted] = findQuoted(text, key);
  if (quoted !== undefined) return quoted;
  const symbol = findWord(text, `:${key}`, (before) => !/[\w:]$/.test(before));
  if (symbol !== undefined) return symbol;
  for (const name of [key, toCamelCase(key)]) {
    const member = findWord(text, `.${name}`, (holder) =>
      /(?:(?:flag|feature|toggle|experiment)\w{0,20}|switches|ab_?tests?)(?:\(\))?[?!]?$/i.test(holder),
    );
    if (member !== undefined) return member + 1;
  }
  return undefined;
}

/** The first place of `wanted` that no name goes on from and behind what `fits`. */
function findWord(text: string, wanted: string, fits: (before: string) => boolean): number | undefined {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (!/[\w$-]/.test(text.charAt(at + wanted.length)) && fits(text.slice(Math.max(0, at - 40), at))) return at;
  }
  return undefined;
}
