import type { Revision, RevisionFile } from '../../policy/revision.js';

/** Where a branch began, the tip of its base, and its own. */
export interface MergedSides {
  readonly from: Revision;
  readonly base: Revision;
  readonly head: Revision;
}

/**
 * What the base would have once a branch is merged, as the policy reads it: of each file what the one side made of it that changed it. A file that
 * both changed is added to `clashes`, and is as the branch has it.
 */
export function mergedRevision({ from, base, head }: MergedSides, clashes: Set<string>): Revision {
  const merge = async (
    read: (side: Revision) => Promise<ReadonlyMap<string, RevisionFile>>,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, RevisionFile>> => {
    const [was, ours, theirs] = await Promise.all([read(from), read(base), read(head)]);
    const files = new Map<string, RevisionFile>();
    for (const path of paths) {
      const [one, our, their] = [was.get(path), ours.get(path), theirs.get(path)];
      const isOurs = isSame(one, their) || isSame(our, their);
      if (!isOurs && !isSame(one, our)) clashes.add(path);
      const found = isOurs ? our : their;
      if (found !== undefined) files.set(path, found);
    }
    return files;
  };
  return {
    ref: base.ref,
    commit: undefined,
    read: (paths) => merge((side) => side.read(paths), paths),
    readPlain: (paths) => merge((side) => side.readPlain(paths), paths),
    async listRoot() {
      const [was, ours, theirs] = await Promise.all([from.listRoot(), base.listRoot(), head.listRoot()]);
      return [...new Set([...ours, ...theirs])].filter(
        (name) => !was.includes(name) || (ours.includes(name) && theirs.includes(name)),
      );
    },
  };
}

function isSame(one: RevisionFile | undefined, other: RevisionFile | undefined): boolean {
  return one?.oid === other?.oid && one?.isLink === other?.isLink;
}
