import type { Check, Section } from '../check.js';
import { readChecklist } from '../../policy/read-checklist.js';

const security: Section = 'Security and privacy';

const listed = new Set(
  readChecklist(undefined)
    .items.filter((item) => item.section === security)
    .map((item) => item.check),
);

/**
 * Whether a check belongs to security and privacy, by its own section or by that of the built-in checklist: no list takes it away and
 * its blockers stop a commit (design §6), whatever its author declared.
 */
export function isSecurity({ id, section }: Pick<Check, 'id' | 'section'>): boolean {
  return section === security || listed.has(id);
}
