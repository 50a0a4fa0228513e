import type { Policy } from '../../policy/policy.js';
import type { GateItem } from '../items/gate-item.js';
import type { PolicyChange } from '../policy-change.js';
import { readComplianceWord } from './compliance-word.js';
import type { WordOfOwners } from './required-owners.js';

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
  const { names: compliance, proof, nobody } = readComplianceWord(policy, word);
  const [until] = settings
    .flatMap(({ pilot }) => (pilot !== undefined && pilot.from <= today && today <= pilot.to ? [pilot.to] : []))
    .sort()
    .reverse();
  if (until === undefined || effect !== 'opens') return { until, compliance, items: [], isRefused: false };
  const head = {
    id: 'policy-frozen',
    section: 'Scope',
    text: `The pilot runs until ${until}, and while it does the zone only shrinks`,
  };
  if (proof.state === 'done') return { until, compliance, items: [{ ...head, ...proof }], isRefused: false };
  const how = `This opens more. Take that out, or have it signed for compliance by ${(proof.waitsFor as readonly string[]).join(', ')}.${nobody} ${proof.how as string}`;
  return { until, compliance, items: [{ ...head, state: 'pm', how }], isRefused: true };
}
