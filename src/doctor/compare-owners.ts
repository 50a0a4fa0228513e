import type { TrackedPaths } from '../git/list-tracked.js';
import { controlFilesOf } from '../policy/control-files.js';
import type { Asking, Policy } from '../policy/policy.js';
import { createJudges } from '../policy/tracked-judge.js';
import { approvalsAsked } from '../policy/check-policy.js';
import { gains } from './comparison/setting-opens.js';

/** Paths whose code owners are others under the newer policy. */
export interface OwnerDifference {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly paths: readonly string[];
  /** How many of them have to approve, where that is another and somebody owns them before and after. */
  readonly approvals?: readonly [before: number, after: number];
  /** Nobody owns them any more, fewer of them are asked, or somebody new may approve what the policy itself is. */
  readonly opens: boolean;
}

/** Who owns what where another policy stands, of the repository's paths; those alike are one difference. */
export function compareOwners(before: Policy, after: Policy, tracked: TrackedPaths): readonly OwnerDifference[] {
  const control = new Set([before, after].flatMap(controlFilesOf));
  const judges = createJudges(tracked, tracked.paths);
  const [was, is] = [judges({ policy: before, asking: nobody }), judges({ policy: after, asking: nobody })];
  const found = new Map<string, OwnerDifference & { readonly paths: string[] }>();
  const asked = [before, after].map(approvalsAsked);
  for (const path of tracked.paths) {
    const [one, other] = [was(path).owners, is(path).owners];
    const [then = 0, now = 0] = [one, other].map((owners, nth) =>
      owners.length === 0 ? undefined : (asked[nth]?.(path) ?? 1),
    );
    const isOtherwise = one.length > 0 && other.length > 0 && then !== now;
    if (!gains(one, other) && !gains(other, one) && !isOtherwise) continue;
    const isLost = one.length > 0 && (other.length === 0 || now < then || (control.has(path) && gains(one, other)));
    const approvals = isOtherwise ? { approvals: [then, now] as const } : {};
    const key = JSON.stringify([one, other, isLost, approvals]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { before: one, after: other, ...approvals, paths: [path], opens: isLost });
    else known.paths.push(path);
  }
  return [...found.values()];
}

const nobody: Asking = { kind: 'no-roster', names: [], rows: [] };
