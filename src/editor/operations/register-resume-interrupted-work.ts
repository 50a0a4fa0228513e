import { Disposable, l10n, workspace } from 'vscode';
import { logErrors } from '../ui/log-errors.js';
import { GitError } from '../../git/git-error.js';
import { audienceOf } from '../sessions/audience.js';
import type { Services } from '../services/services.js';
import type { resumeWork } from '../../work/resume-work.js';
import type { RepositorySession } from '../sessions/repository-session.js';
import { createTimers } from '../ui/timers.js';
import { notify } from '../ui/notify.js';
import { bringBackFollowUp, showOutcome } from './show-outcome.js';
import { readSettings } from '../ui/editor-settings.js';
import { editorGitEnvironment } from '../ui/editor-git-environment.js';

type Resumed = Awaited<ReturnType<typeof resumeWork>>;

/** Milliseconds: the visible views come first, and what another window or git does is mostly done soon. */
const defaultDelays = { first: 1500, busy: 4000 };

/**
 * Puts back what was interrupted in a repository (a crash, a full disk), once for each repository opened, and says so; also where git is
 * still busy for longer than one step of another window takes.
 */
export function registerResumeInterruptedWork(
  { log, current, outcomes }: Pick<Services, 'log' | 'current' | 'outcomes'>,
  delays = defaultDelays,
): Disposable {
  const seen = new Set<string>();
  const timers = createTimers();
  const later = (root: string, wait: number, isBusy = false): void =>
    timers.set(wait, () => void resume(root, isBusy).catch(logErrors(log)), root);
  const resume = async (root: string, isBusy: boolean): Promise<void> => {
    const outcome = await resumeIn(root);
    if (outcome?.done !== false || outcome.reason !== 'busy') return showResumed({ outcomes }, outcome);
    if (!isBusy) {
      later(root, delays.busy, true);
      return;
    }
    const again = l10n.t('Try Again');
    if ((await notify('warning', outcome.sentence, again)) === again) later(root, 0, true);
  };
  const look = (session: RepositorySession | undefined): void => {
    if (session === undefined || !workspace.isTrusted || seen.has(session.root)) return;
    if (audienceOf(session.state, readSettings()) !== 'pm') return;
    seen.add(session.root);
    later(session.root, delays.first);
  };
  look(current.session());
  return Disposable.from(current.onDidChange(look), timers);
}

async function resumeIn(root: string): Promise<Resumed | undefined> {
  const [{ openRepository }, { resumeWork }, { openWork }] = await Promise.all([
    import('../../git/repository.js'),
    import('../../work/resume-work.js'),
    import('../../work/work.js'),
  ]);
  try {
    const repository = await openRepository(root, { environment: editorGitEnvironment() });
    try {
      return await resumeWork(openWork(repository, { runsFilters: workspace.isTrusted }));
    } finally {
      repository.close();
    }
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return undefined;
  }
}

async function showResumed(services: Pick<Services, 'outcomes'>, outcome: Resumed | undefined): Promise<void> {
  if (outcome === undefined || (outcome.done && outcome.operations + outcome.torn === 0)) return;
  const [backup] = outcome.done ? outcome.backups : [];
  await showOutcome(
    services,
    outcome,
    backup === undefined
      ? { label: l10n.t('Show My Change'), command: 'workbench.view.extension.pm-zone' }
      : bringBackFollowUp(backup),
  );
}
