import type { Change } from '../../change/change.js';
import type { LinkedPlan } from '../../planning/linked-plan.js';
import { type PlanSectionId, findSection } from '../../planning/plan-sections.js';
import { missingHypothesisParts } from '../../planning/missing-hypothesis-parts.js';
import type { TextChange } from '../read-text-changes.js';
import { restateTexts } from './restate-texts.js';
import { renderPlanText } from './render-plan-text.js';

/** What the plan's section says; `undefined` where it says nothing. */
export function renderSection({ plan }: Pick<LinkedPlan, 'plan'>, id: PlanSectionId): string | undefined {
  return plan === undefined ? undefined : renderPlanText(findSection(plan.doc, id)?.body ?? '');
}

/** What the plan says in short, and of texts what is so now. */
export function renderSummary(
  { plan }: Pick<LinkedPlan, 'plan'>,
  texts: readonly TextChange[],
  { files }: Pick<Change, 'files'>,
): string | undefined {
  return plan && renderPlanText(restateTexts(findSection(plan.doc, 'tldr')?.body ?? '', texts, files));
}

/** The plan's hypothesis; what is left of an untouched one says nothing. */
export function renderHypothesis(linked: Pick<LinkedPlan, 'plan'>): string | undefined {
  const text = renderSection(linked, 'hypothesis');
  return text === undefined || missingHypothesisParts(text).length > 2 ? undefined : text;
}
