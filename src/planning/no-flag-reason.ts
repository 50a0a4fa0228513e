import { canonicalLabel } from './plan-labels.js';
import { saysSomething } from './placeholder.js';
import type { PlanningDoc } from './planning-doc.js';

/** Why a plan of words alone has no flag, as its Flag field says it: `none, because …`. Plans of other levels need one. */
export function noFlagReason({ level, fields }: Pick<PlanningDoc, 'level' | 'fields'>): string | undefined {
  if (level !== 'copy') return undefined;
  const [value, ...others] = new Set(
    fields.filter(({ label }) => canonicalLabel(label) === 'flag').map((field) => field.value),
  );
  if (value === undefined || others.length > 0) return undefined;
  const reason = /^none[\s,;:–—]+because\s+([^]+)$/i.exec(value)?.[1]?.trim();
  return reason !== undefined && saysSomething(reason) ? reason : undefined;
}
