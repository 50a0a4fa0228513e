import type { EvidenceRequest } from '../gate/evidence.js';
import type { Policy } from '../policy/policy.js';

/** Everyone whom the policy names: what the host is asked about them is all that the gate knows of who they are. */
export function requestEvidence({ tips }: Policy): EvidenceRequest {
  const names = tips.flatMap(({ zone, codeowners }) => [
    ...(zone?.settings.engineers ?? []),
    ...(zone?.roster ?? []).flatMap(({ handles, reviewers, engineeringDris, productDris }) => [
      ...handles,
      ...reviewers,
      ...engineeringDris,
      ...productDris,
    ]),
    ...(codeowners?.rules ?? []).flatMap(({ owners }) => owners),
  ]);
  const named = [...new Set(names)].filter((name) => name.startsWith('@'));
  return {
    handles: named.filter((name) => !name.includes('/')),
    teams: named.filter((name) => name.includes('/')),
    plans: [],
  };
}
