import type { TreeEntry } from './objects.js';

/** All paths of a tree or an index, decoded on demand. */
export interface Listing {
  /** In git's order, each once. */
  paths(): readonly string[];
  /** The modes of paths that are not plain files: links (`120000`) and submodules (`160000`). */
  special(): ReadonlyMap<string, string>;
  find(path: string): TreeEntry | undefined;
}

/** An entry of the index that git was told not to look at. */
export interface UnwatchedEntry extends TreeEntry {
  /** In git's bytes. */
  readonly name: Buffer;
  /** `skip-worktree` files may be absent from the disk, as in a sparse checkout. */
  readonly mayBeAbsent: boolean;
}

/**
 * Reads `git ls-files --stage -z` (with or without `-v`) or `git ls-tree -r -z`: `[TAG ]MODE …OID…\tPATH`, each with a NUL.
 * In a path that is not UTF-8, U+FFFD replaces what cannot be decoded.
 */
export function parseListing(output: Buffer): Listing {
  // One string for all: its slices share its memory, which keeps tens of thousands of paths cheap.
  const text = output.toString('utf8');
  let paths: readonly string[] | undefined;
  let special: ReadonlyMap<string, string> | undefined;
  let places: ReadonlyMap<string, TreeEntry> | undefined;
  return {
    paths: () => (paths ??= readPaths(text)),
    special: () => (special ??= readSpecial(text)),
    find: (path) => (places ??= readPlaces(text)).get(path),
  };
}

/** The entries of `git ls-files -v --stage -z` with another tag than `H`. */
export interface MarkedEntries {
  readonly unwatched: readonly UnwatchedEntry[];
  /** Files in conflict, once for each side, in git's bytes. */
  readonly inConflict: readonly Buffer[];
}

/** Whether a path of `git ls-files -v -z` has another tag than `H`. */
export function hasMarkedEntries(output: Buffer): boolean {
  for (let at = 0, end = output.indexOf(0); end >= 0; at = end + 1, end = output.indexOf(0, at))
    if (output[at] !== usual) return true;
  return false;
}

const usual = 'H'.charCodeAt(0);

/** Finds the marked entries without decoding the others. */
export function parseMarkedEntries(output: Buffer): MarkedEntries {
  const unwatched: UnwatchedEntry[] = [];
  const inConflict: Buffer[] = [];
  for (let at = 0, end = output.indexOf(0); end >= 0; at = end + 1, end = output.indexOf(0, at)) {
    const tag = String.fromCharCode(output[at] as number);
    if (tag === 'H') continue;
    const name = output.subarray(output.indexOf(9, at) + 1, end);
    const place = parseEntry(output.toString('utf8', at, end));
    if (tag === 'M') inConflict.push(name);
    else if (place) unwatched.push({ ...place, name, mayBeAbsent: tag.toUpperCase() === 'S' });
  }
  return { unwatched, inConflict };
}

function readPaths(text: string): readonly string[] {
  const paths: string[] = [];
  let last: string | undefined;
  eachEntry(text, (_, tab, end) => {
    const path = text.slice(tab + 1, end);
    // The index has a file in conflict once for each side.
    if (path !== last) paths.push(path);
    last = path;
  });
  return paths;
}

function readSpecial(text: string): ReadonlyMap<string, string> {
  const special = new Map<string, string>();
  eachEntry(text, (start, tab, end) => {
    if (text.startsWith(plainFile, start)) return;
    const mode = parseEntry(text.slice(start, tab + 1))?.mode;
    if (mode === '120000' || mode === '160000') special.set(text.slice(tab + 1, end), mode);
  });
  return special;
}

/** How the modes of plain files begin. */
const plainFile = '100';

function readPlaces(text: string): ReadonlyMap<string, TreeEntry> {
  const places = new Map<string, TreeEntry>();
  eachEntry(text, (start, tab, end) => {
    const place = parseEntry(text.slice(start, tab + 1));
    if (place) places.set(text.slice(tab + 1, end), place);
  });
  return places;
}

/** Visits each entry with its start, the tab before its path, and its end. */
function eachEntry(text: string, visit: (start: number, tab: number, end: number) => void): void {
  for (let at = 0, tab = -1, end = text.indexOf('\0'); end >= 0; at = end + 1, end = text.indexOf('\0', at)) {
    if (tab < at) tab = text.indexOf('\t', at);
    if (tab < 0) return;
    if (tab < end) visit(at, tab, end);
  }
}

function parseEntry(entry: string): TreeEntry | undefined {
  const found = /^(?:[A-Za-z?] )?(\d{6}) (?:(?:blob|commit) )?([0-9a-f]{40,64})(?: \d)?\t/.exec(entry);
  return found ? { mode: found[1] as string, oid: found[2] as string } : undefined;
}
