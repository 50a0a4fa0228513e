import { l10n } from 'vscode';
import type { CurrentRepository } from './current-repository.js';
import type { RepositorySession } from './repository-zone.js';
import type { SessionSnapshot } from './repository-state.js';
import { CommandError } from './register-command.js';

/** The current repository once it is read. Rejects with a `GitError`, or with a `CommandError` where there is none. */
export async function currentSnapshot({
  current,
}: {
  readonly current: CurrentRepository;
}): Promise<{ readonly session: RepositorySession; readonly snapshot: SessionSnapshot }> {
  const session = await current.settled();
  if (session === undefined)
    throw new CommandError(l10n.t('Open a folder with a git repository first, then try again.'));
  const state = await session.ready();
  if (state.kind === 'git-error') throw state.error;
  return { session, snapshot: state.snapshot };
}
