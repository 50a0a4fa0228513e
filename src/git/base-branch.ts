import type { Repository } from './repository.js';
import type { Remote } from './repository/git-config.js';

/** A base by its parts: `origin/main` is the branch `main` of the remote `origin`; a base that exists in this clone alone has no remote. */
export interface BaseBranch {
  readonly remote: string | undefined;
  readonly branch: string;
}

/** Splits the name of a base. A remote's name may contain slashes: the longest that fits counts. */
export function parseBaseBranch({ remotes }: Pick<Repository, 'remotes'>, ref: string): BaseBranch {
  const [remote] = remotes
    .map(({ name }) => name)
    .filter((name) => ref.startsWith(`${name}/`))
    .sort((one, other) => other.length - one.length);
  return { remote, branch: remote === undefined ? ref : ref.slice(remote.length + 1) };
}

/** The remote that a base lies on, else the first one. */
export function baseRemote(repository: Pick<Repository, 'remotes'>, ref: string): Remote | undefined {
  const { remote: name } = parseBaseBranch(repository, ref);
  return repository.remotes.find((each) => each.name === name) ?? repository.remotes[0];
}
