import type { FileVersion } from '../change/change.js';
import { findGaps } from './completeness.js';
import type { PlacedPlan } from './linked-plan.js';
import { parsePlanningDoc } from './parse-planning-doc.js';
import type { PlanningDoc } from './planning-doc.js';

/** Characters. A plan is a few pages; parsing Markdown made to be slow takes time with the square of its length. */
const longestPlan = 60_000;

/** Parses planning docs, loading the Markdown parser when the first one comes. */
export async function readPlanText(version: FileVersion | undefined): Promise<PlanningDoc | undefined> {
  if (version?.text === undefined || version.text.length > longestPlan) return undefined;
  const { parseMarkdown } = await import('../parsers/markdown.js');
  return parsePlanningDoc(version.text, parseMarkdown(version.text));
}

/** The planning doc of one version of a file with what it lacks; `undefined` where it has no text or too much of it. */
export async function readPlan(
  path: string,
  version: FileVersion | undefined,
  template: PlanningDoc | undefined,
): Promise<PlacedPlan | undefined> {
  const doc = await readPlanText(version);
  return doc === undefined ? undefined : { path, doc, gaps: findGaps(doc, template) };
}
