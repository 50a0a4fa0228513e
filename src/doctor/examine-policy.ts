import type { TrackedPaths } from '../git/list-tracked.js';
import type { Repository } from '../git/repository.js';
import { checkPolicy } from '../policy/check-policy.js';
import type { Policy, PolicyProblem } from '../policy/policy.js';
import type { Revision } from '../policy/revision.js';
import { findAgreementGaps } from './find-agreement-gaps.js';
import { findCodeownersFaults } from './find-codeowners-faults.js';
import { findFlaglessFiles, findFlagGaps } from './find-flag-gaps.js';
import { findHiddenPolicy } from './policy-files/find-hidden-policy.js';
import { findIgnoredFiles } from './policy-files/find-ignored-files.js';
import { findMissingBase } from './policy-files/find-missing-base.js';
import type { HostKind } from './find-unread-owners.js';
import { findEndedPilot } from './find-ended-pilot.js';
import { findStrayFiles } from './policy-files/find-stray-files.js';
import { findUnsetGate } from './policy-files/find-unset-gate.js';
import { findShutRules } from './policy-files/find-shut-rules.js';
import { findShutZone } from './find-shut-zone.js';
import { listWaves, type ListedWave } from './list-waves.js';
import { summarizeZone, type ZoneSummary } from './summarize-zone.js';

/** A policy, and the repository that it is for. */
export interface ExaminedPolicy {
  readonly policy: Policy;
  readonly tracked: TrackedPaths;
  /** Where its files lie. */
  readonly revision: Revision;
  readonly repository: Repository;
  readonly host: HostKind | undefined;
  /** What stands in for `CLAUDE.md`, if anything does. */
  readonly standIn: string | undefined;
  /** A day like `2027-01-11`. */
  readonly today: string;
  /** What else is known to be said of its lines. */
  readonly more?: readonly PolicyProblem[];
}

/** What a policy comes to in a repository. */
export interface Examination extends ZoneSummary {
  /** The zone opens nothing to anybody: said before all else, and the first of the problems. */
  readonly shut: PolicyProblem | undefined;
  readonly waves: readonly ListedWave[];
  /** The others by file and line. */
  readonly problems: readonly PolicyProblem[];
}

/** Judges every tracked file for each PM, and finds what is wrong with the policy files. Rejects with a `GitError`. */
export async function examinePolicy({
  policy,
  tracked,
  revision,
  repository,
  host,
  standIn,
  today,
  more = [],
}: ExaminedPolicy): Promise<Examination> {
  const around = Promise.all([
    findFlagGaps(policy, tracked, revision),
    findFlaglessFiles(policy, tracked, revision),
    findIgnoredFiles(policy, repository.git, standIn !== undefined),
    findMissingBase(policy, repository),
    findHiddenPolicy(policy, tracked.paths, revision),
    findStrayFiles(policy, tracked.paths, revision),
    findUnsetGate(tracked.paths, revision),
  ]);
  const summary = summarizeZone(policy, tracked, today);
  const agreement = await findAgreementGaps(policy, summary, tracked, revision);
  const shut = findShutZone(policy, summary, tracked.paths, today);
  const found = policy.tips.flatMap((tip) => [
    ...checkPolicy(tip, tracked.paths),
    ...findCodeownersFaults(tip, tracked.paths, host),
  ]);
  const rules = findShutRules(policy, summary, tracked.paths);
  const all = [
    ...found,
    ...rules,
    ...findEndedPilot(policy, today),
    ...(await around).flat(),
    ...agreement,
    ...more,
  ].sort((one, other) => (one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1));
  const waves = listWaves(policy, tracked.paths, today);
  return { ...summary, shut, waves, problems: [...(shut === undefined ? [] : [shut]), ...withoutRepeats(all)] };
}

/** Two tips may have the same fault in the same place. */
function withoutRepeats(problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
