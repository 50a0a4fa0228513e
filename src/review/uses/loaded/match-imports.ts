import { findLoadedCatalogs, type TakenParts } from './find-loaded-catalogs.js';
import type { KeyIndex } from '../key-index.js';
import type { KeyMatch } from '../key-match.js';

/** A name behind another: a member, or in square brackets. */
const member =
  /\s{0,80}[?!]?\.\s{0,9}([\p{L}_$][\p{L}\p{N}_$]{0,100})|(?:\?\.)?\[\s?(["'`])([^"'`\]\n]{1,200})\2\s?\]/uy;
const mostMembers = 13;
const mostNames = 50;

/** Where a program that loads a catalog itself takes the text out of it, by whatever name: `import en from './en.json'; en.bye`. */
export function matchImports(path: string, text: string, keys: KeyIndex): readonly KeyMatch[] {
  if (!mayLoad.test(path)) return [];
  const { held, taken } = findLoadedCatalogs(path, text);
  return [
    ...taken.flatMap((each) => matchParts(each, keys)),
    ...[...held].slice(0, mostNames).flatMap(([name, family]) => matchHeld({ name, family, text }, keys)),
  ];
}

/** What is taken out of the catalog that a name holds: `en.bye`, `const { bye } = en`. */
function matchHeld(
  { name, family, text }: { readonly name: string; readonly family: string; readonly text: string },
  keys: KeyIndex,
): readonly KeyMatch[] {
  const escaped = name.replaceAll('$', '\\$');
  const members = [...text.matchAll(new RegExp(`(?<![\\w$.])${escaped}(?![\\w$])`, 'g'))].flatMap(({ index }) => {
    const chain = readChain(text, index + name.length);
    return chain === undefined ? [] : matchName(family, chain.name, { at: index, end: chain.end }, keys);
  });
  const parts = [...text.matchAll(new RegExp(`\\{[^{}]{0,5000}\\}\\s{0,9}=\\s{0,9}${escaped}\\b`, 'g'))].flatMap(
    ({ index, 0: whole }) => matchParts({ family, parts: whole.slice(0, whole.lastIndexOf('}')), at: index }, keys),
  );
  return [...members, ...parts];
}

function matchParts({ family, parts, at }: TakenParts, keys: KeyIndex): readonly KeyMatch[] {
  const names = parts.matchAll(/(?<=(?:^|[{,])\s{0,80})["']?([\p{L}_$][\p{L}\p{N}_$]{0,100})/gu);
  return [...names].flatMap(({ index, 1: name = '' }) =>
    matchName(family, name, { at: at + index, end: at + index + name.length }, keys),
  );
}

function matchName(
  family: string,
  name: string,
  place: Pick<KeyMatch, 'at' | 'end'>,
  keys: KeyIndex,
): readonly KeyMatch[] {
  // What is done with a text stands behind it: `en.bye.replace(…)`.
  for (let each = name; each !== ''; each = each.slice(0, Math.max(0, each.lastIndexOf('.')))) {
    const found = keys.named(each).filter((key) => isOf(key.family, family));
    if (found.length > 0) return found.map((key) => ({ key, ...place, sure: true }));
  }
  if (!keys.below(name)) return [];
  // A whole group of texts is taken, and what of it is shown nobody here can tell.
  return keys
    .fitting([`${name}.`, ''], true)
    .filter((key) => isOf(key.family, family))
    .map((key) => ({ key, ...place, sure: false }));
}

const mayLoad = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i;

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
