import { findQuoted } from './code-text.js';
import { toCamelCase } from './references/find-referring-paths.js';

/** Where a text names a flag. */
export interface FlagUse {
  readonly at: number;
  /** Else it is a word as any other: `'search'` may be a flag, a page or a field. */
  readonly isSure: boolean;
}

/**
 * Where a text names a flag: as a whole string, as a symbol of Ruby (`:new_home`), as a member (`flags.newHome`, `Features::NEW_HOME`), as what is
 * taken out of flags (`const { newHome } = useFlags()`), or in a tag of a template (`{% flag new_home %}`). What is surely the flag goes first.
 */
export function findFlagUse(text: string, key: string): FlagUse | undefined {
  const named = [...findQuoted(text, key), ...findWords(text, `:${key}`, (before) => !/[\w:]$/.test(before))];
  const sure = isPlainWord(key) ? named.find((at) => isAboutFlags(text, at, key)) : named[0];
  const at = sure ?? findMember(text, key) ?? findTag(text, key) ?? findTaken(text, key);
  if (at !== undefined) return { at, isSure: true };
  return named[0] === undefined ? undefined : { at: named[0], isSure: false };
}

/** `search`, and neither `new-search` nor `newSearch`. */
function isPlainWord(key: string): boolean {
  return /^[a-z]+$|^[A-Z][a-z]*$/.test(key);
}

/** Does the line say that the word is about flags? */
function isAboutFlags(text: string, at: number, key: string): boolean {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const to = text.indexOf('\n', at + key.length);
  const before = text.slice(Math.max(from, at - 200), at);
  const after = text.slice(at + key.length, Math.min(to === -1 ? text.length : to, at + key.length + 100));
  return /flag|feature|toggle|experiment|gate|variant|variation|enabled|active|switch|treatment|is_?o(?:n|ff)|unleash|flipper/i.test(
    `${before} ${after}`,
  );
}

const holder = /(?:(?:flag|feature|toggle|experiment)\w{0,20}|switches|ab_?tests?)(?:\(\))?[?!]?$/i;

function findMember(text: string, key: string): number | undefined {
  for (const name of spellings(key)) {
    for (const sign of ['.', '::', '->']) {
      const [member] = findWords(text, `${sign}${name}`, (before) => holder.test(before));
      if (member !== undefined) return member + sign.length;
    }
  }
  return undefined;
}

/** The key, and as programs write it where it has to be a name. */
export function spellings(key: string): ReadonlySet<string> {
  const named = toCamelCase(key);
  const [first, rest] = [named.charAt(0), named.slice(1)];
  const camel = first.toLowerCase() + rest;
  const snake = camel.replaceAll(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  return new Set([key, named, camel, first.toUpperCase() + rest, snake, snake.toUpperCase()]);
}

function findTag(text: string, key: string): number | undefined {
  return findWords(text, ` ${key}`, (before) => /\{%-?\s{0,4}\w{0,9}(?:flag|switch|sample|feature)$/.test(before))[0];
}

function findTaken(text: string, key: string): number | undefined {
  // Most programs hold neither, and every program is asked.
  const spelled = [key, toCamelCase(key)].filter((name) => text.includes(name));
  if (spelled.length === 0) return undefined;
  for (const { index, 1: names = '' } of text.matchAll(
    /\{([^{}]{1,400})\}\s{0,4}=\s{0,4}(?:await\s{1,4})?[\w$.]{0,40}(?:flags|features|toggles|experiments)\b/gi,
  )) {
    for (const name of spelled) {
      const [taken] = findWords(names, name, (before) => !/[\w$.:]\s*$/.test(before));
      if (taken !== undefined) return index + 1 + taken;
    }
  }
  return undefined;
}

/** The places of `wanted` that no name goes on from and behind what `fits`. */
function findWords(text: string, wanted: string, fits: (before: string) => boolean): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (!/[\w$-]/.test(text.charAt(at + wanted.length)) && fits(text.slice(Math.max(0, at - 40), at))) found.push(at);
  }
  return found;
}
