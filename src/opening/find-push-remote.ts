import type { Repository } from '../git/repository.js';

/**
 * The remote that a branch is pushed to: what git's settings say for it, as far as they mean a branch of its name; else `origin`, else the
 * base's. A branch that was begun from the base follows that, which says nothing of where it belongs itself. `undefined` without any remote.
 */
export async function findPushRemote(
  { git, remotes }: Pick<Repository, 'git' | 'remotes'>,
  branch: string,
  baseRemote: string | undefined,
): Promise<string | undefined> {
  const ref = `refs/heads/${branch}`;
  const format = '%(push:remotename)%00%(upstream:remotename)%00%(upstream:remoteref)';
  const [push, upstream, followed] = (await git.run(['for-each-ref', `--format=${format}`, '--', ref]))
    .toString('utf8')
    .trimEnd()
    .split('\0');
  const set = push !== upstream || followed === ref ? push : undefined;
  const known = remotes.map(({ name }) => name);
  return [set, 'origin', baseRemote, known[0]].find((name) => name !== undefined && known.includes(name));
}
