import type { PolicyTip } from '../../policy/policy.js';

/** Every handle and team that a policy names, in CODEOWNERS, on the list of PMs and in its settings, each once: those of CODEOWNERS first. */
export function collectHandles({ zone, codeowners }: Pick<PolicyTip, 'zone' | 'codeowners'>): readonly string[] {
  const owners = (codeowners?.rules ?? []).flatMap((rule) => rule.owners);
  const people = (zone?.roster ?? []).flatMap(({ reviewers, engineeringDris, productDris }) => [
    ...reviewers,
    ...engineeringDris,
    ...productDris,
  ]);
  const { engineers = [], compliance = [], incidentContacts = [] } = zone?.settings ?? {};
  const all = [...owners, ...people, ...engineers, ...compliance, ...incidentContacts];
  return [...new Set(all)].filter((name) => name.startsWith('@')).sort();
}
