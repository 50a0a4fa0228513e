import type { Evidence, EvidenceRequest } from '../../gate/evidence.js';
import type { UnreadParts } from './unread-parts.js';

type Plan = Evidence['plans'][number];

/** A pull request that holds the commit of a planning doc and was merged to the base. */
export interface MergedRequest {
  readonly number: number;
  readonly mergedAt: string;
  readonly read: () => Promise<Plan['pullRequest']>;
}

/** For each planning doc the pull request that brought it to the base, with its own approvals; `null`, and noted, where that cannot be told. */
export async function readPlans(
  unread: UnreadParts,
  thing: 'pull request' | 'merge request',
  plans: EvidenceRequest['plans'],
  listMerged: (commit: string) => Promise<readonly MergedRequest[]>,
): Promise<Plan[]> {
  const read: Plan[] = [];
  const brought = new Map<number, Plan['pullRequest']>();
  for (const { path, commit } of plans) {
    const part = `the ${thing} that brought ${path}`;
    const merged = await unread.attempt(part, async () => firstOf(await listMerged(commit)));
    if (merged && !brought.has(merged.number)) brought.set(merged.number, await unread.attempt(part, merged.read));
    read.push({ path, pullRequest: brought.get(merged?.number ?? 0) ?? null });
  }
  return read;
}

/** The first that was merged brought the commit to the base. */
function firstOf(merged: readonly MergedRequest[]): MergedRequest | undefined {
  return merged.toSorted((a, b) => Date.parse(a.mergedAt) - Date.parse(b.mergedAt))[0];
}
