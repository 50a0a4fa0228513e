import type { Policy } from '../policy/policy.js';
import type { HostFacts } from './host-facts.js';
import type { HostLine } from './host-line.js';
import { judgeAccess } from './lines/judge-access.js';
import { judgeRules } from './lines/judge-rules.js';
import { collectNamedPeople } from './named-people.js';

/** What a host holds of what a policy needs, line by line. A line says “enforced” only of what was read. */
export function judgeHost(facts: HostFacts, policy: Policy): readonly HostLine[] {
  const named = collectNamedPeople(policy);
  const [{ codeowners }] = policy.tips;
  return [...judgeRules(facts, named.pms, named.hasRoster), ...judgeAccess(facts, named, codeowners?.file)];
}
