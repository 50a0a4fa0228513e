import { metricLabels, parseLabelledParts } from './document/labelled-parts.js';
import type { PlanningDoc } from './planning-doc.js';
import { findSection } from './plan-sections.js';

/** The number at which a change is turned off, as the plan says it: in a section of its own, among the metrics in longer plans. */
export function findKillCondition(doc: PlanningDoc): string | undefined {
  const own = findSection(doc, 'kill-condition');
  const among = parseLabelledParts(findSection(doc, 'metrics')?.body ?? '', metricLabels).get('kill');
  const said = (own?.body ?? among)?.replace(/<!--[^]*?-->/g, '').trim();
  return said === undefined || said === '' || /^\[[^\]]*\]$/.test(said) ? undefined : said;
}
