import type { FileVersion, Surroundings } from './change.js';
import { parseListing } from './listing.js';
import type { Listed, Listing } from './listing.js';
import type { Texts } from './texts.js';
import type { Git } from '../repository/git.js';

/** One side of a change, as far as it is there for the asking. */
export interface Side {
  paths(): Promise<readonly string[]>;
  /** Where git holds each path, or what the disk gave for it; what does not exist is left out. */
  find(paths: readonly string[]): Promise<ReadonlyMap<string, Listed | FileVersion>>;
}

/** So few paths are looked up by name; for more the whole tree is listed. */
const fewPaths = 100;

/** Puts both sides together. */
export function assembleSurroundings(sides: { readonly base: Side; readonly head: Side }, texts: Texts): Surroundings {
  return {
    paths: (side) => sides[side].paths(),
    async read(side, paths) {
      const found = [...(await sides[side].find(paths))];
      const held = found.flatMap(([, place]) => ('bytes' in place ? [] : [place]));
      const versions = await texts.versions(held);
      const read = new Map(held.map((place, index) => [place, versions[index] as FileVersion]));
      return new Map(found.map(([path, place]) => [path, 'bytes' in place ? place : (read.get(place) as FileVersion)]));
    },
    async blobs(oids) {
      const versions = await texts.versions(oids.map((oid) => ({ mode: '100644', oid })));
      return new Map(oids.map((oid, index) => [oid, versions[index] as FileVersion]));
    },
  };
}

/** A side that a commit holds; empty where there is no commit yet. */
export function treeSide(git: Git, commit: string | undefined): Side {
  if (commit === undefined) return { paths: () => Promise.resolve([]), find: () => Promise.resolve(new Map()) };
  let whole: Promise<Listing> | undefined;
  const list = (): Promise<Listing> =>
    (whole ??= git.run(['ls-tree', '-r', '-z', '--full-tree', commit]).then(parseListing));
  return {
    paths: async () => (await list()).paths(),
    async find(paths) {
      const asked = paths.filter((path) => path !== '' && !path.endsWith('/') && !path.includes('\0'));
      if (asked.length === 0) return new Map();
      const few = whole === undefined && asked.length <= fewPaths && asked.join('').length < 10_000;
      const listing = few
        ? parseListing(await git.run(['ls-tree', '-z', '--full-tree', commit, '--', ...asked]))
        : await list();
      return findAll(listing, asked);
    },
  };
}

/** A side that the index holds; `over` says what stands in its place: a version, or `undefined` where the path is gone. */
export function indexSide(
  listing: () => Promise<Listing>,
  over: ReadonlyMap<string, FileVersion | undefined> = new Map(),
): Side {
  let paths: Promise<readonly string[]> | undefined;
  const listed = async (): Promise<readonly string[]> => {
    const held = (await listing()).paths();
    if (over.size === 0) return held;
    const known = new Set(held);
    const more = [...over].flatMap(([path, version]) => (version && !known.has(path) ? [path] : []));
    return [...held.filter((path) => !over.has(path) || over.get(path) !== undefined), ...more];
  };
  return {
    paths: () => (paths ??= listed()),
    async find(asked) {
      const held = findAll(
        await listing(),
        asked.filter((path) => !over.has(path)),
      );
      for (const path of asked) {
        const version = over.get(path);
        if (version) held.set(path, version);
      }
      return held;
    },
  };
}

function findAll(listing: Listing, paths: readonly string[]): Map<string, Listed | FileVersion> {
  const found = new Map<string, Listed | FileVersion>();
  for (const path of paths) {
    const place = listing.find(path);
    if (place) found.set(path, place);
  }
  return found;
}
