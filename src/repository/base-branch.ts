import type { Repository } from './repository.js';

/** A base by its parts: `origin/main` is the branch `main` of the remote `origin`; a base in this clone alone is on none. */
export interface BaseBranch {
  readonly remote: string | undefined;
  readonly branch: string;
}

/** Takes the name of a base apart. A remote's name may have slashes: the longest that fits counts. */
export function baseBranch({ remotes }: Pick<Repository, 'remotes'>, ref: string): BaseBranch {
  const [remote] = remotes
    .map(({ name }) => name)
    .filter((name) => ref.startsWith(`${name}/`))
    .sort((one, other) => other.length - one.length);
  return { remote, branch: remote === undefined ? ref : ref.slice(remote.length + 1) };
}
