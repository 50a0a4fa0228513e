import type { FileVersion, RepositorySnapshot } from '../change.js';
import { parseListing, type Listing } from '../../git/parse-listing.js';
import type { Objects, TreeEntry } from '../../git/objects.js';
import { findInCommit } from './find-in-commit.js';
import { readPathList } from './path-list.js';
import type { BlobTexts } from '../files/blob-texts.js';
import type { Git } from '../../git/git.js';
import { once } from '../../git/once.js';
import { searchTree } from './search-tree.js';
import { indexQuery, pathsQuery } from '../../git/git-queries.js';

/** One side of a change, read on demand. */
export interface SnapshotSide {
  /** With `fragments` those alone need be there that include one of them (see `RepositorySnapshot.pathsNamed`). */
  paths(fragments?: readonly string[]): Promise<readonly string[]>;
  /** Each path's tree entry, or its version on the disk; missing paths are left out. */
  find(paths: readonly string[]): Promise<ReadonlyMap<string, TreeEntry | FileVersion>>;
}

/** A side whose contents can be searched. */
export interface TreeSide extends SnapshotSide {
  search(expressions: readonly string[], leftOut?: readonly string[]): Promise<readonly string[] | undefined>;
}

/** A snapshot of both sides. */
export function createRepositorySnapshot(
  sides: { readonly base: TreeSide; readonly head: SnapshotSide },
  texts: BlobTexts,
): RepositorySnapshot {
  return {
    paths: (side) => sides[side].paths(),
    pathsNamed: (side, fragments) => sides[side].paths(fragments),
    search: (expressions, leftOut) => sides.base.search(expressions, leftOut),
    async read(side, paths) {
      const found = [...(await sides[side].find(paths))];
      const held = found.flatMap(([, place]) => ('bytes' in place ? [] : [place]));
      const versions = await texts.read(held);
      const read = new Map(held.map((place, index) => [place, versions[index] as FileVersion]));
      return new Map(found.map(([path, place]) => [path, 'bytes' in place ? place : (read.get(place) as FileVersion)]));
    },
    async blobs(oids) {
      const versions = await texts.read(oids.map((oid) => ({ mode: '100644', oid })));
      return new Map(oids.map((oid, index) => [oid, versions[index] as FileVersion]));
    },
  };
}

/** The side of a commit; empty if there is no commit yet. A few paths are found through the process that reads all objects, without a program for each question. */
export function createTreeSide(
  { git, objects }: { readonly git: Git; readonly objects: Objects },
  commit: string | undefined,
): TreeSide {
  if (commit === undefined) {
    const none = (): Promise<readonly string[]> => Promise.resolve([]);
    return { paths: none, search: none, find: () => Promise.resolve(new Map()) };
  }
  const list = once(async () => parseListing(await git.run(['ls-tree', '-r', '-z', '--full-tree', commit])));
  return {
    paths: async () => (await list()).paths(),
    search: (expressions, leftOut) => searchTree(git, commit, expressions, leftOut),
    async find(paths) {
      const asked = paths.filter(isFilePath);
      const found = canLookUpByName(asked) ? await findInCommit(objects, commit, asked) : undefined;
      return found ?? findIn(await list(), asked);
    },
  };
}

/** The side of the index; `ahead` is its list of paths, if it is being read already. */
export function createIndexSide(git: Git, ahead: Promise<Buffer | undefined> | undefined): SnapshotSide {
  const list = once(async () => parseListing(await git.run(indexQuery)));
  const few = async (paths: readonly string[]): Promise<Listing> =>
    parseListing(await git.run([...indexQuery, '--', ...paths]));
  const held = once(async () => readPathList((await ahead) ?? (await git.run(pathsQuery))));
  return {
    paths: async (fragments) => (fragments === undefined ? (await held()).all() : (await held()).named(fragments)),
    async find(paths) {
      const asked = paths.filter(isFilePath);
      if (asked.length === 0) return new Map();
      return findIn(await (canLookUpByName(asked) ? few(asked) : list()), asked);
    },
  };
}

/** Limits for looking paths up by name; beyond them the whole side is listed. */
const fewPaths = 100;
const fewCharacters = 10_000;

function findIn(listing: Listing, paths: readonly string[]): ReadonlyMap<string, TreeEntry> {
  return new Map(
    paths.flatMap((path) => {
      const place = listing.find(path);
      return place ? [[path, place] as const] : [];
    }),
  );
}

/** Whether it can be the path of a file. */
export function isFilePath(path: string): boolean {
  return path !== '' && !path.endsWith('/') && !path.includes('\0');
}

/** Whether to look paths up by name. The bytes of a path that is not UTF-8 are unknown, so git cannot look it up. */
export function canLookUpByName(paths: readonly string[]): boolean {
  return (
    paths.length <= fewPaths && paths.join('').length <= fewCharacters && !paths.some((path) => path.includes('\ufffd'))
  );
}
