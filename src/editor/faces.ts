import type { Disposable } from 'vscode';
import { registerBadges } from './badges.js';
import { registerChangeView } from './change-view.js';
import { registerNewPlan } from './commands/new-plan.js';
import { registerOpenPlan } from './commands/open-plan.js';
import { registerOpenPullRequest } from './commands/open-pull-request.js';
import { registerRequestToPair } from './commands/request-to-pair.js';
import { registerReview } from './commands/review.js';
import { registerWhy } from './commands/why.js';
import { registerForgetReviews } from './forget-reviews.js';
import { registerNextStepView } from './next-step-view.js';
import type { Parts } from './parts.js';
import { registerPlansView } from './plans-view.js';
import { registerProblems } from './problems.js';
import { registerReviewOnSave } from './review-on-save.js';
import { registerRuleDocuments } from './rule-documents.js';
import { registerStatus } from './status.js';

/** Everything that she sees and can ask for: one line each. */
export const faces: readonly ((parts: Parts) => Disposable)[] = [
  registerNextStepView,
  registerChangeView,
  registerPlansView,
  registerReview,
  registerReviewOnSave,
  registerForgetReviews,
  registerProblems,
  registerNewPlan,
  registerOpenPlan,
  registerOpenPullRequest,
  registerWhy,
  registerBadges,
  registerStatus,
  registerRequestToPair,
  registerRuleDocuments,
];
