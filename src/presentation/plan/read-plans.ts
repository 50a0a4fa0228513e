import { openDisk } from '../../git/disk.js';
import type { PlacedPlan } from '../../planning/linked-plan.js';
import { planningDocMatcher } from '../../planning/planning-doc-matcher.js';
import { openPlanReader } from '../../planning/plan-reader.js';
import type { Policy } from '../../policy/policy.js';
import type { TextMemory } from '../../text/text-memory.js';

export interface FoundPlans {
  readonly plans: readonly PlacedPlan[];
  /** Planning docs that could not be read, and how many more there are than are looked at. */
  readonly unread: readonly string[];
  readonly more: number;
}

const mostPlans = 200;
const longest = 2 ** 18;

/** Reads the planning docs of a repository as they lie in its working tree, each text once where it is remembered. Never rejects for what a file holds. */
export async function readPlans(
  root: string,
  policy: Policy,
  paths: readonly string[],
  remember?: TextMemory,
): Promise<FoundPlans> {
  const found = paths.filter(planningDocMatcher(policy));
  const disk = openDisk(root);
  const reader = openPlanReader(remember);
  const plans: PlacedPlan[] = [];
  const unread: string[] = [];
  for (const path of found.slice(0, mostPlans)) {
    const entry = await disk.read(path, longest);
    if (entry.kind === 'missing') continue;
    const plan =
      entry.kind === 'file' && entry.content !== undefined
        ? await reader.readPlan(path, textOf(entry.content), undefined)
        : undefined;
    if (plan === undefined) unread.push(path);
    else plans.push(plan);
  }
  return { plans, unread, more: Math.max(0, found.length - mostPlans) };
}

function textOf(content: Buffer) {
  return { mode: '100644', oid: undefined, bytes: content.length, text: content.toString('utf8') };
}
