import { l10n } from 'vscode';
import { printable } from '../../text/printable.js';
import { readSettings } from '../ui/editor-settings.js';
import { audienceOf } from './audience.js';
import { snapshotOf, type RepositorySession } from './repository-session.js';

/** Why whoever is asking sees no part of theirs, and that nothing of it is lost; `undefined` where the list of PMs is not the reason. */
export function whyNotShown(session: RepositorySession | undefined): string | undefined {
  const snapshot = session && snapshotOf(session);
  if (snapshot?.asking.kind !== 'not-on-roster') return undefined;
  if (audienceOf(session?.state, readSettings()) !== 'engineer') return undefined;
  return l10n.t(
    '“{0}” is not on the list of PMs, as “{1}” has it now, so PM Zone does not show your change. All of it stays on this computer as it is, and a pull request of yours stays open. If you should be on the list, ask an engineer.',
    printable(snapshot.asking.names[0] ?? ''),
    snapshot.policy.tips[0].ref,
  );
}
