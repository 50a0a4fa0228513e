import type { Dialect } from './find-tokens.js';
import type { Position } from '../text/index-lines.js';

/** One text of a catalog, or what stands where a text belongs. */
export interface CatalogEntry {
  /** The way to it; a number is a place in a list, so that `["0"]` and `[0]` differ, as do `["a.b"]` and `["a", "b"]`. */
  readonly path: readonly (string | number)[];
  /** For messages, `home.title`, `steps[0]`; see `formatKeyPath`. */
  readonly label: string;
  /** The text; of a number, a boolean, `null`, `{}` or `[]` how JSON writes it. */
  readonly value: string;
  readonly isText: boolean;
  readonly keyAt: Position;
  readonly at: Position;
  /** Offset of the value (of its opening quotation mark) in the text, in UTF-16 units. */
  readonly offset: number;
  /** The text that this one translates, where the same file has it. */
  readonly source?: string;
  /** The words in the code, which users read in its place: only where the format says so and it is empty. */
  readonly inCode?: string;
  /** Why the app cannot be built with this text, where the format says so. */
  readonly fault?: string;
  /** What stands behind it on its line and is a comment, where a sign in the text makes it one: `#1 pick`. */
  readonly cut?: string;
  /** How the file says that it is not done (`needs-translation`). */
  readonly mark?: string;
  /** The same for one thing alone, where this form may be for that. */
  readonly singular?: string;
}

export interface CatalogProblem {
  readonly message: string;
  readonly at: Position;
  /** The app may well read it: it is too much or too odd for this reader. */
  readonly undecided?: true;
  /** It spoils its own text alone: all others are read as the app reads them. */
  readonly isLocal?: true;
}

/** A repeated key of one object: its second occurrence or a later one. */
export interface DuplicateKey extends CatalogProblem {
  readonly id: string;
  /** Where it stands first. */
  readonly first: Position;
}

/** What is in a catalog beside its texts and is read by the app all the same: a header, how a placeholder is filled in, a resource of another kind. */
export interface CatalogAside {
  /** For messages, and no other has it. */
  readonly name: string;
  readonly value: string;
  readonly at: Position;
  /** The text that it belongs to, by its `keyPathId`. */
  readonly of?: string;
}

/** A catalog in whatever format. After a syntax error, what could be made out is there too. */
export interface Catalog {
  readonly path: string;
  /** Without a byte order mark; offsets count from here. */
  readonly text: string;
  /** By `keyPathId` of its path, in the order of the text. */
  readonly entries: ReadonlyMap<string, CatalogEntry>;
  /** Where each object or list that holds something has its key, by `keyPathId` of its path. */
  readonly groups: ReadonlyMap<string, Position>;
  readonly duplicates: readonly DuplicateKey[];
  readonly asides?: readonly CatalogAside[];
  readonly isObject: boolean;
  /** The first thing that makes it no catalog; `undefined` where it is one. */
  readonly problem: CatalogProblem | undefined;
  /** How its placeholders are written, where the format says so. */
  readonly dialect?: Dialect;
}

/** The text under `id`; `undefined` where there is none, or an empty one, as translators' tools write what is not translated yet. */
export function findText(catalog: Catalog | undefined, id: string): CatalogEntry | undefined {
  const entry = catalog?.entries.get(id);
  return entry?.isText === true && entry.value.trim() !== '' ? entry : undefined;
}

const longestLabel = 120;

/** Names a path of keys so that different paths never share a name. */
export function keyPathId(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}

/** A path for messages, which put it in quotation marks: `home.title`, `steps[0]`. It is one line of some length at most, and different paths may share it. */
export function formatKeyPath(path: readonly (string | number)[]): string {
  let label = '';
  for (const step of path) label += typeof step === 'number' ? `[${step}]` : `${label === '' ? '' : '.'}${step}`;
  // The shortcut for nearly all keys.
  const line = /^[!-~]*$/.test(label) ? label : label.replace(/[\s\p{C}]+/gu, ' ');
  return line.length > longestLabel ? `${line.slice(0, longestLabel)}…` : line;
}

/** A key that is there twice: `first` is where it stands first, `at` where it stands again. */
export function duplicateKey(path: CatalogEntry['path'], first: Position, at: Position): DuplicateKey {
  const message = `“${formatKeyPath(path)}” stands here for the second time, the first is in line ${first.line}. The app takes only one of them; remove the other.`;
  return { id: keyPathId(path), message, at, first };
}
