import { join } from 'node:path';
import { Disposable, RelativePattern, Uri } from 'vscode';
import { watchFolder } from '../../../git/watch-folder.js';
import type { SessionSnapshot } from '../repository-state.js';
import { watchFiles } from '../../ui/watch-files.js';

/**
 * Calls `changed` when a file is written that the standing of paths may follow from: where HEAD and the branches stand, what is tracked,
 * git's settings, and in the working tree the policy files, which count as a preview.
 */
export function watchRepository(
  { root, repository, base }: Pick<SessionSnapshot, 'root' | 'repository' | 'base'>,
  changed: () => void,
): Disposable {
  const patterns = [
    new RelativePattern(Uri.file(repository.gitDir), '{HEAD,index,MERGE_HEAD,config.worktree}'),
    new RelativePattern(Uri.file(repository.commonDir), '{packed-refs,config,refs/heads/**,refs/remotes/**}'),
    new RelativePattern(
      Uri.file(root),
      '{CLAUDE.md,AGENTS.md,.claude/CLAUDE.md,CODEOWNERS,.github/CODEOWNERS,docs/CODEOWNERS,.gitlab/CODEOWNERS}',
    ),
  ];
  return Disposable.from(
    watchClosely({ repository, base }, changed),
    ...patterns.map((pattern) => watchFiles(pattern, changed)),
  );
}

/**
 * VS Code collects file events for more than a tenth of a second. HEAD and the base branch, on which everything shown depends, are
 * watched directly.
 */
function watchClosely(
  { repository, base }: Pick<SessionSnapshot, 'repository' | 'base'>,
  changed: () => void,
): Disposable {
  const { gitDir, commonDir } = repository;
  const [folder, name] = splitRef(base?.ref ?? '');
  const ends = [
    watchFolder(gitDir, (entry) => entry === 'HEAD', changed),
    ...['remotes', 'heads'].map((kind) =>
      watchFolder(join(commonDir, 'refs', kind, folder), (entry) => entry === name, changed),
    ),
  ];
  return new Disposable(() => {
    for (const end of ends) end();
  });
}

/** `origin` and `main` of `origin/main`. */
function splitRef(ref: string): readonly [string, string] {
  const slash = ref.lastIndexOf('/');
  return [ref.slice(0, Math.max(0, slash)), ref.slice(slash + 1)];
}
