import { listRules, type ListedRule } from '../policy/check-policy.js';
import type { PolicyTip } from '../policy/policy.js';
import { findUnreadOwners, hostNames, type HostKind } from './find-unread-owners.js';

/** The rules of one commit's zone as `listRules` has them; no forbid is backed by a CODEOWNERS that the host does not read. */
export function listHeldRules(
  tip: PolicyTip,
  paths: readonly string[],
  host: HostKind | undefined,
  pms?: Parameters<typeof listRules>[2],
): readonly ListedRule[] {
  const rules = listRules(tip, paths, pms);
  const unread = findUnreadOwners(tip, paths, host);
  if (unread === undefined) return rules;
  const gap = `${hostNames[unread.host]} does not read ${unread.file}.`;
  return rules.map((each) => (each.rule.effect === 'forbid' ? { ...each, backedBy: [], gap } : each));
}
