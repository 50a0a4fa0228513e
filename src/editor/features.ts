import type { Disposable } from 'vscode';
import { registerBadges } from './badges/register-badges.js';
import { registerMyChangeView } from './views/register-my-change-view.js';
import { registerReviewCommand } from './review/register-review-command.js';
import { registerGuardOffer } from './review/register-guard-offer.js';
import { registerLocks } from './locks/register-locks.js';
import { registerNextStepView } from './views/register-next-step-view.js';
import type { Services } from './services/services.js';
import { registerPlanHelp } from './plan/register-plan-help.js';
import { registerPolicyHelp } from './policy/register-policy-help.js';
import { registerPreviewAs } from './policy/register-preview-as.js';
import { registerCatalogHelp } from './catalogs/register-catalog-help.js';
import { registerPlansView } from './views/register-plans-view.js';
import { registerProblemsPanel } from './review/register-problems-panel.js';
import { registerRefusedView } from './views/register-refused-view.js';
import { registerAutomaticReviews } from './review/register-automatic-reviews.js';
import { registerResumeInterruptedWork } from './operations/register-resume-interrupted-work.js';
import { registerResumeSending } from './operations/register-resume-sending.js';
import { registerTitleProvider } from './commands/register-title-provider.js';
import { registerRuleDocuments } from './commands/register-rule-documents.js';
import { registerStandingStatus } from './badges/register-standing-status.js';
import { registerWalkthroughProgress } from './views/register-walkthrough-progress.js';
import { registerAsker } from './views/register-asker.js';
import { registerWindowState } from './views/register-window-state.js';
import { registerMyZoneView } from './views/register-my-zone-view.js';

/** Every feature that VS Code shows or offers, in the order of registration. */
export const features: readonly ((services: Services) => Disposable)[] = [
  registerNextStepView,
  registerMyChangeView,
  registerPlansView,
  registerReviewCommand,
  registerAutomaticReviews,
  registerGuardOffer,
  registerRefusedView,
  registerProblemsPanel,
  registerPlanHelp,
  registerPolicyHelp,
  registerPreviewAs,
  registerCatalogHelp,
  registerWalkthroughProgress,
  registerBadges,
  registerStandingStatus,
  registerLocks,
  registerRuleDocuments,
  registerWindowState,
  registerAsker,
  registerMyZoneView,
  registerResumeInterruptedWork,
  registerResumeSending,
  registerTitleProvider,
];
