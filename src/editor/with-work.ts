import { l10n, ProgressLocation, window, workspace, type CancellationToken } from 'vscode';
import type { OpenZone } from '../policy/open-zone.js';
import type { Work } from '../work/work.js';
import { currentView } from './current-view.js';
import { closeGoneTabs, filesInTabs } from './gone-tabs.js';
import type { Parts } from './parts.js';
import { CannotDo } from './register-command.js';
import type { RepositoryZone } from './repository-zone.js';
import { saveFirst } from './save-first.js';
import { gitWith } from './git-with.js';

/** The current repository, opened to be changed. */
export interface OwnWork {
  readonly place: RepositoryZone;
  readonly zone: OpenZone;
  readonly work: Work;
}

/**
 * Opens the current repository for one step of hers, with a sign in the status bar or a notification that can stop it, and reads afterwards what came of it: where her
 * change stands, and her zone. `undefined` where something is not saved and she would rather not save it.
 */
export async function withWork<T>(
  parts: Parts,
  title: string,
  act: (own: OwnWork, token: CancellationToken) => Promise<T>,
  where: 'status-bar' | 'notification' = 'status-bar',
): Promise<T | undefined> {
  const { zone: place } = await currentView(parts);
  const question = { why: l10n.t('Only what is saved can be kept safe.'), save: l10n.t('Save and Go On') };
  if (!(await saveFirst(place, question))) return undefined;
  const location = where === 'notification' ? ProgressLocation.Notification : ProgressLocation.Window;
  return window.withProgress({ location, title, cancellable: where === 'notification' }, async (_progress, token) => {
    const as = parts.zones.asker();
    const [{ openZone }, { openWork }] = await Promise.all([
      import('../policy/open-zone.js'),
      import('../work/work.js'),
    ]);
    const open = await filesInTabs(place);
    const zone = await openZone({ cwd: place.root, environment: gitWith(), as });
    try {
      return await act({ place, zone, work: openWork(zone.repository, { trusted: workspace.isTrusted }) }, token);
    } finally {
      zone.close();
      place.refresh();
      await closeGoneTabs(place, open);
      await parts.changes.read();
    }
  });
}

/** The base branch's tip; ends the command where there is none yet. */
export function baseOf({ base }: Pick<OpenZone, 'base'>): { readonly ref: string; readonly commit: string } {
  if (base !== undefined) return { ref: base.ref, commit: base.commit };
  throw new CannotDo(
    l10n.t(
      'There is no main branch here yet that your change could begin at. Ask engineering to share one, then try again.',
    ),
  );
}
