import type { DiskCache } from '../../git/disk-cache.js';
import { GitError } from '../../git/git-error.js';
import type { Repository } from '../../git/repository.js';
import type { RosterRow } from '../../policy/policy.js';
import { readTip, zoneFiles } from '../../policy/read-tip.js';
import { commitRevision } from '../../policy/revision.js';

/** More versions of a policy than these are not one that people keep. */
const most = 1000;

/**
 * Every roster that the base branch had, newest first: of each commit of its own that changed a policy file, or a file that one imported. Rejects
 * with a `GitError` where the history is cut short or too long to be read: leaving some out could leave out somebody who was revoked.
 */
export async function readFormerRosters(
  repository: Repository,
  base: { readonly ref: string; readonly commit: string },
): Promise<readonly (readonly RosterRow[])[]> {
  if (repository.shallow) {
    throw new GitError(
      'shallow',
      `The history of ${base.ref} was fetched to a certain depth only, so nobody can say who was a pilot PM before. Fetch all of it: git fetch --unshallow`,
    );
  }
  const cache = inMemory();
  const rosters = new Map<string, readonly RosterRow[]>();
  let paths: readonly string[] = zoneFiles;
  // What is imported is known only once it was read: a file that it imports, once more.
  for (;;) {
    const commits = await listCommits(repository, base, paths);
    const sources = new Set(paths);
    for (const commit of commits) {
      const { zone } = await readTip(commitRevision(repository.objects, { ref: base.ref, commit }), cache);
      for (const source of zone?.sources ?? []) sources.add(source);
      if (zone?.roster !== undefined) rosters.set(JSON.stringify(zone.roster), zone.roster);
    }
    if (sources.size === paths.length) return [...rosters.values()];
    paths = [...sources];
  }
}

async function listCommits(
  { git }: Repository,
  base: { readonly ref: string; readonly commit: string },
  paths: readonly string[],
): Promise<readonly string[]> {
  const found = await git.run([
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    '--format=%H',
    '--no-color',
    `--max-count=${most + 1}`,
    base.commit,
    '--',
    ...paths,
  ]);
  const commits = found.toString('latin1').split('\n').filter(Boolean);
  if (commits.length <= most) return commits;
  throw new GitError(
    'too-much',
    `${base.ref} has more than ${most} versions of its policy, so nobody can say who was a pilot PM before.`,
  );
}

/** Each blob is parsed once, and nothing that an earlier run left behind is believed. */
function inMemory(): DiskCache {
  const kept = new Map<string, Promise<unknown>>();
  return {
    getOrCompute<T>(kind: string, key: string, compute: () => Promise<T>): Promise<T> {
      const name = `${kind}\0${key}`;
      const known = (kept.get(name) as Promise<T> | undefined) ?? compute();
      kept.set(name, known);
      return known;
    },
  };
}
