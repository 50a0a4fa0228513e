import { homedir } from 'node:os';
import {
  Disposable,
  EventEmitter,
  Uri,
  window,
  workspace,
  type Event,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import { inBackground } from '../ui/log-errors.js';
import { createTimers } from '../ui/timers.js';
import type { GuardOutcome, GuardRequest, GuardStatus } from '../../guard/guard-outcome.js';
import { audienceOf } from '../sessions/audience.js';
import type { CurrentRepository } from '../sessions/current-repository.js';
import { editorGitEnvironment } from '../ui/editor-git-environment.js';
import type { RepositorySession } from '../sessions/repository-session.js';
import { readSettings, affectsSettings } from '../ui/editor-settings.js';
import { createGitFolderWatch } from '../sessions/git-folder-watch.js';

/** Whether each commit in the current repository is reviewed before it is made, for a PM; nothing for anyone else. */
export interface CommitGuard {
  readonly status: () => GuardStatus | undefined;
  readonly install: (session: RepositorySession) => Promise<GuardOutcome>;
  readonly remove: (session: RepositorySession) => Promise<GuardOutcome>;
  readonly read: () => Promise<void>;
  readonly onDidChange: Event<void>;
  readonly dispose: () => void;
}

/** Milliseconds: a tool that installs its hooks writes several files. */
const settles = 300;

/** Checks git's hooks when they may have changed. Where the guard is on, an update of the editor or of PM Zone is recorded for it. */
export function followCommitGuard(
  { extensionUri }: Pick<ExtensionContext, 'extensionUri'>,
  current: CurrentRepository,
  log: LogOutputChannel,
  environment: NodeJS.ProcessEnv = process.env,
): CommitGuard {
  const changed = new EventEmitter<void>();
  const user: GuardRequest['user'] = {
    platform: process.platform,
    home: environment['HOME'] ?? homedir(),
    program: Uri.joinPath(extensionUri, 'dist', 'pm-zone.js').fsPath,
    runtime: process.execPath,
    isEditor: true,
  };
  const recorded = new Set<RepositorySession>();
  let known: { readonly session: RepositorySession; readonly outcome: GuardOutcome } | undefined;
  let newest: Promise<void> = Promise.resolve();
  const timers = createTimers();

  const requestFor = ({ root }: RepositorySession): GuardRequest => ({
    cwd: root,
    environment: editorGitEnvironment(environment),
    user,
  });
  /** Ends with the newest reading: what began meanwhile takes this one's place. */
  const read = (): Promise<void> => {
    const run: Promise<void> = readUnless(() => newest !== run);
    newest = run;
    return run;
  };
  const readUnless = async (isReplaced: () => boolean): Promise<void> => {
    const session = current.session();
    watch.follow(session);
    const found = await (session && readFor(session));
    if (isReplaced()) return newest;
    known = session && found && { session, outcome: found };
    changed.fire();
  };
  const readFor = async (session: RepositorySession): Promise<GuardOutcome | undefined> => {
    if (session.state?.kind !== 'open') return undefined;
    const isPm = audienceOf(session.state, readSettings()) === 'pm';
    if (!isPm && recorded.has(session)) return undefined;
    const { readGuardStatus } = await import('../../guard/read-guard-status.js');
    const outcome = await record(session, await readGuardStatus(requestFor(session)));
    return isPm ? outcome : undefined;
  };
  /** Once per window: an update changes paths that the hooks need. */
  const record = async (session: RepositorySession, outcome: GuardOutcome): Promise<GuardOutcome> => {
    if (recorded.has(session) || outcome.kind === 'refused') return outcome;
    recorded.add(session);
    if (!outcome.status.on) return outcome;
    const [{ isRuntimeRecorded }, { userFolder }, { installGuard }] = await Promise.all([
      import('../../guard/runtimes.js'),
      import('../../guard/user-folder.js'),
      import('../../guard/install-guard.js'),
    ]);
    if (await isRuntimeRecorded(userFolder(environment, user), user)) return outcome;
    const again = await installGuard(requestFor(session));
    return again.kind === 'done' ? again : outcome;
  };
  const readLater = (): void => timers.set(settles, inBackground(log, read));
  const watch = createGitFolderWatch('commonDir', '{config,hooks/*}', readLater);
  const act = async (
    session: RepositorySession,
    action: (request: GuardRequest) => Promise<GuardOutcome>,
  ): Promise<GuardOutcome> => {
    const outcome = await action(requestFor(session));
    await read();
    return outcome;
  };

  const subscriptions = Disposable.from(
    current.onDidChange(readLater),
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) readLater();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event, 'role')) readLater();
    }),
    changed,
    timers,
    watch,
  );

  return {
    status: () =>
      known !== undefined && known.session === current.session() && known.outcome.kind === 'done'
        ? known.outcome.status
        : undefined,
    install: async (session) => act(session, (await import('../../guard/install-guard.js')).installGuard),
    remove: async (session) => act(session, (await import('../../guard/remove-guard.js')).removeGuard),
    read,
    onDidChange: changed.event,
    dispose: () => void subscriptions.dispose(),
  };
}
