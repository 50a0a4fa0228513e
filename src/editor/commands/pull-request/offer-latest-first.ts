import { commands, l10n, ProgressLocation, window, workspace } from 'vscode';
import { fetchBase } from '../../../work/fetch-base.js';
import type { Refusal } from '../../../work/operation-outcome.js';
import { openWork } from '../../../work/work.js';
import { notify } from '../../ui/notify.js';
import type { Services } from '../../services/services.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import { signedInFetch } from '../latest/signed-in-fetch.js';

/** Files that are named in the question. */
const mostNamed = 3;

/**
 * Asks the server what main has now, and offers to get the latest where others changed the same files: a pull request that cannot be merged
 * waits for its author. `false` where the PM stops there, has something to settle first, or the server has no such branch any more. Where it cannot be
 * asked, that is said.
 */
export async function offerLatestFirst(services: Services): Promise<boolean> {
  const refused = await fetchLatest(services);
  if (refused?.reason === 'branch-gone') {
    // No pull request can go there. “Next step” says whom to ask.
    void notify('warning', refused.sentence);
    return false;
  }
  if (refused !== undefined) {
    const said = l10n.t('Nobody could look whether others changed the same meanwhile. {0}', refused.sentence);
    void notify('warning', said);
    return true;
  }
  const { changes } = services;
  const moved = (await changes.read())?.mainMoved;
  if (moved === undefined || moved.paths.length === 0) return true;
  const { branch, paths } = moved;
  const more = paths.length - mostNamed;
  const named = `${paths.slice(0, mostNamed).join(', ')}${more > 0 ? l10n.t(' and {0} more', more) : ''}`;
  const [latest, anyway] = [l10n.t('Get the Latest'), l10n.t('Go On Without It')];
  const chosen = await window.showWarningMessage(
    l10n.t(
      'Others changed on “{0}” what you changed: {1}. Get the latest first, so that your pull request can be merged as it is reviewed.',
      branch,
      named,
    ),
    { modal: true },
    latest,
    anyway,
  );
  if (chosen !== latest) return chosen === anyway;
  if ((await commands.executeCommand('pmZone.getLatest')) !== true) return false;
  const after = await changes.read();
  return after !== undefined && !after.change.merging;
}

/** Why it could not be fetched; `undefined` where it was, or where everybody works here. */
async function fetchLatest({ current, sessions, base }: Services): Promise<Refusal | undefined> {
  const { session } = await currentSnapshot(current);
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Asking what others changed'),
    cancellable: true,
  };
  return window.withProgress(options, async (_progress, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => {
      stop.abort();
    });
    const policySession = await sessions.openPolicy(session.root);
    try {
      if (policySession.base === undefined) return undefined;
      const work = openWork(policySession.repository, { runsFilters: workspace.isTrusted });
      const fetch = signedInFetch(session.root);
      const fetched = await fetchBase(work, policySession.base, { signal: stop.signal, fetch });
      base.note(session, fetched);
      return fetched.done ? undefined : fetched;
    } finally {
      policySession.close();
      session.refresh();
    }
  });
}
