import type { TrackedPaths } from '../git/list-tracked.js';
import { controlFilesOf } from '../policy/control-files.js';
import type { Asking, Policy } from '../policy/policy.js';
import { createJudges } from '../policy/tracked-judge.js';
import { gains } from './setting-opens.js';

/** Paths whose code owners are others under the newer policy. */
export interface OwnerDifference {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly paths: readonly string[];
  /** Nobody owns them any more, or somebody new may approve what the policy itself is. */
  readonly opens: boolean;
}

/** Who owns what where another policy stands, of the repository's paths; those alike are one difference. */
export function compareOwners(before: Policy, after: Policy, tracked: TrackedPaths): readonly OwnerDifference[] {
  const control = new Set([before, after].flatMap(controlFilesOf));
  const judges = createJudges(tracked, tracked.paths);
  const [was, is] = [judges({ policy: before, asking: nobody }), judges({ policy: after, asking: nobody })];
  const found = new Map<string, OwnerDifference & { readonly paths: string[] }>();
  for (const path of tracked.paths) {
    const [one, other] = [was(path).owners, is(path).owners];
    if (!gains(one, other) && !gains(other, one)) continue;
    const isLost = one.length > 0 && (other.length === 0 || (control.has(path) && gains(one, other)));
    const key = JSON.stringify([one, other, isLost]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { before: one, after: other, paths: [path], opens: isLost });
    else known.paths.push(path);
  }
  return [...found.values()];
}

const nobody: Asking = { kind: 'no-roster', names: [], rows: [] };
