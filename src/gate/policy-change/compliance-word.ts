import type { Policy } from '../../policy/policy.js';
import { describeProof } from '../items/describe-proof.js';
import { proveApprovals } from '../items/required-people.js';
import { firstWithSomebody, standInsOf, type WordOfOwners } from './required-owners.js';

/** Who signs for compliance by the base's policy, and whether they did. */
export interface ComplianceWord {
  /** Whom the policy names; nobody where engineering DRIs sign in their place. */
  readonly names: readonly string[];
  readonly proof: ReturnType<typeof describeProof>;
  /** A sentence behind another that says why it is the engineering DRIs; else empty. */
  readonly nobody: string;
}

/**
 * Whom the base's policy names under Compliance sign-off, in every policy that counts, and where it names nobody the engineering DRIs (design §3,
 * "Settings"), and what their approvals prove.
 */
export function readComplianceWord(policy: Policy, word: WordOfOwners): ComplianceWord {
  const lists = policy.tips.flatMap(({ zone }) =>
    zone?.settings.compliance?.length ? [zone.settings.compliance] : [],
  );
  const required =
    lists.length > 0
      ? lists.map((names) => ({ names, role: 'person who signs for compliance' }))
      : [{ names: firstWithSomebody(standInsOf(policy), word), role: 'engineering DRI' }];
  return {
    names: [...new Set(lists.flat())],
    proof: describeProof(proveApprovals(required, word.approvals, word.known), word.approvals, word.known),
    nobody:
      lists.length > 0
        ? ''
        : ' The policy names nobody under “Compliance sign-off”, so the engineering DRIs sign for it.',
  };
}
