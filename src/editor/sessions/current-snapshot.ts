import { l10n } from 'vscode';
import type { CurrentRepository } from './current-repository.js';
import type { RepositorySession } from './repository-session.js';
import type { SessionSnapshot } from './repository-state.js';
import { CommandError } from '../ui/register-command.js';

/**
 * The current repository once it is read. Rejects with a `GitError`; with a `CommandError` where there is no repository, and, where
 * `noPolicy` is given, where it has no policy. Both are sentences that say what to do.
 */
export async function currentSnapshot(
  current: CurrentRepository,
  { noRepository, noPolicy }: { readonly noRepository?: string; readonly noPolicy?: string } = {},
): Promise<{ readonly session: RepositorySession; readonly snapshot: SessionSnapshot }> {
  const session = await current.settled();
  if (session === undefined) {
    throw new CommandError(noRepository ?? l10n.t('Open a folder with a git repository first, then try again.'));
  }
  const state = await session.ready();
  if (state.kind === 'git-error') throw state.error;
  if (state.kind === 'no-policy' && noPolicy !== undefined) throw new CommandError(noPolicy);
  return { session, snapshot: state.snapshot };
}
