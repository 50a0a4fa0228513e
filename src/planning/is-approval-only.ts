import { canonicalLabel } from './plan-labels.js';
import { findSection } from './plan-sections.js';
import type { PlanningDoc } from './planning-doc.js';

/** A planning doc with its text. */
export interface PlanWithText {
  readonly text: string;
  readonly doc: PlanningDoc;
}

/**
 * Whether a later version of a plan differs from an earlier one only in what an approval writes: Status, the dates and names beside it,
 * and the section of the sign-off. In doubt it does not.
 */
export function isApprovalOnly(before: PlanWithText, after: PlanWithText): boolean {
  if (after.doc.status !== 'Approved' && after.doc.status !== 'In Review') return false;
  return order(before.doc) <= order(after.doc) && restOf(before) === restOf(after);
}

function order({ status }: PlanningDoc): number {
  return [undefined, 'Draft', 'In Review', 'Approved'].indexOf(status) + (isOver(status) ? 9 : 0);
}

function isOver(status: PlanningDoc['status']): boolean {
  return status === 'Shipped' || status === 'Retired';
}

/** What an approval does not write. */
function restOf({ text, doc }: PlanWithText): string {
  const written = new Set(
    doc.fields.flatMap(({ label, line }) =>
      /^(?:status|last updated|approved\b.*)$/.test(canonicalLabel(label)) ? [line] : [],
    ),
  );
  const signOff = findSection(doc, 'sign-off');
  const [from, to] =
    signOff === undefined
      ? [Infinity, Infinity]
      : [signOff.line, doc.sections.find(({ line }) => line > signOff.line)?.line ?? Infinity];
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .filter((_, index) => !written.has(index + 1) && (index + 1 <= from || index + 1 >= to))
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}
