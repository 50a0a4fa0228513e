import { sortToFix } from '../../review/list-rewrites.js';
import type { Finding } from '../../review/review.js';
import { offsetAt, toEditorText } from '../../text/editor-text.js';
import { placeFindings, relocateFindings } from '../findings/place-findings.js';
import type { ReviewedChange } from '../my-change/read-review.js';
import { findQuickFixes } from '../quick-fixes/find-quick-fixes.js';
import type { QuickFix, QuickFixInput } from '../quick-fixes/quick-fix.js';

/** Findings for which fixes are looked for; the page lists no more either. */
export const mostFindings = 60;

/** What there is to fix, notes apart, what blocks the change first. */
export function findingsToFix({ review }: Pick<ReviewedChange, 'review'>): readonly Finding[] {
  return sortToFix(review);
}

/**
 * The quick fixes of these findings, computed from the files as they are now. `readText` gives a file's text as an editor has it. None for
 * a finding whose line was taken out since.
 */
export async function offerFixes(
  findings: readonly Finding[],
  reviewed: QuickFixInput['reviewed'] & Pick<ReviewedChange, 'review'>,
  readText: QuickFixInput['readText'],
): Promise<ReadonlyMap<Finding, readonly QuickFix[]>> {
  const placed = new Map([...placeFindings(reviewed).values()].flat().map((each) => [each.finding, each]));
  const offered = new Map<Finding, readonly QuickFix[]>();
  for (const finding of findings) {
    const place = placed.get(finding);
    let offset: number | undefined;
    if (place !== undefined && place.path === finding.path && finding.line !== undefined) {
      const then = reviewed.change.files.find(({ path }) => path === place.path)?.after?.text;
      const now = await readText(place.path);
      const [moved] = now === undefined ? [] : relocateFindings([place], toEditorText(then ?? now), now);
      if (now === undefined || moved === undefined) continue;
      offset = offsetAt(now, moved.range.start);
    }
    offered.set(finding, await findQuickFixes({ finding, offset, reviewed, readText }));
  }
  return offered;
}
