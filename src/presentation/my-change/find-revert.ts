import type { PolicySession } from '../../policy/policy-session.js';

/** Days that are looked back, and reverts that are looked at, the newest first. */
const mostDays = 90;
const mostReverts = 50;

/**
 * Whether everybody's branch has a commit that reverts what the host made of this branch: one commit with the files of the branch's own, or one of those
 * themselves. Said for a branch of which nothing differs from that any more; a revert that was reverted took nothing back.
 */
export async function findRevert({ repository, base }: Pick<PolicySession, 'repository' | 'base'>): Promise<boolean> {
  const { git, head } = repository;
  const lines = async (...args: readonly string[]): Promise<readonly string[]> =>
    (await git.run([...args]))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
  if (base === undefined || head.commit === undefined) return false;
  const range = [head.commit, `^${base.commit}`, '--'];
  const own = new Set(await lines('rev-list', '--no-merges', '--max-count=200', ...range));
  if (own.size === 0) return false;
  const search = ['--grep=^This reverts commit [0-9a-f]', `--since=${mostDays}.days`, `--max-count=${mostReverts}`];
  const output = await git.run(['log', ...search, '--no-color', '--format=%H%x00%b%x01', base.commit, '--']);
  const reverts = output
    .toString('utf8')
    .split('\u0001')
    .flatMap((entry): readonly (readonly [string, string])[] => {
      const [commit = '', body = ''] = entry.trim().split('\0');
      const [, reverted] = /^This reverts commit ([0-9a-f]{40,64})/mu.exec(body) ?? [];
      return reverted === undefined ? [] : [[commit, reverted]];
    });
  const by = new Map(reverts);
  const undone = new Set(by.values());
  const files = new Set(await lines('log', '--no-merges', '--format=', '--name-only', '--max-count=200', ...range));
  for (const [commit, reverted] of reverts) {
    // What reverts a revert brings back.
    if (undone.has(commit) || by.has(reverted)) continue;
    if (own.has(reverted)) return true;
    const theirs = await lines('diff-tree', '-r', '--name-only', '--no-commit-id', '--end-of-options', commit);
    if (theirs.length === files.size && theirs.every((path) => files.has(path))) return true;
  }
  return false;
}
