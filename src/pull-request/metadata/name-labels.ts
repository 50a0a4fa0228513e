import type { LabelName, OwnLabel } from '../../policy/policy.js';

/** The labels under the names of the repository, each once; one that it has no name for keeps its own. */
export function nameLabels(labels: readonly OwnLabel[], names: readonly LabelName[] = []): readonly string[] {
  return [...new Set(labels.map((own) => names.find((each) => each.own === own)?.name ?? own))];
}
