import type { Region } from '../gated-regions.js';

/**
 * Methods of a Ruby program that it did not have before, and that it calls in what `parts` leave out alone. One that it does not call may stand in for another of its name; a
 * controller's are pages.
 */
export function findUnusedMethods(
  path: string,
  text: string,
  before: string,
  parts: readonly Region[],
): readonly Region[] {
  if (!/\.rb$/i.test(path) || /_controller\.rb$/i.test(path)) return [];
  const left = parts.map(([from, to]) => text.slice(from, to)).join('\n');
  return [...text.matchAll(method)].flatMap(({ 0: whole, 2: name = '', index }): Region[] => {
    const word = new RegExp(`(?<![\\w])${name}(?![\\w])`, 'g');
    const isUnused = !before.includes(name) && left.split(word).length <= 2 && text.split(word).length > 2;
    return isUnused && !/^(?:initialize|call|perform|to_\w+|before_|after_|method_missing)$/.test(name)
      ? [[index, index + whole.length]]
      : [];
  });
}

/** From `def` to the `end` that stands below it. */
const method = /^([ \t]*)def (\w{1,100})\b[^\n]*\n(?:(?!\1end\b)[^\n]*\n){0,200}?\1end\b/gm;
