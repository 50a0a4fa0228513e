import { indexLines } from '../text/index-lines.js';
import type { Dialect } from './find-tokens.js';
import { describeDuplicate, formatKeyPath, keyPathId } from './read-catalog.js';
import type { Catalog, CatalogEntry, CatalogProblem, DuplicateKey } from './read-catalog.js';
import type { Position } from '../text/index-lines.js';

/** A place in the builder's `text`: an offset in UTF-16 units, or a line and a column. */
type Place = number | Position;

/** What a reader tells of one text. */
export interface BuiltText {
  readonly path: CatalogEntry['path'];
  readonly value: string;
  readonly key: Place;
  readonly at: Place;
  readonly source?: string | undefined;
  /** It is no text but stands where one belongs: `value` is how it is written. */
  readonly isText?: false;
}

/** Collects the texts of a catalog in the order of the file; of a key that is there twice, the later text counts. */
export interface CatalogBuilder {
  /** Without a byte order mark. */
  readonly text: string;
  readonly add: (text: BuiltText) => void;
  /** Only the first counts. `undecided`: it is no mistake that one could tell. */
  readonly fail: (message: string, at: Place, undecided?: true) => void;
  finish(dialect?: Dialect): Catalog;
}

export function createCatalogBuilder(path: string, source: string): CatalogBuilder {
  const text = source.replace(/^\uFEFF/, '');
  const index = indexLines(text);
  const position = (place: Place): Position => (typeof place === 'number' ? index(place) : place);
  const entries = new Map<string, CatalogEntry>();
  const groups = new Map<string, Position>();
  const duplicates: DuplicateKey[] = [];
  let problem: CatalogProblem | undefined;
  return {
    text,
    add({ path: keys, value, key, at: place, source: original, isText = true }) {
      const id = keyPathId(keys);
      const keyAt = position(key);
      const first = entries.get(id);
      if (first !== undefined) duplicates.push({ id, message: describeDuplicate(keys, first.keyAt), at: keyAt });
      for (let length = keys.length - 1; length >= 0; length--) {
        const group = keyPathId(keys.slice(0, length));
        if (groups.has(group)) break;
        groups.set(group, keyAt);
      }
      const offset = typeof place === 'number' ? place : 0;
      const entry = { path: keys, label: formatKeyPath(keys), value, isText, keyAt, at: position(place), offset };
      entries.set(id, original === undefined ? entry : { ...entry, source: original });
    },
    fail(message, at, undecided) {
      problem ??= { message, at: position(at), ...(undecided && { undecided }) };
    },
    finish: (dialect) => ({
      path,
      text,
      entries,
      groups,
      duplicates,
      isObject: true,
      problem,
      ...(dialect && { dialect }),
    }),
  };
}
