import type { LaterCommands } from './register-later.js';

/** Commands whose code waits until one of them is run: one entry for each file of `commands/` that does. */
export const laterCommands: readonly LaterCommands[] = [
  {
    ids: ['pmZone.bringBack'],
    load: async () => (await import('./commands/bring-back.js')).registerBringBack,
  },
  {
    ids: ['pmZone.commit'],
    load: async () => (await import('./commands/commit.js')).registerCommit,
  },
  {
    ids: ['pmZone.explainCheck'],
    load: async () => (await import('./commands/explain-check.js')).registerExplainCheck,
  },
  {
    ids: ['pmZone.findWords'],
    load: async () => (await import('./commands/find-words.js')).registerFindWords,
  },
  {
    ids: ['pmZone.getLatest', 'pmZone.finishLatest', 'pmZone.cancelLatest', 'pmZone.openConflict'],
    load: async () => (await import('./commands/get-latest.js')).registerGetLatest,
  },
  {
    ids: ['pmZone.iAm'],
    load: async () => (await import('./commands/i-am.js')).registerIAm,
  },
  {
    ids: ['pmZone.newPlan'],
    load: async () => (await import('./commands/new-plan.js')).registerNewPlan,
  },
  {
    ids: ['pmZone.openPlan'],
    load: async () => (await import('./commands/open-plan.js')).registerOpenPlan,
  },
  {
    ids: ['pmZone.openPullRequest', 'pmZone.openOnHost'],
    load: async () => (await import('./commands/open-pull-request.js')).registerOpenPullRequest,
  },
  {
    ids: ['pmZone.openPolicy', 'pmZone.examplePolicy', 'pmZone.askForPolicy'],
    load: async () => (await import('./commands/policy-commands.js')).registerPolicyCommands,
  },
  {
    ids: ['pmZone.putBack'],
    load: async () => (await import('./commands/put-back.js')).registerPutBack,
  },
  {
    ids: ['pmZone.rebuildOnPlan'],
    load: async () => (await import('./commands/rebuild-on-plan.js')).registerRebuildOnPlan,
  },
  {
    ids: ['pmZone.requestToPair'],
    load: async () => (await import('./commands/request-to-pair.js')).registerRequestToPair,
  },
  {
    ids: ['pmZone.setIdentity'],
    load: async () => (await import('./commands/set-identity.js')).registerSetIdentity,
  },
  {
    ids: ['pmZone.startChange'],
    load: async () => (await import('./commands/start-change.js')).registerStartChange,
  },
  {
    ids: ['pmZone.startOver'],
    load: async () => (await import('./commands/start-over.js')).registerStartOver,
  },
  {
    ids: ['pmZone.switchChange'],
    load: async () => (await import('./commands/switch-change.js')).registerSwitchChange,
  },
  {
    ids: ['pmZone.refresh', 'pmZone.showLog', 'pmZone.showTrouble', 'pmZone.copySafeDirectory'],
    load: async () => (await import('./commands/trouble-commands.js')).registerTroubleCommands,
  },
  {
    ids: ['pmZone.undoLastStep'],
    load: async () => (await import('./commands/undo-last-step.js')).registerUndoLastStep,
  },
  {
    ids: ['pmZone.viewAs'],
    load: async () => (await import('./commands/view-as.js')).registerViewAs,
  },
  {
    ids: ['pmZone.why'],
    load: async () => (await import('./commands/why.js')).registerWhy,
  },
];
