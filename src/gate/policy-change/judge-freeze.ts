import type { Policy } from '../../policy/policy.js';
import { describeProof } from '../items/describe-proof.js';
import type { GateItem } from '../items/gate-item.js';
import { proveApprovals } from '../items/required-people.js';
import type { PolicyChange } from '../policy-change.js';
import { firstWithSomebody, standInsOf, type WordOfOwners } from './required-owners.js';

/** Whether the zone is frozen, and what that comes to for a change of the policy. */
export interface Freeze {
  /** The last day of the pilot that runs. */
  readonly until: string | undefined;
  readonly compliance: readonly string[];
  readonly items: readonly GateItem[];
  /** It opens more while the pilot runs, and nobody signed that for compliance. */
  readonly isRefused: boolean;
}

/**
 * While the pilot runs the zone may only shrink, unless compliance signs (design §3, "Settings"): whom the base's policy names under Compliance
 * sign-off, in every policy that counts, and where it names nobody the engineering DRIs. `today` is a day like `2027-01-11`.
 */
export function judgeFreeze(policy: Policy, effect: PolicyChange['effect'], word: WordOfOwners, today: string): Freeze {
  const settings = policy.tips.flatMap(({ zone }) => (zone === undefined ? [] : [zone.settings]));
  const lists = settings.flatMap((each) => (each.compliance?.length ? [each.compliance] : []));
  const compliance = [...new Set(lists.flat())];
  const [until] = settings
    .flatMap(({ pilot }) => (pilot !== undefined && pilot.from <= today && today <= pilot.to ? [pilot.to] : []))
    .sort()
    .reverse();
  if (until === undefined || effect !== 'opens') return { until, compliance, items: [], isRefused: false };
  const required =
    lists.length > 0
      ? lists.map((names) => ({ names, role: 'person who signs for compliance' }))
      : [{ names: firstWithSomebody(standInsOf(policy), word), role: 'engineering DRI' }];
  const proof = describeProof(proveApprovals(required, word.approvals, word.known), word.approvals, word.known);
  const head = {
    id: 'policy-frozen',
    section: 'Scope',
    text: `The pilot runs until ${until}, and while it does the zone only shrinks`,
  };
  if (proof.state === 'done') return { until, compliance, items: [{ ...head, ...proof }], isRefused: false };
  const nobody =
    lists.length > 0
      ? ''
      : ' The policy names nobody under “Compliance sign-off”, so the engineering DRIs sign for it.';
  const how = `This opens more. Take that out, or have it signed for compliance by ${(proof.waitsFor as readonly string[]).join(', ')}.${nobody} ${proof.how as string}`;
  return { until, compliance, items: [{ ...head, state: 'pm', how }], isRefused: true };
}
