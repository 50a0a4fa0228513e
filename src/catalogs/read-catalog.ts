import { printParseErrorCode, visit } from 'jsonc-parser';

import { findMetadata } from './json-conventions.js';
import type { Dialect } from './find-tokens.js';
import { indexLines, type Position } from '../text/index-lines.js';

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
  /** Why the app cannot be built with this text, where the format says so. */
  readonly fault?: string;
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
  readonly isObject: boolean;
  /** The first thing that makes it no catalog; `undefined` where it is one. */
  readonly problem: CatalogProblem | undefined;
  /** How its placeholders are written, where the format says so. */
  readonly dialect?: Dialect;
}

/** Longer catalogs are not read, in UTF-16 units; the longest real ones have one to two million. */
const longestCatalog = 5_000_000;
const deepest = 50;
const tooDeep = `it is nested more than ${deepest} levels deep`;
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

/** Reads a JSON catalog, without what is no text in it. Throws on no input; texts that are too long or nested too deeply are a problem. */
export function readCatalog(path: string, text: string): Catalog {
  const catalog = readJson(path, text);
  const dialect = /(?:^|\/)_locales\//.test(path) ? ({ dialect: 'chrome' } as const) : undefined;
  if (!catalog.isObject && catalog.problem === undefined) {
    const listed = readListed(catalog);
    return listed ?? { ...catalog, problem: { message: rootless, at: { line: 1, column: 1 } } };
  }
  const metadata = findMetadata(path, catalog.entries.values());
  if (metadata.size === 0) return { ...catalog, ...dialect };
  const entries = new Map([...catalog.entries].filter(([, entry]) => !metadata.has(entry)));
  return { ...catalog, ...dialect, entries };
}

/** A list of texts with an `id` each, as go-i18n writes it. */
function readListed(catalog: Catalog): Catalog | undefined {
  const ids = new Map<number, string>();
  for (const { path, value, isText } of catalog.entries.values()) {
    const [index, name, ...more] = path;
    if (typeof index === 'number' && name === 'id' && more.length === 0 && isText) ids.set(index, value);
  }
  if (ids.size === 0) return undefined;
  const entries = new Map<string, CatalogEntry>();
  const duplicates: DuplicateKey[] = [];
  for (const entry of catalog.entries.values()) {
    const [index, name] = entry.path;
    // They are known by their id, wherever they stand.
    const path = [ids.get(Number(index)) ?? String(index), ...entry.path.slice(1)];
    if (name === 'id' || name === 'description' || name === 'hash') continue;
    const id = keyPathId(path);
    const first = entries.get(id);
    if (first !== undefined) duplicates.push(duplicate(path, first.keyAt, entry.keyAt));
    entries.set(id, { ...entry, path, label: formatKeyPath(path) });
  }
  return { ...catalog, isObject: true, entries, duplicates: [...catalog.duplicates, ...duplicates] };
}

/** The same for JSON of any kind. */
export function readJson(path: string, text: string): Catalog {
  const empty = { path, text, entries: new Map(), groups: new Map(), duplicates: [], isObject: false };
  if (text.length > longestCatalog) {
    return {
      ...empty,
      problem: { message: 'it is too long to be checked', at: { line: 1, column: 1 }, undecided: true },
    };
  }
  // The visitor's offsets do not count a byte order mark.
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const index = indexLines(text);
  const collector = collect(text.slice(bom), (offset) => index(offset + bom));
  return collector === undefined
    ? { ...empty, problem: { message: tooDeep, at: { line: 1, column: 1 }, undecided: true } }
    : { path, text: text.slice(bom), ...collector };
}

/** The text under `id`; `undefined` where there is none, or an empty one, as translators' tools write what is not translated yet. */
export function findText(catalog: Catalog | undefined, id: string): CatalogEntry | undefined {
  const entry = catalog?.entries.get(id);
  return entry?.isText === true && entry.value.trim() !== '' ? entry : undefined;
}

/** An object or list that the visitor is inside of. */
interface Frame {
  readonly path: readonly (string | number)[];
  readonly keys: Map<string, Position>;
  readonly at: Position;
  keyAt: Position | undefined;
  readonly offset: number;
  children: number;
}

function collect(text: string, position: (offset: number) => Position): Omit<Catalog, 'path' | 'text'> | undefined {
  const entries = new Map<string, CatalogEntry>();
  const groups = new Map<string, Position>();
  const duplicates: DuplicateKey[] = [];
  const frames: Frame[] = [];
  let problem: CatalogProblem | undefined;
  let isObject = false;

  const add = (path: readonly (string | number)[], value: string, isText: boolean, offset: number): void => {
    const at = position(offset);
    entries.set(keyPathId(path), {
      path,
      label: formatKeyPath(path),
      value,
      isText,
      keyAt: frames.at(-1)?.keyAt ?? at,
      at,
      offset,
    });
  };
  const begin = (offset: number, path: readonly (string | number)[]): void => {
    if (frames.length === deepest) throw new RangeError('Nested too deeply');
    const parent = frames.at(-1);
    const at = parent?.keyAt ?? position(offset);
    if (parent !== undefined) parent.children++;
    frames.push({ path, keys: new Map(), at, keyAt: undefined, offset, children: 0 });
  };
  const end = (sign: string): void => {
    const frame = frames.pop();
    if (frame === undefined || frame.path.length === 0) return;
    if (frame.children === 0) add(frame.path, sign, false, frame.offset);
    else groups.set(keyPathId(frame.path), frame.at);
  };
  try {
    visit(
      text,
      {
        onObjectBegin: (offset, _length, _line, _character, path) => {
          if (frames.length === 0) isObject = true;
          begin(offset, path());
        },
        onArrayBegin: (offset, _length, _line, _character, path) => begin(offset, path()),
        onObjectProperty: (key, offset) => {
          // The visitor is inside of an object.
          const frame = frames.at(-1) as Frame;
          frame.keyAt = position(offset);
          const first = frame.keys.get(key);
          if (first === undefined) frame.keys.set(key, frame.keyAt);
          else duplicates.push(duplicate([...frame.path, key], first, frame.keyAt));
        },
        onLiteralValue: (value: unknown, offset, length, _line, _character, path) => {
          const frame = frames.at(-1);
          if (frame !== undefined) frame.children++;
          if (typeof value === 'string') add(path(), value, true, offset);
          else add(path(), text.slice(offset, offset + length), false, offset);
        },
        onObjectEnd: () => end('{}'),
        onArrayEnd: () => end('[]'),
        onError: (error, offset) => {
          problem ??= {
            message: explanations.get(printParseErrorCode(error)) ?? 'it is not valid JSON from here on',
            at: position(offset),
          };
        },
      },
      { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
    );
  } catch {
    // Nothing but depth stops the visitor.
    return undefined;
  }
  return { entries, groups, duplicates, isObject, problem };
}

const rootless = 'a catalog is an object, from “{” to “}”, and this is none';

function duplicate(path: CatalogEntry['path'], first: Position, at: Position): DuplicateKey {
  return { id: keyPathId(path), message: describeDuplicate(path, first), at };
}

/** That a key is there twice, in words. */
export function describeDuplicate(path: CatalogEntry['path'], first: Position): string {
  return `“${formatKeyPath(path)}” stands here for the second time, the first is in line ${first.line}. The app takes only one of them; remove the other.`;
}

/** The syntax errors of JSON in words that go on after "because". */
const explanations: ReadonlyMap<string, string> = new Map([
  ['InvalidSymbol', 'there is something here that is no JSON; texts stand between straight quotation marks'],
  ['PropertyNameExpected', 'a key in straight quotation marks is missing here; is there a comma too many?'],
  ['ValueExpected', 'a value is missing here; is there a comma too many?'],
  ['ColonExpected', 'a colon is missing between the key and its text'],
  ['CommaExpected', 'a comma is missing before this'],
  ['CloseBraceExpected', 'a “}” is missing here'],
  ['CloseBracketExpected', 'a “]” is missing here'],
  ['EndOfFileExpected', 'the catalog ends before this; is there a “}” too many?'],
  ['InvalidCommentToken', 'JSON has no comments'],
  ['UnexpectedEndOfString', 'the quotation mark that ends this text is missing'],
  ['InvalidUnicode', 'this text has a “\\u” without its four digits'],
  ['InvalidEscapeCharacter', 'this text has a “\\” before a letter that it cannot stand before'],
  ['InvalidCharacter', 'this text has a tab or another control character in it'],
]);
