import type { Policy } from '../policy/policy.js';
import { isRegulated } from '../policy/is-regulated.js';
import { readChecklist } from '../policy/read-checklist.js';
import type { ReviewContext, Severity } from './check.js';
import { checks } from './checks/list.js';
import { planItems } from './checklist/plan-items.js';

/** An item of the checklist as it is for any change. */
export interface ListedItem {
  readonly section: string;
  readonly text: string;
  /** The check that decides it; `undefined` where a person confirms it. */
  readonly check: string | undefined;
  /** The check that the list names for it, also where this version has none of that name. */
  readonly named: string | undefined;
  /** What a finding of the check is. */
  readonly severity: Severity | undefined;
  /** Who confirms it, where no check decides it. */
  readonly by: 'author' | 'engineering DRI';
  /** Where it stands in the list; `undefined` where the list does not have it and it counts all the same. */
  readonly line: number | undefined;
}

/** The checklist that counts by a policy: the items of its skill file, or of the built-in one, and those that no list takes away. */
export function listItems(policy: Policy): readonly ListedItem[] {
  const list = readChecklist(policy.tips[0].skill);
  const context = { policy, change: { files: [] }, judgements: new Map() } as unknown as ReviewContext;
  return planItems(context, list, checks).map(({ section, text, check, checkId, by }, at) => ({
    section,
    text,
    check: check?.id,
    named: checkId,
    // As the engine weighs them (design §6).
    severity: check?.kept === 'regulated' && isRegulated(policy) ? 'blocker' : check?.severity,
    by,
    line: list.items[at]?.line,
  }));
}
