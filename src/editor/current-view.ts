import { l10n } from 'vscode';
import type { CurrentRepository } from './current-repository.js';
import type { RepositorySession } from './repository-zone.js';
import type { SessionSnapshot } from './repository-state.js';
import { CommandError } from './register-command.js';

/** The current repository once it is read. Throws its trouble, or that there is none, in a sentence. */
export async function currentSnapshot({
  current,
}: {
  readonly current: CurrentRepository;
}): Promise<{ readonly session: RepositorySession; readonly snapshot: SessionSnapshot }> {
  const session = await current.settled();
  if (session === undefined)
    throw new CommandError(l10n.t('Open a folder with a git repository first, then try again.'));
  const state = await session.ready();
  if (state.kind === 'trouble') throw state.error;
  return { session, snapshot: state.snapshot };
}
