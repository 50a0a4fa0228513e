import { commands, Disposable } from 'vscode';
import type { Services } from '../services/services.js';

/** Commands whose code is loaded when one of them is first run, and what gives the function that registers them all. */
type LaterCommands = readonly [
  ids: readonly `pmZone.${string}`[],
  load: () => Promise<(services: Services) => Disposable>,
];

/** One entry for each file of `commands/` that waits. */
const laterCommands: readonly LaterCommands[] = [
  [['pmZone.bringBack'], async () => (await import('./change/register-bring-back.js')).registerBringBack],
  [['pmZone.showChange'], async () => (await import('./page/register-change-page.js')).registerChangePage],
  [['pmZone.applyFix'], async () => (await import('./page/register-apply-fix.js')).registerApplyFix],
  [
    ['pmZone.showDifference', 'pmZone.openAt'],
    async () => (await import('./page/register-differences.js')).registerDifferences,
  ],
  [['pmZone.putTextBack'], async () => (await import('./page/register-put-text-back.js')).registerPutTextBack],
  [['pmZone.showSecret'], async () => (await import('./page/register-show-secret.js')).registerShowSecret],
  [['pmZone.editWords'], async () => (await import('./page/register-words-page.js')).registerWordsPage],
  [['pmZone.commit'], async () => (await import('./change/register-commit.js')).registerCommit],
  [['pmZone.explainCheck'], async () => (await import('./files/register-explain-check.js')).registerExplainCheck],
  [['pmZone.findWords'], async () => (await import('./files/register-find-words.js')).registerFindWords],
  [
    ['pmZone.getLatest', 'pmZone.finishLatest', 'pmZone.cancelLatest', 'pmZone.cancelRebase', 'pmZone.openConflict'],
    async () => (await import('./latest/register-get-latest.js')).registerGetLatest,
  ],
  [
    ['pmZone.iAm', 'pmZone.viewAs'],
    async () => (await import('./repository/register-asker-commands.js')).registerAskerCommands,
  ],
  [
    ['pmZone.newPlan', 'pmZone.openPlan'],
    async () => (await import('./plan/register-plan-commands.js')).registerPlanCommands,
  ],
  [
    [
      'pmZone.openPullRequest',
      'pmZone.sendPullRequest',
      'pmZone.sendMergeRequest',
      'pmZone.propose',
      'pmZone.addPicture',
      'pmZone.openOnHost',
      'pmZone.showPullRequest',
      'pmZone.makeReady',
    ],
    async () => (await import('./pull-request/register-open-pull-request.js')).registerOpenPullRequest,
  ],
  [
    ['pmZone.pullProgress', 'pmZone.forgetGitlabToken'],
    async () => (await import('./pull-request/register-pull-progress.js')).registerPullProgress,
  ],
  [
    ['pmZone.openPolicy', 'pmZone.examplePolicy', 'pmZone.askForPolicy'],
    async () => (await import('./repository/register-policy-commands.js')).registerPolicyCommands,
  ],
  [['pmZone.setUpPilot'], async () => (await import('./repository/register-set-up-pilot.js')).registerSetUpPilot],
  [['pmZone.putBack'], async () => (await import('./change/register-put-back.js')).registerPutBack],
  [['pmZone.rebuildOnPlan'], async () => (await import('./latest/register-rebuild-on-plan.js')).registerRebuildOnPlan],
  [['pmZone.requestToPair'], async () => (await import('./files/register-request-to-pair.js')).registerRequestToPair],
  [['pmZone.share'], async () => (await import('./pull-request/register-share.js')).registerShare],
  [['pmZone.setIdentity'], async () => (await import('./repository/register-set-identity.js')).registerSetIdentity],
  [['pmZone.startChange'], async () => (await import('./change/register-start-change.js')).registerStartChange],
  [
    ['pmZone.startOver', 'pmZone.undoLastStep'],
    async () => (await import('./change/register-discard-commands.js')).registerDiscardCommands,
  ],
  [['pmZone.switchChange'], async () => (await import('./change/register-switch-change.js')).registerSwitchChange],
  [
    ['pmZone.refresh', 'pmZone.showLog', 'pmZone.showTrouble', 'pmZone.copySafeDirectory'],
    async () => (await import('./repository/register-git-error-commands.js')).registerGitErrorCommands,
  ],
  [['pmZone.why'], async () => (await import('./files/register-why.js')).registerWhy],
];

/** Stands in for commands until one of them is run: activating the extension then waits for none of their code. */
export function registerLaterCommands(services: Services): Disposable {
  return Disposable.from(...laterCommands.map((each) => registerLater(services, each)));
}

function registerLater(services: Services, [ids, load]: LaterCommands): Disposable {
  let held = new Disposable(() => undefined);
  let loading: Promise<void> | undefined;
  let isDisposed = false;
  const registerAll = async (): Promise<void> => {
    const register = await load();
    if (isDisposed) return;
    held.dispose();
    held = register(services);
  };
  held = Disposable.from(
    ...ids.map((id) =>
      commands.registerCommand(id, async (...args: readonly unknown[]) => {
        await (loading ??= registerAll());
        return commands.executeCommand(id, ...args);
      }),
    ),
  );
  return new Disposable(() => {
    isDisposed = true;
    held.dispose();
  });
}
