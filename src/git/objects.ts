import { createHash } from 'node:crypto';
import { openCatFile, type CatFile } from './process/cat-file.js';
import type { GitObject } from './process/cat-file-pipe.js';
import type { Git } from './git.js';

/**
 * `missing`: there is no such name. `not-fetched`: the name is in its tree, but git does not hold its object (a partial clone, a
 * damaged repository, a submodule); never to be taken for "there is no such file".
 */
export type ObjectLookup = GitObject | 'missing' | 'not-fetched';

export interface ReadLimits {
  /** Contents of more bytes are not read; defaults to 5 MB. */
  readonly maxBytes?: number;
  /** Bytes of all contents together, above which no more are read; defaults to 256 MB. */
  readonly budget?: number;
}

/** Git's objects, read through one process (two with a git before 2.38) however many are requested. */
export interface Objects {
  /** By object id, `<commit>:<path>` or a revision's name. Rejects with a `GitError`. */
  read(names: readonly string[], limits?: ReadLimits): Promise<ReadonlyMap<string, ObjectLookup>>;
  close(): void;
}

/** Files larger than this are not read as text: 5 MB. */
export const maxTextBytes = 5 * 2 ** 20;
/** Limit on content in memory: 256 MB. */
export const maxTotalBytes = 2 ** 28;

interface Limits {
  readonly maxBytes: number;
  left: number;
}

/** The objects of the repository that `git` runs in. */
export function openObjects(git: Git): Objects {
  const pipe = openCatFile(git);
  return {
    async read(names, { maxBytes = maxTextBytes, budget = maxTotalBytes } = {}) {
      const unique = [...new Set(names)];
      const limits = { maxBytes, left: budget };
      const found = await Promise.all(unique.map((name) => readOne(pipe, name, limits)));
      return new Map(unique.map((name, index) => [name, found[index] as ObjectLookup]));
    },
    close: () => pipe.close(),
  };
}

async function readOne(pipe: CatFile, name: string, limits: Limits): Promise<ObjectLookup> {
  const known = await pipe.info(name);
  if (known) return whole(pipe, known, limits);
  const path = /^([0-9a-f]{40}|[0-9a-f]{64}):(.+)$/s.exec(name);
  const oid = path ? await findInTree(pipe, path[1] as string, (path[2] as string).split('/')) : undefined;
  if (oid === undefined) return 'missing';
  const there = oid === 'not-fetched' ? undefined : await pipe.info(oid);
  return there ? whole(pipe, there, limits) : 'not-fetched';
}

async function whole(pipe: CatFile, known: GitObject, limits: Limits): Promise<ObjectLookup> {
  if (known.bytes > Math.min(limits.maxBytes, limits.left)) return known;
  limits.left -= known.bytes;
  return (await pipe.contents(known.oid)) ?? 'not-fetched';
}

/** The id that a path has in a commit, also where git does not hold the object itself; `undefined` where there is no such path. */
async function findInTree(pipe: CatFile, commit: string, segments: readonly string[]): Promise<string | undefined> {
  if (!(await pipe.info(commit))) return undefined;
  let oid: string | undefined = `${commit}^{tree}`;
  for (const segment of segments) {
    const tree = await pipe.contents(oid);
    if (!tree) return 'not-fetched';
    oid = tree.type === 'tree' ? findTreeEntries(tree, new Set([segment])).get(segment)?.oid : undefined;
    if (oid === undefined) return undefined;
  }
  return oid;
}

/** A git tree object: rows of `mode name\0` and the id in binary. Without `content` the tree counts as empty. */
type TreeObject = Pick<GitObject, 'oid' | 'content'>;

/** An entry of a tree: the mode and id of one name. */
export interface TreeEntry {
  /** `40000` for a folder. */
  readonly mode: string;
  readonly oid: string;
}

/** The entries with these names, found in one pass. */
export function findTreeEntries(
  { oid, content: tree = Buffer.alloc(0) }: TreeObject,
  names: ReadonlySet<string>,
): ReadonlyMap<string, TreeEntry> {
  const idBytes = oid.length / 2;
  const found = new Map<string, TreeEntry>();
  for (let at = 0, end = tree.indexOf(0); end >= 0; at = end + 1 + idBytes, end = tree.indexOf(0, at)) {
    const space = tree.indexOf(32, at);
    const name = tree.toString('utf8', space + 1, end);
    if (names.has(name))
      found.set(name, {
        mode: tree.toString('latin1', at, space),
        oid: tree.toString('hex', end + 1, end + 1 + idBytes),
      });
  }
  return found;
}

/** The names of all entries, in git's order. */
export function listTreeNames({ oid, content: tree = Buffer.alloc(0) }: TreeObject): readonly string[] {
  const idBytes = oid.length / 2;
  const names: string[] = [];
  for (let at = 0, end = tree.indexOf(0); end >= 0; at = end + 1 + idBytes, end = tree.indexOf(0, at)) {
    names.push(tree.toString('utf8', tree.indexOf(32, at) + 1, end));
  }
  return names;
}

/** The id of a blob; 64 characters where the repository uses SHA-256. */
export function hashBlob(content: Uint8Array, idLength: number): string {
  return createHash(idLength === 64 ? 'sha256' : 'sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}
