import { Disposable, l10n, ProgressLocation, TabInputText, window, workspace } from 'vscode';
import type { CancellationToken, Tab, Uri } from 'vscode';
import type { PolicySession } from '../../policy/policy-session.js';
import type { Work } from '../../work/work.js';
import { currentSnapshot } from '../sessions/current-snapshot.js';
import { isInRepository } from '../sessions/repository-uri.js';
import type { Services } from '../services/services.js';
import { CommandError } from '../ui/register-command.js';
import type { RepositorySession } from '../sessions/repository-session.js';
import { ensureSaved } from './ensure-saved.js';
import { inBackground } from '../ui/log-errors.js';

/** The current repository, opened to be changed. */
export interface OperationContext {
  readonly session: RepositorySession;
  readonly policySession: PolicySession;
  readonly work: Work;
  /** Waits for an answer of the user, or for the network: nothing is half done meanwhile, so the views follow what is edited. */
  readonly waiting: <T>(wait: () => PromiseLike<T>) => Promise<T>;
}

/**
 * Opens the current repository for one operation, with progress in the status bar or in a notification that can cancel it, and
 * afterwards has the change and the session read anew, without waiting for it; until then no view reads what is half done. `undefined` where something is not saved and the user declines to save it.
 */
export async function runOperation<T>(
  services: Services,
  title: string,
  act: (context: OperationContext, token: CancellationToken) => Promise<T>,
  where: 'status-bar' | 'notification' = 'status-bar',
): Promise<T | undefined> {
  const { session } = await currentSnapshot(services.current);
  const question = { why: l10n.t('Only what is saved can be kept safe.'), saveLabel: l10n.t('Save and Go On') };
  if (!(await ensureSaved(session, question))) return undefined;
  const location = where === 'notification' ? ProgressLocation.Notification : ProgressLocation.Window;
  return window.withProgress({ location, title, cancellable: where === 'notification' }, async (_progress, token) => {
    const { openWork } = await import('../../work/work.js');
    const open = await listOpenFiles(session);
    const policySession = await services.sessions.openPolicy(session.root);
    const pause = (): Disposable => Disposable.from(services.changes.pause(), session.pause());
    let paused = pause();
    const waiting: OperationContext['waiting'] = async (wait) => {
      paused.dispose();
      try {
        return await wait();
      } finally {
        paused = pause();
      }
    };
    try {
      const work = openWork(policySession.repository, { runsFilters: workspace.isTrusted });
      return await act({ session, policySession, work, waiting }, token);
    } finally {
      policySession.close();
      paused.dispose();
      session.refresh();
      await closeDeletedTabs(session, open);
      // What is told of the step waits for no view.
      inBackground(services.log, services.changes.read)();
    }
  });
}

/** The tip of the base branch; rejects the command where there is none yet. */
export function requireBaseBranch({ base }: Pick<PolicySession, 'base'>): {
  readonly ref: string;
  readonly commit: string;
} {
  if (base !== undefined) return { ref: base.ref, commit: base.commit };
  throw new CommandError(
    l10n.t(
      'There is no main branch here yet that your change could begin at. Ask an engineer to share one, then try again.',
    ),
  );
}

/** The open files of a repository that are on the disk, to know afterwards which of them an operation deleted. */
async function listOpenFiles(session: Pick<RepositorySession, 'root'>): Promise<ReadonlySet<string>> {
  const uris = tabsIn(session).map(({ uri }) => uri);
  const found = await Promise.all(uris.map(async (uri) => ((await exists(uri)) ? [uri.toString()] : [])));
  return new Set(found.flat());
}

/** Closes the tabs of files that no longer exist: an edit in one of them would recreate the file where it is not wanted. */
async function closeDeletedTabs(session: Pick<RepositorySession, 'root'>, before: ReadonlySet<string>): Promise<void> {
  for (const { tab, uri } of tabsIn(session)) {
    if (!tab.isDirty && before.has(uri.toString()) && !(await exists(uri))) await window.tabGroups.close(tab, true);
  }
}

function tabsIn(session: Pick<RepositorySession, 'root'>): readonly { readonly tab: Tab; readonly uri: Uri }[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap((tab) => {
    const uri = tab.input instanceof TabInputText ? tab.input.uri : undefined;
    return uri !== undefined && isInRepository(session, uri) ? [{ tab, uri }] : [];
  });
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
