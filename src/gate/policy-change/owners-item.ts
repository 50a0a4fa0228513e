import type { Policy } from '../../policy/policy.js';
import { joinSome } from '../../text/join-words.js';
import { describeProof } from '../items/describe-proof.js';
import type { GateItem } from '../items/gate-item.js';
import { proveApprovals } from '../items/required-people.js';
import type { PolicyChange } from '../policy-change.js';
import { firstWithSomebody, standInsOf, type WordOfOwners } from './required-owners.js';

/** What was changed, and who owns each of these files on the base. */
interface Touched extends Pick<PolicyChange, 'files' | 'effect'> {
  readonly owners: readonly (readonly string[])[];
}

/**
 * The item that the owners of the policy close: somebody of each list of code owners, as the base has them, who did not write it; where there is
 * nobody else, an engineering DRI, then an engineer of the policy. What is read as before needs nobody's word.
 */
export function ownersItem(policy: Policy, { files, effect, owners }: Touched, word: WordOfOwners): GateItem {
  const head = { id: 'policy-change', section: 'Scope' };
  const text = `What PMs may change is decided by ${joinSome(files, 3)}, which this changes`;
  if (effect === 'none')
    return { ...head, text, state: 'done', by: 'nothing that is read there is another, so nobody has to approve it' };
  const required = [...new Map(owners.map((names) => [JSON.stringify(names), names])).values()].map((names) => ({
    names: firstWithSomebody([names, ...standInsOf(policy)], word),
    role: 'owner of the policy',
  }));
  return {
    ...head,
    text: `${text}; somebody who owns that approves it`,
    ...describeProof(proveApprovals(required, word.approvals, word.known), word.approvals, word.known),
  };
}
