import type { Repository } from '../git/repository.js';

/** Names that are looked for; nobody renames a branch more often. */
const mostNames = 3;

/**
 * What a branch was called before on this computer, the last name first, as far as git remembers it; a name that another branch has now is none.
 * Its server still has it under the old one, and so does a pull request.
 */
export async function findFormerNames({ git }: Pick<Repository, 'git'>, branch: string): Promise<readonly string[]> {
  const ref = `refs/heads/${branch}`;
  const log = await git.run(['reflog', 'show', '-z', '--format=%gs', ref, '--']);
  const names = log
    .toString('utf8')
    .split('\0')
    .flatMap((entry) => /^Branch: renamed refs\/heads\/(.+) to refs\/heads\//u.exec(entry.trim())?.[1] ?? [])
    .filter((name) => name !== branch);
  const known = await git.run(['for-each-ref', '--format=%(refname:lstrip=2)', '--', 'refs/heads/']);
  const taken = new Set(known.toString('utf8').split('\n'));
  return [...new Set(names)].filter((name) => !taken.has(name)).slice(0, mostNames);
}
