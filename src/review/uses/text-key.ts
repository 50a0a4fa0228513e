import type { CatalogLocation } from '../../catalogs/locate-catalog.js';

/** A text of a catalog by the names that code may call it. */
export interface TextKey {
  /** Where it stands in its catalog. */
  readonly path: readonly (string | number)[];
  /** Each is its segments joined by dots, however code joins them; the plainest first. */
  readonly names: readonly string[];
}

/**
 * The names of a text: its path; the same without what libraries add (plural forms, `message` of Chrome, the language as root of Rails);
 * each also behind the namespace that its file's name is (`common:save`, `messages.welcome`).
 */
export function createTextKey(location: CatalogLocation, path: readonly (string | number)[]): TextKey {
  const segments = path.map(String);
  const rooted = segments.length > 1 && segments[0] === location.locale ? segments.slice(1) : segments;
  const plain = [rooted, ...withoutLast(rooted)].map((each) => canonicalName(each.join('.')));
  const names = plain.flatMap((name) => [name, ...withoutSuffix(name)]);
  const spaces = namespacesOf(location);
  return {
    path,
    names: [...new Set([...names, ...names.flatMap((name) => spaces.map((space) => `${space}.${name}`))])],
  };
}

/** One way to write a name: all signs that libraries put between segments are dots. A name with spaces is a sentence, and stays. */
export function canonicalName(written: string): string {
  return /\s/.test(written) ? written : written.replace(/::|[:|/]/g, '.');
}

/**
 * Does it say by itself that a text is meant, wherever it stands in a program? A sentence and a path with several segments do; a single
 * word (`save`, `createdAt`) may be anything.
 */
export function isTelling(name: string): boolean {
  if (/\s/.test(name)) return name.length > 4;
  const joints = name.match(/[._-]\w|[a-z](?=[A-Z])/g)?.length ?? 0;
  return name.includes('.') ? name.length > 5 : joints > 1 && name.length > 11;
}

/** Last segments that name no text of their own, but a form or a field of one. */
const fields = /^(?:zero|one|two|few|many|other|message|defaultMessage|string|translation|text|value|type|\d+)$/;
const suffix = /(?:_ordinal)?_(?:zero|one|two|few|many|other|plural|interval|\d+)$/;

function withoutLast(segments: readonly string[]): readonly (readonly string[])[] {
  const last = segments.findLastIndex((segment) => !fields.test(segment)) + 1;
  return last > 0 && last < segments.length ? [segments.slice(0, last)] : [];
}

function withoutSuffix(name: string): readonly string[] {
  const plain = name.replace(suffix, '');
  return plain === name || plain === '' ? [] : [plain];
}

/** `common` of `locales/en/common.json` and `common.en.json`; `admin.users` and `users` for a file in a folder. */
function namespacesOf({ family }: CatalogLocation): readonly string[] {
  const star = family.split('/').findIndex((segment) => segment.includes('*'));
  if (star === -1) return [];
  const below = family.split('/').slice(star);
  const parts = below.map((segment) => segment.replace(/\.[a-z]+$/i, '').replace(/[._-]?\*[._-]?/, '')).filter(Boolean);
  const all = parts.map((_, index) => parts.slice(index).join('.'));
  return [...new Set(all)].filter((space) => space !== 'translation');
}
