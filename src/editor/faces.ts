import type { Disposable } from 'vscode';
import { registerAskRole } from './ask-role.js';
import { registerBadges } from './badges.js';
import { registerChangeView } from './change-view.js';
import { registerBringBack } from './commands/bring-back.js';
import { registerCommit } from './commands/commit.js';
import { registerFindWords } from './commands/find-words.js';
import { registerGetLatest } from './commands/get-latest.js';
import { registerIAm } from './commands/i-am.js';
import { registerNewPlan } from './commands/new-plan.js';
import { registerOpenPlan } from './commands/open-plan.js';
import { registerOpenPullRequest } from './commands/open-pull-request.js';
import { registerPolicyCommands } from './commands/policy-commands.js';
import { registerPutBack } from './commands/put-back.js';
import { registerRebuildOnPlan } from './commands/rebuild-on-plan.js';
import { registerRequestToPair } from './commands/request-to-pair.js';
import { registerReview } from './commands/review.js';
import { registerSetIdentity } from './commands/set-identity.js';
import { registerStartChange } from './commands/start-change.js';
import { registerStartOver } from './commands/start-over.js';
import { registerSwitchChange } from './commands/switch-change.js';
import { registerTroubleCommands } from './commands/trouble-commands.js';
import { registerUndoLastStep } from './commands/undo-last-step.js';
import { registerViewAs } from './commands/view-as.js';
import { registerWhy } from './commands/why.js';
import { registerForgetReviews } from './forget-reviews.js';
import { registerGuard } from './guard.js';
import { registerLocks } from './locks.js';
import { registerNextStepView } from './next-step-view.js';
import type { Parts } from './parts.js';
import { registerPlanHelp } from './plan-help.js';
import { registerPlansView } from './plans-view.js';
import { registerProblems } from './problems.js';
import { registerReviewOnSave } from './review-on-save.js';
import { registerResumeWork } from './resume-work.js';
import { registerRuleDocuments } from './rule-documents.js';
import { registerStatus } from './status.js';
import { registerWeekOne } from './week-one.js';
import { registerWhoStatus } from './who-status.js';
import { registerWindowState } from './window-state.js';
import { registerZoneView } from './zone-view.js';

/** Everything that she sees and can ask for: one line each. */
export const faces: readonly ((parts: Parts) => Disposable)[] = [
  registerNextStepView,
  registerChangeView,
  registerPlansView,
  registerReview,
  registerReviewOnSave,
  registerForgetReviews,
  registerGuard,
  registerProblems,
  registerPlanHelp,
  registerWeekOne,
  registerNewPlan,
  registerOpenPlan,
  registerOpenPullRequest,
  registerWhy,
  registerBadges,
  registerStatus,
  registerLocks,
  registerRequestToPair,
  registerRuleDocuments,
  registerWindowState,
  registerWhoStatus,
  registerAskRole,
  registerZoneView,
  registerFindWords,
  registerIAm,
  registerViewAs,
  registerSetIdentity,
  registerPolicyCommands,
  registerTroubleCommands,
  registerStartChange,
  registerCommit,
  registerSwitchChange,
  registerGetLatest,
  registerUndoLastStep,
  registerPutBack,
  registerStartOver,
  registerBringBack,
  registerRebuildOnPlan,
  registerResumeWork,
];
