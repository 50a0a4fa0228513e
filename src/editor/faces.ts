import type { Disposable } from 'vscode';
import { registerAskRole } from './ask-role.js';
import { registerBadges } from './badges.js';
import { registerMyChangeView } from './change-view.js';
import { registerReviewCommand } from './commands/review.js';
import { registerReviewRefresh } from './forget-reviews.js';
import { registerGuardOffer } from './guard.js';
import { registerLocks } from './locks.js';
import { registerNextStepView } from './next-step-view.js';
import type { Parts } from './parts.js';
import { registerPlanHelp } from './plan-help.js';
import { registerPlansView } from './plans-view.js';
import { registerProblemsPanel } from './problems.js';
import { registerRefusedView } from './refused-view.js';
import { registerReviewOnSave } from './review-on-save.js';
import { registerResumeInterruptedWork } from './resume-work.js';
import { registerRuleDocuments } from './rule-documents.js';
import { registerStandingStatus } from './status.js';
import { registerWalkthroughProgress } from './week-one.js';
import { registerAskerStatus } from './who-status.js';
import { registerWindowState } from './window-state.js';
import { registerMyZoneView } from './zone-view.js';

/** Every feature that VS Code shows or offers, in the order of registration. */
export const faces: readonly ((services: Parts) => Disposable)[] = [
  registerNextStepView,
  registerMyChangeView,
  registerPlansView,
  registerReviewCommand,
  registerReviewOnSave,
  registerReviewRefresh,
  registerGuardOffer,
  registerRefusedView,
  registerProblemsPanel,
  registerPlanHelp,
  registerWalkthroughProgress,
  registerBadges,
  registerStandingStatus,
  registerLocks,
  registerRuleDocuments,
  registerWindowState,
  registerAskerStatus,
  registerAskRole,
  registerMyZoneView,
  registerResumeInterruptedWork,
];
