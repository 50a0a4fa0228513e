import { l10n } from 'vscode';
import type { Parts } from './parts.js';
import type { RepositoryZone } from './repository-zone.js';
import type { ZoneView } from './repository-state.js';
import { CannotDo } from './register-command.js';

/** The current repository once it is read. Throws its trouble, or that there is none, in a sentence. */
export async function currentView({
  current,
}: Pick<Parts, 'current'>): Promise<{ readonly zone: RepositoryZone; readonly view: ZoneView }> {
  const zone = await current.settled();
  if (zone === undefined) throw new CannotDo(l10n.t('Open a folder with a git repository first, then try again.'));
  const state = await zone.ready();
  if (state.kind === 'trouble') throw state.trouble;
  return { zone, view: state.view };
}
