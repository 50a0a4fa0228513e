import { findQuoted } from './code-text.js';
import { toCamelCase } from './find-referring-paths.js';

/** Where a text names a flag: as a whole string, or as a member (`flags.newHome`). */
export function findFlagUse(text: string, key: string): number | undefined {
  const [quoted] = findQuoted(text, key);
  if (quoted !== undefined) return quoted;
  for (const name of [key, toCamelCase(key)]) {
    const wanted = `.${name}`;
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
      const holder = text.slice(Math.max(0, at - 40), at);
      if (
        /(?:flag|feature|toggle|experiment)\w{0,20}(?:\(\))?[?!]?$/i.test(holder) &&
        !/^[\w$-]/.test(text.slice(at + wanted.length))
      )
        return at + 1;
    }
  }
  return undefined;
}
