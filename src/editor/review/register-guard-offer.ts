import { commands, Disposable, l10n, workspace } from 'vscode';
import { inBackground, logErrors } from '../ui/log-errors.js';
import type { GuardOutcome } from '../../guard/guard-outcome.js';
import type { Ask } from '../ui/notify.js';
import { currentSnapshot } from '../sessions/current-snapshot.js';
import type { Services } from '../services/services.js';
import { registerCommand } from '../ui/register-command.js';
import type { SessionSnapshot } from '../sessions/repository-state.js';
import { notify } from '../ui/notify.js';
import { isInRepository, pathInRepository } from '../sessions/repository-uri.js';
import { snapshotOf } from '../sessions/repository-session.js';

const inform: Ask = (sentence, ...buttons) => notify('information', sentence, ...buttons);

const offered = 'pmZone.guardOffered';
/** Upper bound of repositories recorded as already offered. */
const mostOffered = 500;

type GuardOfferServices = Pick<Services, 'log' | 'current' | 'changes' | 'guard'> & {
  readonly context: { readonly globalState: Pick<Services['context']['globalState'], 'get' | 'update'> };
};

/**
 * The commit guard: offered once in each repository, with the first change that a PM makes there; turned on and off by commands.
 * Nothing is installed without consent.
 */
export function registerGuardOffer(
  { context, log, current, changes, guard }: GuardOfferServices,
  ask: Ask = inform,
  register: typeof registerCommand = registerCommand,
): Disposable {
  let isAsking = false;
  const offer = async (): Promise<void> => {
    const session = current.session();
    const snapshot = session && snapshotOf(session);
    if (session === undefined || snapshot === undefined || isAsking) return;
    // Before the base branch has a policy the guard blocks nothing.
    const reason = guard.status()?.reason;
    if ((reason !== 'not-installed' && reason !== 'incomplete') || snapshot.policy.preview) return;
    // Who has an older guard was asked for that one.
    const place = `${snapshot.repository.commonDir}${reason === 'incomplete' ? '\ncomplete' : ''}`;
    const before = readOffered(context.globalState.get(offered));
    if (before.includes(place)) return;
    isAsking = true;
    try {
      await context.globalState.update(offered, [...before, place].slice(-mostOffered));
      const on = reason === 'incomplete' ? l10n.t('Complete It') : l10n.t('Turn It On');
      const answer = await ask(
        reason === 'incomplete'
          ? l10n.t(
              'The commit guard here is an older one. Shall PM Zone complete it? It then also looks at what is merged and, as a last look, at what you share.',
            )
          : l10n.t(
              'Shall PM Zone look at each commit before it is made here? It then stops one that holds a locked file or a password, and says what to do. You can turn it off under “My Change” at any time.',
            ),
        on,
        l10n.t('Not Now'),
      );
      if (answer === on) showOn(await guard.install(session));
    } finally {
      isAsking = false;
    }
  };
  const offerSoon = inBackground(log, offer);
  const showOn = (outcome: GuardOutcome): void => {
    if (outcome.kind === 'refused') {
      void notify('warning', outcome.sentence);
      return;
    }
    const { on, chain, sentence } = outcome.status;
    if (!on) void notify('warning', sentence);
    else
      void notify(
        'information',
        chain.length === 0
          ? l10n.t(
              'The commit guard is on: each commit here is reviewed before it is made. It helps you and locks nothing: the check on the pull request decides.',
            )
          : l10n.t(
              'The commit guard is on: each commit here is reviewed before it is made, and the checks that were there run as before. It helps you and locks nothing: the check on the pull request decides.',
            ),
      );
  };
  const showOff = async (outcome: GuardOutcome): Promise<void> => {
    if (outcome.kind === 'refused') {
      void notify('warning', outcome.sentence);
      return;
    }
    const again = l10n.t('Turn It On Again');
    const answer = await ask(
      l10n.t('The commit guard is off: commits here are no longer reviewed before they are made.'),
      again,
    );
    if (answer === again) await commands.executeCommand('pmZone.installGuard');
  };
  /** A planning doc or a locked file alone is no reason to offer: there is enough to read already. */
  const hasWork = (): boolean => {
    const myChange = changes.latest();
    const isOwn = (path: string): boolean =>
      !myChange?.planPaths.includes(path) && myChange?.judgements.get(path)?.standing !== 'locked';
    return myChange?.uncommitted.some(isOwn) === true;
  };
  const publish = (): void => {
    const status = guard.status();
    const key = status === undefined ? '' : status.reason === 'runs' ? 'on' : 'off';
    void commands.executeCommand('setContext', 'pmZone.guard', key);
  };
  return Disposable.from(
    register(log, 'pmZone.installGuard', async () =>
      showOn(await guard.install((await currentSnapshot(current)).session)),
    ),
    register(log, 'pmZone.removeGuard', async () => {
      const outcome = await guard.remove((await currentSnapshot(current)).session);
      // The command ends here; the answer leads to another one.
      showOff(outcome).catch(logErrors(log));
    }),
    guard.onDidChange(() => {
      publish();
      if (hasWork()) offerSoon();
    }),
    changes.onDidChange(() => {
      if (hasWork()) offerSoon();
    }),
    workspace.onDidSaveTextDocument(({ uri }) => {
      const session = current.session();
      const snapshot = session && snapshotOf(session);
      if (session === undefined || snapshot === undefined || !isInRepository(session, uri)) return;
      const path = pathInRepository(session, uri);
      if (snapshot.judge(path).standing === 'locked') return;
      isPlanningDoc(snapshot, path).then((isPlan) => {
        if (!isPlan) offerSoon();
      }, logErrors(log));
    }),
  );
}

async function isPlanningDoc({ policy }: SessionSnapshot, path: string): Promise<boolean> {
  const { planningDocMatcher } = await import('../../planning/planning-doc-matcher.js');
  return planningDocMatcher(policy)(path);
}

function readOffered(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : [];
}
