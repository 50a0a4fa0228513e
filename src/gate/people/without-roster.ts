import type { Change } from '../../change/change.js';
import type { PolicyChange } from '../policy-change.js';
import type { WhoseChange } from './whose-change.js';

/**
 * Whose change it is where nobody is a PM yet: one of the policy alone, such as the first list of PMs, is for the owners of the policy to decide, and judged as no PM's; else a
 * policy that has no list could never get one.
 */
export function withoutRoster(
  whose: WhoseChange,
  { files }: Pick<Change, 'files'>,
  policy: Pick<PolicyChange, 'files' | 'effect'> | undefined,
): WhoseChange {
  if (whose.kind !== 'no-roster' || policy === undefined || policy.effect === 'none') return whose;
  if (!files.every(({ path }) => policy.files.includes(path))) return whose;
  const said = 'The policy has no list of PMs yet, and this changes nothing but the policy: whoever owns it decides.';
  return { ...whose, asking: { ...whose.asking, kind: 'not-on-roster' }, said };
}
