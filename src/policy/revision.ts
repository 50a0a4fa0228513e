import { openDisk } from '../git/disk.js';
import type { Tip } from '../git/find-base.js';
import { GitError } from '../git/git-error.js';
import { listTreeNames, type Objects } from '../git/objects.js';
import type { Revision, RevisionFile } from './read-tip.js';

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
    async listRoot() {
      const name = `${tip.commit}^{tree}`;
      const tree = (await objects.read([name], { maxBytes: largestRoot })).get(name);
      return typeof tree === 'object' ? listTreeNames(tree) : [];
    },
  };
}

/** The files as they are on the disk, for a preview. */
export function workingCopy(root: string): Revision {
  const disk = openDisk(root);
  return {
    ref: 'the working copy',
    commit: undefined,
    async read(paths) {
      const files = new Map<string, RevisionFile>();
      for (const path of paths) {
        const entry = await disk.read(path, readLimit);
        if (entry.kind === 'file') files.set(path, { oid: undefined, bytes: entry.bytes, content: entry.content });
      }
      return files;
    },
    listRoot: () => disk.listRoot(),
  };
}
