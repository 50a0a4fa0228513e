import { Disposable, RelativePattern, Uri, workspace } from 'vscode';
import type { ZoneView } from './repository-state.js';

/**
 * Calls `changed` when a file is written that the standing of paths may follow from: where HEAD and the branches stand, what is tracked,
 * git's settings, and in the working tree the policy files, which count as a preview.
 */
export function watchRepository(
  { root, repository }: Pick<ZoneView, 'root' | 'repository'>,
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
    ...patterns.flatMap((pattern) => {
      const watcher = workspace.createFileSystemWatcher(pattern);
      return [watcher, watcher.onDidCreate(changed), watcher.onDidChange(changed), watcher.onDidDelete(changed)];
    }),
  );
}
