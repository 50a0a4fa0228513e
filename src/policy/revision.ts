import { openDisk } from '../git/disk.js';
import type { Tip } from '../git/find-base.js';
import { GitError } from '../git/git-error.js';
import { findTreeEntries, listTreeNames, type Objects } from '../git/objects.js';

/** One file of a revision; without `content` where it is too large. `oid` is `undefined` in the working copy. */
export interface RevisionFile {
  readonly oid: string | undefined;
  readonly bytes: number;
  readonly content: Uint8Array | undefined;
}

/** A commit or the working copy, as the policy reads it. A symbolic link counts as absent. */
export interface Revision {
  readonly ref: string;
  readonly commit: string | undefined;
  read(paths: readonly string[]): Promise<ReadonlyMap<string, RevisionFile>>;
  /** The same for files that may well not be there, or not be files. What git does not hold counts as absent. */
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
  return {
    ref: tip.ref,
    commit: tip.commit,
    async read(paths) {
      const found = await objects.read(
        paths.map((path) => `${tip.commit}:${path}`),
        { maxBytes: readLimit },
      );
      const files = new Map<string, RevisionFile>();
      for (const path of paths) {
        const object = found.get(`${tip.commit}:${path}`);
        if (object === 'not-fetched') {
          throw new GitError(
            'not-fetched',
            `Git does not have ${path} of ${tip.ref} here. Run git fetch while you are online, then try again.`,
          );
        }
        if (typeof object === 'object' && object.type === 'blob') {
          files.set(path, { oid: object.oid, bytes: object.bytes, content: object.content });
        }
      }
      return files;
    },
    async readPlain(paths) {
      const found = await objects.read(
        paths.map((path) => `${tip.commit}:${path}`),
        { maxBytes: readLimit },
      );
      const folders = [...new Set(paths.map((path) => `${tip.commit}:${folderOf(path)}`))];
      const trees = await objects.read(folders, { maxBytes: largestRoot });
      const files = new Map<string, RevisionFile>();
      for (const path of paths) {
        const [object, tree] = [found.get(`${tip.commit}:${path}`), trees.get(`${tip.commit}:${folderOf(path)}`)];
        if (typeof object !== 'object' || typeof tree !== 'object' || object.type !== 'blob') continue;
        const name = path.slice(path.lastIndexOf('/') + 1);
        const isLink = findTreeEntries(tree, new Set([name])).get(name)?.mode === '120000';
        if (!isLink) files.set(path, { oid: object.oid, bytes: object.bytes, content: object.content });
      }
      return files;
    },
    async listRoot() {
      const name = `${tip.commit}^{tree}`;
      const tree = (await objects.read([name], { maxBytes: largestRoot })).get(name);
      return typeof tree === 'object' ? listTreeNames(tree) : [];
    },
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The files as they are on the disk, for a preview. */
export function workingCopy(root: string): Revision {
  const disk = openDisk(root);
  const read: Revision['read'] = async (paths) => {
    const files = new Map<string, RevisionFile>();
    for (const path of paths) {
      const entry = await disk.read(path, readLimit);
      if (entry.kind === 'file') files.set(path, { oid: undefined, bytes: entry.bytes, content: entry.content });
    }
    return files;
  };
  return { ref: 'the working copy', commit: undefined, read, readPlain: read, listRoot: () => disk.listRoot() };
}
