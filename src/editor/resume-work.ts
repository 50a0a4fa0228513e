import { Disposable, l10n, workspace } from 'vscode';
import { logTo } from './log-to.js';
import { GitTrouble } from '../repository/git-trouble.js';
import { audienceOf } from './audience.js';
import type { Parts } from './parts.js';
import type { RepositoryZone } from './repository-zone.js';
import { bringBackWay, sayOutcome } from './say-outcome.js';
import { readSettings } from './settings.js';
import { gitWith } from './git-with.js';

/** Milliseconds: what she looks at first comes first. */
const waits = 1500;

/** Puts back what was interrupted in a repository (a crash, a full disk), once for each that she opens, and says so. */
export function registerResumeWork({ log, current }: Pick<Parts, 'log' | 'current'>): Disposable {
  const seen = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  const look = (zone: RepositoryZone | undefined): void => {
    if (zone === undefined || !workspace.isTrusted || seen.has(zone.root)) return;
    if (audienceOf(zone.state, readSettings()) !== 'pm') return;
    seen.add(zone.root);
    const timer = setTimeout(() => {
      timers.delete(timer);
      resume(zone.root).catch(logTo(log));
    }, waits);
    timers.add(timer);
  };
  look(current.zone());
  return Disposable.from(
    current.onDidChange(look),
    new Disposable(() => {
      for (const timer of timers) clearTimeout(timer);
    }),
  );
}

async function resume(root: string): Promise<void> {
  const [{ openRepository }, { resumeWork }, { openWork }] = await Promise.all([
    import('../repository/repository.js'),
    import('../work/resume-work.js'),
    import('../work/work.js'),
  ]);
  try {
    const repository = await openRepository(root, { environment: gitWith() });
    try {
      const outcome = await resumeWork(openWork(repository, { trusted: workspace.isTrusted }));
      // Where another window is at work just now there is nothing to put back.
      if (outcome.done ? outcome.operations === 0 : outcome.reason === 'busy') return;
      const [backup] = outcome.done ? outcome.backups : [];
      void sayOutcome(
        outcome,
        backup === undefined
          ? { label: l10n.t('Show My Change'), command: 'workbench.view.extension.pm-zone' }
          : bringBackWay(backup),
      );
    } finally {
      repository.close();
    }
  } catch (error) {
    if (!(error instanceof GitTrouble)) throw error;
  }
}
