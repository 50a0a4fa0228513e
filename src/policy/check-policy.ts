import type { OwnerIndex } from './codeowners/owner-index.js';
import { findLostSections } from './checklist/find-lost-sections.js';
import { findAskedWords } from './problems/find-asked-words.js';
import { findFolderProblems } from './problems/find-folder-problems.js';
import { findIdleOwners } from './problems/find-idle-owners.js';
import { findIdleRule } from './problems/find-idle-rule.js';
import { findIdleSettings } from './problems/find-idle-settings.js';
import { findNearMisses } from './problems/find-near-misses.js';
import { findErrorsAround } from './policy-errors.js';
import type { CodeownersRule, PolicyTip, PolicyProblem, Zone, ZoneRule } from './policy.js';
import { knowPaths, type KnownPaths } from './problems/known-paths.js';
import { matchRules } from './problems/match-rules.js';
import { findDoubledRoles } from './problems/find-doubled-roles.js';
import { findOwnedByReviewers } from './problems/find-owned-by-reviewers.js';
import { findRowGaps } from './problems/find-row-gaps.js';
import { findUnopenedPaths } from './problems/find-unopened-paths.js';
import { findUnsignedWaves } from './problems/find-unsigned-waves.js';
import { findUnbackedAround } from './problems/find-unbacked-around.js';
import { findUnbackedForbids } from './problems/find-unbacked-forbids.js';
import { findWideAllows } from './problems/find-wide-allows.js';
import { weighAllow, type StandingOfPms, type WeighedAllow } from './problems/weigh-allow.js';
import { readChecklist } from './read-checklist.js';
import { samplePaths } from './sample-paths.js';

export { approvalsAsked } from './codeowners/approvals-asked.js';
export { forEngineer } from './problems/for-engineer.js';
export { listDescribedWords } from './problems/list-described-words.js';
export { knowPaths, type KnownPaths } from './problems/known-paths.js';

/**
 * All problems of one commit's policy files (design §3, "Problems"): those found while reading, and those that show only
 * against the repository's own `paths`. Sorted by file and line. Takes time in proportion to the number of paths, less where much of them is `known`.
 */
export function checkPolicy(
  tip: PolicyTip,
  paths: readonly string[],
  known: KnownPaths = knowPaths(paths),
): readonly PolicyProblem[] {
  const { zone, codeowners } = tip;
  const problems = [...(zone?.problems ?? []), ...(codeowners?.problems ?? []), ...findErrorsAround(tip)];
  const { finder } = known;
  if (codeowners !== undefined) problems.push(...findIdleOwners(codeowners, finder));
  if (tip.skill !== undefined) problems.push(...findLostSections(tip.skill));
  if (zone !== undefined) {
    const owners = known.ownersOf(codeowners);
    const matches = matchRules(zone.rules, known);
    // What is said around the zone is said to everybody, often of files that are made and never committed.
    const ofThePolicy = matches.filter(({ rule }) => rule.around !== true);
    problems.push(
      ...matches.flatMap((found) => findIdleRule(zone, found, paths, finder)),
      ...findIdleSettings(zone, paths, finder),
      ...findAskedWords(zone),
      ...findUnopenedPaths(zone),
      ...findWideAllows(zone),
      ...findUnsignedWaves(zone),
      ...findUnbackedForbids(zone, ofThePolicy, owners),
      ...findUnbackedAround(zone, matches, owners),
      ...findRowGaps(
        zone,
        readChecklist(tip.skill).items.some(({ check }) => check === 'sign-off'),
      ),
      ...findDoubledRoles(zone),
      ...(owners === undefined
        ? []
        : [
            ...unownedPolicyFiles(tip, zone, owners, paths),
            ...findOwnedByReviewers(zone, filesOfPolicy(tip, zone, paths), owners),
          ]),
      ...findFolderProblems(zone, paths, owners, finder),
      ...findNearMisses(zone, matches, paths, owners),
    );
  }
  return problems.sort((one, other) =>
    one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1,
  );
}

/** What a rule of the zone comes to in the repository. */
export interface ListedRule {
  readonly rule: ZoneRule;
  /** How many paths it matches. */
  readonly count: number;
  /** Of an allow how many of them no forbid takes. */
  readonly openCount: number;
  /** Of an allow the forbids that take some of them, in the zone's order. */
  readonly closedBy: readonly ZoneRule[];
  /** Of a forbid the lines of CODEOWNERS that own what it matches, in the file's order. */
  readonly backedBy: readonly CodeownersRule[];
  /** Of a forbid why the host would not hold it; `undefined` where it would, once it requires reviews by code owners. */
  readonly gap: string | undefined;
  /** Of an allow what it comes to for the PMs, where that was asked for. */
  readonly weighed?: WeighedAllow;
}

/**
 * Each rule of one commit's zone with what it matches and what backs it, in the zone's order; each allow is held against what the
 * PMs may change, where that is given.
 */
export function listRules(
  { zone, codeowners }: PolicyTip,
  paths: readonly string[],
  pms?: StandingOfPms,
  known: KnownPaths = knowPaths(paths),
): readonly ListedRule[] {
  if (zone === undefined) return [];
  const owners = known.ownersOf(codeowners);
  return matchRules(zone.rules, known).map((found) => {
    const { rule, count, openCount } = found;
    const closedBy = zone.rules.filter((each) => found.closedBy.has(each));
    if (rule.effect !== 'forbid') {
      const weighed =
        pms === undefined || rule.effect === 'pair' ? {} : { weighed: weighAllow(rule, paths, pms, owners) };
      return { rule, count, openCount, closedBy, backedBy: [], gap: undefined, ...weighed };
    }
    const files = count === 0 ? samplePaths(rule) : found.paths;
    const lines = new Set(files.flatMap((path) => owners?.find(path).rules ?? []));
    return {
      rule,
      count,
      openCount,
      closedBy,
      backedBy: [...lines].sort((one, other) => one.line - other.line),
      gap: findUnbackedForbids(zone, [found], owners)[0]?.message,
    };
  });
}

/** The lines of CODEOWNERS that decide who owns each of some paths; none where there is no such file. */
export function listOwningLines(
  { codeowners }: PolicyTip,
  paths: readonly string[],
  known: KnownPaths = knowPaths(paths),
): readonly (readonly CodeownersRule[])[] {
  const owners = known.ownersOf(codeowners);
  return paths.map((path) => owners?.find(path).rules ?? []);
}

function unownedPolicyFiles(
  tip: PolicyTip,
  zone: Zone,
  owners: Pick<OwnerIndex, 'find'>,
  paths: readonly string[],
): readonly PolicyProblem[] {
  return filesOfPolicy(tip, zone, paths)
    .filter((file) => owners.find(file).owners.length === 0)
    .map((file) => ({
      severity: 'warning',
      file,
      line: file === zone.file ? zone.line : 1,
      message: `${file} has no code owner, so GitHub or GitLab lets anyone change this policy. Ask an engineer to add a line for it to CODEOWNERS.`,
      mend: { owned: 'path', name: file },
    }));
}

/** What the policy is read from. */
function filesOfPolicy(
  { codeowners, skill }: PolicyTip,
  { file, sources = [] }: Zone,
  paths: readonly string[],
): readonly string[] {
  const imported = paths.filter((path) => sources.includes(path));
  return [...new Set([file, ...imported, codeowners?.file, skill?.path].filter((each) => each !== undefined))];
}
