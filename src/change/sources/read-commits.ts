import type { Commit, CommitFile } from '../change.js';
import { parseCommit } from '../parse-commit.js';
import { decodeName, readRawEntry } from '../files/raw-entries.js';
import { asRawEntries } from '../../git/git-queries.js';
import { GitError } from '../../git/git-error.js';
import type { Repository } from '../../git/repository.js';

/** Limit on commits: a longer branch is not one change. */
const maxCommits = 5000;
/** Limit on the bytes of a commit object. */
const largestCommit = 16 * 2 ** 20;
const atOnce = 64;

const query = [
  'log',
  ...asRawEntries,
  '--format=%H',
  '--reverse',
  '--topo-order',
  `--max-count=${maxCommits + 1}`,
  '--root',
  '--no-color',
  '--no-notes',
  '--no-mailmap',
  '-O/dev/null',
];

/**
 * The commits that `head` has and `base` has not, oldest first. People are as the commits name them, without `.mailmap`. Rejects with
 * a `GitError` if there are too many or a message is too large: leaving one out could leave out its author.
 */
export async function readCommits(repository: Repository, base: string, head: string): Promise<readonly Commit[]> {
  if (base === head) return [];
  const log = (...options: readonly string[]): Promise<Buffer> =>
    repository.git.run([...query, ...options, head, '--not', base, '--'], { maxBytes: 2 ** 27 });
  const output = await log('--diff-merges=first-parent');
  const listed = parseCommitLog(output);
  if (listed.length === 0 && output.length > 0) {
    throw new GitError(
      'failed',
      'Git listed the commits in a form that cannot be read, so nobody can say who made them. Take out settings of git for its log, then try again.',
    );
  }
  if (listed.length > maxCommits) {
    throw new GitError(
      'too-much',
      `The branch has more than ${maxCommits} commits that the branch it is compared with has not. Check that this is the right branch, or merge it into yours first.`,
    );
  }
  const commits: Commit[] = [];
  for (let from = 0; from < listed.length; from += atOnce) {
    const some = listed.slice(from, from + atOnce);
    const found = await readObjects(
      repository,
      some.map((each) => each.oid),
    );
    for (const { oid, files } of some) commits.push({ oid, files, ...parseCommit(found.get(oid) as Buffer, oid) });
  }
  if (commits.every(({ parents }) => parents.length < 2)) return commits;
  const made = new Map(
    parseCommitLog(await log('--merges', '--diff-merges=combined')).map(({ oid, files }) => [oid, files]),
  );
  return commits.map((commit) => {
    const madeByMerge = commit.parents.length < 2 ? undefined : made.get(commit.oid);
    return { ...commit, ...(madeByMerge && { madeByMerge }) };
  });
}

/** Reads `git log -z --raw --format=%H`: an id, then its raw entries. Paths are the only text in it that a commit's author controls. */
export function parseCommitLog(bytes: Buffer): readonly Pick<Commit, 'oid' | 'files'>[] {
  const output = bytes.toString('latin1');
  const commits: { oid: string; files: CommitFile[] }[] = [];
  let at = 0;
  while (at < output.length) {
    const found = readRawEntry(output, at);
    if (found) {
      const { name, after } = found.entry;
      commits.at(-1)?.files.push({
        path: decodeName(name),
        oid: after?.oid,
        ...(after?.mode === '160000' && { isSubmodule: true }),
      });
      at = found.next;
      continue;
    }
    const end = /^[0-9a-f]*/.exec(output.slice(at, at + 64))?.[0].length as number;
    const oid = output.slice(at, at + end);
    if (/^[0-9a-f]{40,64}$/.test(oid)) commits.push({ oid, files: [] });
    at += end + 1;
  }
  return commits;
}

/** Small commits together, large ones one by one, so that few large messages are in memory at a time. */
async function readObjects(repository: Repository, oids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  const found = await repository.objects.read(oids, { maxBytes: 2 ** 16 });
  for (const oid of oids) {
    const known = found.get(oid);
    const whole = typeof known === 'object' && known.content !== undefined;
    const object = whole ? known : (await repository.objects.read([oid], { maxBytes: largestCommit })).get(oid);
    if (typeof object !== 'object') {
      throw new GitError(
        'not-fetched',
        `Git does not hold the commit ${oid.slice(0, 12)} in full. Fetch the branch again: git fetch --refetch`,
      );
    }
    if (!object.content) {
      throw new GitError(
        'too-much',
        `The message of commit ${oid.slice(0, 12)} is larger than ${largestCommit / 2 ** 20} MB and cannot be read. Shorten it: git rebase --interactive`,
      );
    }
    contents.set(oid, object.content);
  }
  return contents;
}
