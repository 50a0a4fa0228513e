import { indexLines, type Position } from '../../text/index-lines.js';
import type { Dialect } from '../find-tokens.js';
import {
  duplicateKey,
  formatKeyPath,
  keyPathId,
  type Catalog,
  type CatalogAside,
  type CatalogEntry,
  type CatalogProblem,
  type DuplicateKey,
} from '../catalog.js';

/** A place in the builder's `text`: an offset in UTF-16 units, or a line and a column. */
type Place = number | Position;

/** What a reader tells of one text. */
export interface BuiltText {
  readonly path: CatalogEntry['path'];
  readonly value: string;
  readonly key: Place;
  readonly at: Place;
  readonly source?: string | undefined;
  readonly singular?: string | undefined;
  readonly inCode?: string | undefined;
  readonly fault?: string | undefined;
  readonly cut?: string | undefined;
  readonly mark?: string | undefined;
  /** What must stand there only once, where that is not its key. */
  readonly id?: string | undefined;
  /** It is no text but stands where one belongs: `value` is how it is written. */
  readonly isText?: false;
}

/** Collects the texts of a catalog in the order of the file; of a key that is there twice, the later text counts. */
export interface CatalogBuilder {
  /** Without a byte order mark. */
  readonly text: string;
  readonly add: (text: BuiltText) => void;
  /** Tells of something beside the texts that the app reads as well. */
  readonly note: (name: string, value: string, at: Place, of?: CatalogEntry['path']) => void;
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
  const seen = new Map<string, Position>();
  const asides: CatalogAside[] = [];
  let problem: CatalogProblem | undefined;
  return {
    text,
    note: (name, value, at, of) =>
      void asides.push({ name, value, at: position(at), ...(of && { of: keyPathId(of) }) }),
    add({ path: keys, value, key, at: place, source: original, singular, inCode, fault, cut, mark, ...rest }) {
      const { id: own, isText = true } = rest;
      const id = keyPathId(keys);
      const keyAt = position(key);
      const unique = own === undefined ? keys : [own];
      const first = seen.get(keyPathId(unique));
      if (first === undefined) seen.set(keyPathId(unique), keyAt);
      else duplicates.push(duplicateKey(unique, first, keyAt));
      for (let length = keys.length - 1; length >= 0; length--) {
        const group = keyPathId(keys.slice(0, length));
        if (groups.has(group)) break;
        groups.set(group, keyAt);
      }
      const offset = typeof place === 'number' ? place : 0;
      const entry = { path: keys, label: formatKeyPath(keys), value, isText, keyAt, at: position(place), offset };
      const more = { source: original, singular, ...(value.trim() === '' && { inCode }), fault, cut, mark };
      const said = Object.entries(more).filter(([, each]) => each !== undefined);
      entries.set(id, said.length === 0 ? entry : { ...entry, ...Object.fromEntries(said) });
    },
    fail(message, at, undecided) {
      // A parser's problem has a place and more.
      const { line, column } = position(at);
      problem ??= { message, at: { line, column }, ...(undecided && { undecided }) };
    },
    finish: (dialect) => ({
      path,
      text,
      entries,
      groups,
      duplicates,
      ...(asides.length > 0 && { asides }),
      isObject: true,
      problem,
      ...(dialect && { dialect }),
    }),
  };
}
