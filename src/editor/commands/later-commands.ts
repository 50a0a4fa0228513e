import type { LaterCommands } from './register-later.js';

/** Commands whose code waits until one of them is run: one entry for each file of `commands/` that does. */
export const laterCommands: readonly LaterCommands[] = [
  {
    ids: ['pmZone.bringBack'],
    load: async () => (await import('./change/register-bring-back.js')).registerBringBack,
  },
  {
    ids: ['pmZone.commit'],
    load: async () => (await import('./change/register-commit.js')).registerCommit,
  },
  {
    ids: ['pmZone.explainCheck'],
    load: async () => (await import('./files/register-explain-check.js')).registerExplainCheck,
  },
  {
    ids: ['pmZone.findWords'],
    load: async () => (await import('./files/register-find-words.js')).registerFindWords,
  },
  {
    ids: ['pmZone.getLatest', 'pmZone.finishLatest', 'pmZone.cancelLatest', 'pmZone.openConflict'],
    load: async () => (await import('./latest/register-get-latest.js')).registerGetLatest,
  },
  {
    ids: ['pmZone.iAm'],
    load: async () => (await import('./repository/register-i-am.js')).registerIAm,
  },
  {
    ids: ['pmZone.newPlan'],
    load: async () => (await import('./plan/register-new-plan.js')).registerNewPlan,
  },
  {
    ids: ['pmZone.openPlan'],
    load: async () => (await import('./plan/register-open-plan.js')).registerOpenPlan,
  },
  {
    ids: ['pmZone.openPullRequest', 'pmZone.openOnHost'],
    load: async () => (await import('./pull-request/register-open-pull-request.js')).registerOpenPullRequest,
  },
  {
    ids: ['pmZone.openPolicy', 'pmZone.examplePolicy', 'pmZone.askForPolicy'],
    load: async () => (await import('./repository/register-policy-commands.js')).registerPolicyCommands,
  },
  {
    ids: ['pmZone.putBack'],
    load: async () => (await import('./change/register-put-back.js')).registerPutBack,
  },
  {
    ids: ['pmZone.rebuildOnPlan'],
    load: async () => (await import('./latest/register-rebuild-on-plan.js')).registerRebuildOnPlan,
  },
  {
    ids: ['pmZone.requestToPair'],
    load: async () => (await import('./files/register-request-to-pair.js')).registerRequestToPair,
  },
  {
    ids: ['pmZone.setIdentity'],
    load: async () => (await import('./repository/register-set-identity.js')).registerSetIdentity,
  },
  {
    ids: ['pmZone.startChange'],
    load: async () => (await import('./change/register-start-change.js')).registerStartChange,
  },
  {
    ids: ['pmZone.startOver'],
    load: async () => (await import('./change/register-start-over.js')).registerStartOver,
  },
  {
    ids: ['pmZone.switchChange'],
    load: async () => (await import('./change/register-switch-change.js')).registerSwitchChange,
  },
  {
    ids: ['pmZone.refresh', 'pmZone.showLog', 'pmZone.showTrouble', 'pmZone.copySafeDirectory'],
    load: async () => (await import('./repository/register-git-error-commands.js')).registerGitErrorCommands,
  },
  {
    ids: ['pmZone.undoLastStep'],
    load: async () => (await import('./change/register-undo-last-step.js')).registerUndoLastStep,
  },
  {
    ids: ['pmZone.viewAs'],
    load: async () => (await import('./repository/register-view-as.js')).registerViewAs,
  },
  {
    ids: ['pmZone.why'],
    load: async () => (await import('./files/register-why.js')).registerWhy,
  },
];
