import type { Disposable } from 'vscode';
import { registerAskRole } from './ask-role.js';
import { registerBadges } from './badges.js';
import { registerChangeView } from './change-view.js';
import { registerReview } from './commands/review.js';
import { registerReviewRefresh } from './forget-reviews.js';
import { registerGuard } from './guard.js';
import { registerLocks } from './locks.js';
import { registerNextStepView } from './next-step-view.js';
import type { Parts } from './parts.js';
import { registerPlanHelp } from './plan-help.js';
import { registerPlansView } from './plans-view.js';
import { registerProblems } from './problems.js';
import { registerRefusedView } from './refused-view.js';
import { registerReviewOnSave } from './review-on-save.js';
import { registerResumeWork } from './resume-work.js';
import { registerRuleDocuments } from './rule-documents.js';
import { registerStatus } from './status.js';
import { registerWeekOne } from './week-one.js';
import { registerWhoStatus } from './who-status.js';
import { registerWindowState } from './window-state.js';
import { registerZoneView } from './zone-view.js';

/** Everything that she sees and can ask for: one line each. */
export const faces: readonly ((services: Parts) => Disposable)[] = [
  registerNextStepView,
  registerChangeView,
  registerPlansView,
  registerReview,
  registerReviewOnSave,
  registerReviewRefresh,
  registerGuard,
  registerRefusedView,
  registerProblems,
  registerPlanHelp,
  registerWeekOne,
  registerBadges,
  registerStatus,
  registerLocks,
  registerRuleDocuments,
  registerWindowState,
  registerWhoStatus,
  registerAskRole,
  registerZoneView,
  registerResumeWork,
];
