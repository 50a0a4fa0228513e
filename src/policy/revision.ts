import { openDisk } from '../git/disk.js';
import type { Tip } from '../git/find-base.js';
import { GitError } from '../git/git-error.js';
import { findTreeEntries, listTreeNames, type Objects } from '../git/objects.js';
import { folderOf, lastNameOf } from '../text/path-names.js';

/** One file of a revision; without `content` where it is too large. `oid` is `undefined` in the working copy. */
export interface RevisionFile {
  /** It is a symbolic link: its content is where it leads, never what stands there. */
  readonly isLink?: true;
  readonly oid: string | undefined;
  readonly bytes: number;
  readonly content: Uint8Array | undefined;
}

/** A commit or the working copy, as the policy reads it. No link is followed. */
export interface Revision {
  readonly ref: string;
  readonly commit: string | undefined;
  read(paths: readonly string[]): Promise<ReadonlyMap<string, RevisionFile>>;
  /** The same for files that may well not be there, or not be files. A link, and what git does not hold, counts as absent. */
  readPlain(paths: readonly string[]): Promise<ReadonlyMap<string, RevisionFile>>;
  /** The names of files and folders at the root. */
  listRoot(): Promise<readonly string[]>;
}

/** Policy files larger than this are not read: 4 MB, above every limit of theirs. */
const readLimit = 4 * 2 ** 20;

/** 64 MB: more than a million names. */
const largestRoot = 2 ** 26;

/** A commit, as the policy reads it. Rejects with a `GitError` if git does not hold a file that the commit has. */
export function commitRevision(objects: Objects, tip: Tip): Revision {
  const nameOf = (path: string): string => `${tip.commit}:${path}`;
  const readFiles = async (paths: readonly string[], isNeeded: boolean): Promise<Map<string, RevisionFile>> => {
    const found = await objects.read(paths.map(nameOf), { maxBytes: readLimit });
    const there = paths.filter((path) => found.get(nameOf(path)) !== 'missing');
    // An object does not say what it is in its commit: a link is a text, too.
    const trees = await objects.read([...new Set(there.map((path) => nameOf(folderOf(path))))], {
      maxBytes: largestRoot,
    });
    const files = new Map<string, RevisionFile>();
    for (const path of there) {
      const [object, tree] = [found.get(nameOf(path)), trees.get(nameOf(folderOf(path)))];
      if (isNeeded && (object === 'not-fetched' || tree === 'not-fetched')) {
        throw new GitError(
          'not-fetched',
          `Git does not have ${path} of ${tip.ref} here. Run git fetch while you are online, then try again.`,
        );
      }
      if (typeof object !== 'object' || typeof tree !== 'object' || object.type !== 'blob') continue;
      const name = lastNameOf(path);
      const isLink = findTreeEntries(tree, new Set([name])).get(name)?.mode === '120000';
      files.set(path, { oid: object.oid, bytes: object.bytes, content: object.content, ...(isLink && { isLink }) });
    }
    return files;
  };
  return {
    ref: tip.ref,
    commit: tip.commit,
    read: (paths) => readFiles(paths, true),
    readPlain: async (paths) => withoutLinks(await readFiles(paths, false)),
    async listRoot() {
      const name = `${tip.commit}^{tree}`;
      const tree = (await objects.read([name], { maxBytes: largestRoot })).get(name);
      return typeof tree === 'object' ? listTreeNames(tree) : [];
    },
  };
}

function withoutLinks(files: ReadonlyMap<string, RevisionFile>): ReadonlyMap<string, RevisionFile> {
  return new Map([...files].filter(([, { isLink }]) => isLink !== true));
}

/** The files as they are on the disk, for a preview. */
export function workingCopy(root: string): Revision {
  const disk = openDisk(root);
  const read = async (paths: readonly string[]): Promise<ReadonlyMap<string, RevisionFile>> => {
    const files = new Map<string, RevisionFile>();
    for (const path of paths) {
      const entry = await disk.read(path, readLimit);
      if (entry.kind === 'file') files.set(path, { oid: undefined, bytes: entry.bytes, content: entry.content });
      if (entry.kind === 'symbolic-link')
        files.set(path, { oid: undefined, bytes: entry.bytes, content: entry.content, isLink: true });
    }
    return files;
  };
  return {
    ref: 'the working copy',
    commit: undefined,
    read,
    readPlain: async (paths) => withoutLinks(await read(paths)),
    listRoot: () => disk.listRoot(),
  };
}

/** The same with other contents for some of its files; `undefined` for one that is taken for absent. */
export function revisionWith(revision: Revision, others: ReadonlyMap<string, Uint8Array | undefined>): Revision {
  const instead =
    (read: Revision['read']): Revision['read'] =>
    async (paths) => {
      const own = paths.flatMap((path): readonly (readonly [string, RevisionFile])[] => {
        const content = others.get(path);
        return content === undefined ? [] : [[path, { oid: undefined, bytes: content.length, content }]];
      });
      return new Map([...own, ...(await read(paths.filter((path) => !others.has(path))))]);
    };
  return {
    ...revision,
    read: instead((paths) => revision.read(paths)),
    readPlain: instead((paths) => revision.readPlain(paths)),
  };
}
