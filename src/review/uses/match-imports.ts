import { locateCatalog, locateWordless } from '../../catalogs/locate-catalog.js';
import { resolveImport } from '../gates/references/import-index.js';
import type { KeyIndex } from './key-index.js';
import type { KeyMatch } from './key-match.js';

/** `import en, { bye as last } from './en.json'`, `import * as en from …`: the groups are names, then where from. */
const imported =
  /\bimport\s{1,9}(?:([\w$]{1,80})\s{0,9},?\s{0,9})?(?:\*\s{0,9}as\s{1,9}([\w$]{1,80})|\{([^{}]{0,5000})\})?\s{0,9}from\s{0,9}["']([^"'\n]{1,300})["']/g;
/** `const en = require('./en.json')`, `const { bye } = await import(…)`. */
const required =
  /\b(?:const|let|var|import)\s{1,9}(?:([\w$]{1,80})|(\{[^{}]{0,5000}\}))\s{0,9}=\s{0,9}(?:await\s{1,9}import|require)\s{0,9}\(\s{0,9}["'`]([^"'`\n]{1,300})["'`]/g;
/** One name behind it: a member, or in square brackets. */
const member =
  /\s{0,80}[?!]?\.\s{0,9}([\p{L}_$][\p{L}\p{N}_$]{0,100})|(?:\?\.)?\[\s?(["'`])([^"'`\]\n]{1,200})\2\s?\]/uy;
const mostMembers = 13;
const mostNames = 50;

/** Where a program that loads a catalog itself takes the text out of it, by whatever name: `import en from './en.json'; en.bye`. */
export function matchImports(path: string, text: string, keys: KeyIndex): readonly KeyMatch[] {
  if (!mayLoad.test(path)) return [];
  const matches: KeyMatch[] = [];
  const add = (family: string, name: string, at: number, end: number): void => {
    // What is done with a text stands behind it: `en.bye.replace(…)`.
    for (let each = name; each !== ''; each = each.slice(0, Math.max(0, each.lastIndexOf('.')))) {
      const found = keys.named(each).filter((key) => isOf(key.family, family));
      for (const key of found) matches.push({ key, at, end, sure: true });
      if (found.length > 0) return;
    }
    if (!keys.below(name)) return;
    // A whole group of texts is taken, and what of it is shown nobody here can tell.
    for (const key of keys.fitting([`${name}.`, ''], true))
      if (isOf(key.family, family)) matches.push({ key, at, end, sure: false });
  };
  const addParts = (family: string, parts: string, at: number): void => {
    for (const { index, 1: name = '' } of parts.matchAll(
      /(?<=(?:^|[{,])\s{0,80})["']?([\p{L}_$][\p{L}\p{N}_$]{0,100})/gu,
    ))
      add(family, name, at + index, at + index + name.length);
  };
  const held = new Map<string, string>();
  for (const { index, 0: whole, 1: one, 2: all, 3: parts, 4: from = '' } of text.matchAll(imported)) {
    const family = familyOf(path, from);
    if (family === undefined) continue;
    for (const name of [one, all]) if (name !== undefined) held.set(name, family);
    if (parts !== undefined) addParts(family, parts, index + whole.indexOf('{') + 1);
    const [, named] = /\bdefault\s{1,9}as\s{1,9}([\w$]{1,80})/.exec(parts ?? '') ?? [];
    if (named !== undefined) held.set(named, family);
  }
  for (const { index, 0: whole, 1: name, 2: parts, 3: from = '' } of text.matchAll(required)) {
    const family = familyOf(path, from);
    if (family === undefined) continue;
    if (name !== undefined) held.set(name, family);
    if (parts !== undefined) addParts(family, parts, index + whole.indexOf('{'));
  }
  for (const [name, family] of [...held].slice(0, mostNames)) {
    const escaped = name.replaceAll('$', '\\$');
    for (const { index } of text.matchAll(new RegExp(`(?<![\\w$.])${escaped}(?![\\w$])`, 'g'))) {
      const chain = readChain(text, index + name.length);
      if (chain !== undefined) add(family, chain.name, index, chain.end);
    }
    for (const { index, 0: whole } of text.matchAll(
      new RegExp(`\\{[^{}]{0,5000}\\}\\s{0,9}=\\s{0,9}${escaped}\\b`, 'g'),
    ))
      addParts(family, whole.slice(0, whole.lastIndexOf('}')), index);
  }
  return matches;
}

const mayLoad = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i;

/** The catalog that a program loads so; `undefined` where it is none. */
function familyOf(importer: string, named: string): string | undefined {
  const isRelative = named.startsWith('.');
  // The first part of another one is an alias, or the name of a package.
  const plain = (isRelative ? resolveImport(importer, named) : named.slice(named.indexOf('/') + 1)).replace(
    /[?#].*$/,
    '',
  );
  const located = [plain, `${plain}.ts`, plain.replace(/\.js$/, '.ts')]
    .map((each) => locateCatalog(each) ?? locateWordless(each))
    .find((each) => each !== undefined);
  if (located === undefined) return undefined;
  return isRelative ? located.family : `/${located.family}`;
}

/** `imported` begins with a slash where only the end of the path is known. */
function isOf(family: string, imported: string): boolean {
  const [one, other] = [family, imported].map((each) => each.replace(/\.[cm]?[jt]s$/, '')) as [string, string];
  return imported.startsWith('/') ? `/${one}`.endsWith(other) : one === other;
}

function readChain(text: string, from: number): { readonly name: string; readonly end: number } | undefined {
  const names: string[] = [];
  let end = from;
  member.lastIndex = from;
  for (let next = member.exec(text); next !== null && names.length < mostMembers; next = member.exec(text)) {
    names.push((next[1] ?? next[3]) as string);
    end = member.lastIndex;
  }
  return names.length === 0 ? undefined : { name: names.join('.'), end };
}
