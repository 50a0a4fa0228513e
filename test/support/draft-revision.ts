import type { TrackedPaths } from '../../src/git/list-tracked.js';
import { noCache } from '../../src/git/disk-cache.js';
import type { Policy } from '../../src/policy/policy.js';
import { readTip } from '../../src/policy/read-tip.js';
import type { Revision, RevisionFile } from '../../src/policy/revision.js';

/** What stands at a path of a draft: a text, or a link and where it leads. */
export type DraftFile = string | Uint8Array | { readonly link: string };

/** The files of a repository that was never written. */
export interface DraftRevision {
  readonly revision: Revision;
  readonly policy: Policy;
  readonly tracked: TrackedPaths;
}

/** Reads the policy of these files as it is read of a commit's; `undefined` stands for a file that is not there. */
export async function readDraft(written: Readonly<Record<string, DraftFile | undefined>>): Promise<DraftRevision> {
  const files = new Map(
    Object.entries(written).flatMap(([path, file]): readonly (readonly [string, RevisionFile])[] =>
      file === undefined ? [] : [[path, fileOf(file)]],
    ),
  );
  const paths = [...files.keys()].sort();
  const read =
    (isPlain: boolean): Revision['read'] =>
    (asked) =>
      Promise.resolve(
        new Map(
          asked.flatMap((path): readonly (readonly [string, RevisionFile])[] => {
            const file = files.get(path);
            return file === undefined || (isPlain && file.isLink === true) ? [] : [[path, file]];
          }),
        ),
      );
  const revision: Revision = {
    ref: 'main',
    commit: '0'.repeat(40),
    read: read(false),
    readPlain: read(true),
    listRoot: () => Promise.resolve([...new Set(paths.map((path) => path.split('/')[0] as string))]),
  };
  const special = new Map(paths.flatMap((path) => (files.get(path)?.isLink === true ? [[path, '120000']] : [])));
  return {
    revision,
    policy: { tips: [await readTip(revision, noCache)], preview: false },
    tracked: { paths, special },
  };
}

function fileOf(file: DraftFile): RevisionFile {
  const isLink = typeof file === 'object' && 'link' in file;
  const content = Buffer.from(isLink ? file.link : file);
  return { oid: undefined, bytes: content.length, content, ...(isLink ? { isLink: true } : {}) };
}
