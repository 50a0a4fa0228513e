import type { HostReport } from '../controls/examine-host.js';
import type { Examination } from '../doctor/examine-policy.js';
import { findUnreadOwners, type HostKind } from '../doctor/find-unread-owners.js';
import { listHeldRules } from '../doctor/list-held-rules.js';
import { standingOfPms } from '../doctor/summarize-zone.js';
import { listPeople } from '../doctor/list-people.js';
import { matchFlagFiles } from '../flags/match-flag-files.js';
import { openFlagReader } from '../flags/open-flag-reader.js';
import type { TrackedPaths } from '../git/list-tracked.js';
import type { Repository } from '../git/repository.js';
import { openPlanReader } from '../planning/plan-reader.js';
import { planningDocMatcher } from '../planning/planning-doc-matcher.js';
import { listOwningLines } from '../policy/check-policy.js';
import { controlFilesOf } from '../policy/control-files.js';
import type { Policy, PolicyTip } from '../policy/policy.js';
import type { Revision } from '../policy/revision.js';
import { version } from '../policy/version.js';
import { listItems } from '../review/list-items.js';
import type { ComplianceFacts, FlagFact, OwnedFile, PlanFact } from './compliance-facts.js';

/** A policy of one commit, as the walkthrough is asked to show it. */
export interface ComplianceRequest extends Pick<
  ComplianceFacts,
  'name' | 'tip' | 'besides' | 'isProposed' | 'pageOf' | 'host'
> {
  readonly repository: Repository;
  readonly tracked: TrackedPaths;
  readonly revision: Revision;
  readonly examination: Examination;
  readonly host: HostReport | undefined;
  /** The host by the repository's remote. */
  readonly kind: HostKind | undefined;
}

const mostPlans = 40;
const mostFlagFiles = 100;

/** Reads what the walkthrough tells, from one commit. Rejects with a `GitError`. */
export async function gatherCompliance(request: ComplianceRequest): Promise<ComplianceFacts> {
  const { name, tip, besides, isProposed, pageOf, host, repository, tracked, revision, examination, kind } = request;
  const policy: Policy = { tips: [tip], preview: isProposed };
  const { paths } = tracked;
  const unread = findUnreadOwners(tip, paths, kind);
  const plans = paths.filter(planningDocMatcher(policy));
  const control = new Set(controlFilesOf({ tips: [tip] }));
  const gateFiles = paths.filter((path) => /^\.github\/workflows\/pm-zone[\w-]*\.ya?ml$/iu.test(path));
  return {
    name,
    tip,
    besides,
    isProposed,
    files: paths.length,
    examination,
    rules: listHeldRules(tip, paths, kind, standingOfPms(examination.people)),
    unread,
    items: listItems(policy),
    steering: findOwners(unread === undefined ? tip : { ...tip, codeowners: undefined }, [
      ...paths.filter((path) => control.has(path)),
      ...gateFiles,
    ]),
    plans: await readPlanFacts(repository, tip.commit, revision, plans.slice(0, mostPlans)),
    morePlans: Math.max(0, plans.length - mostPlans),
    flags: await readFlagFacts(policy, paths, revision),
    gateFiles,
    host,
    pageOf,
    version,
  };
}

function findOwners(tip: PolicyTip, paths: readonly string[]): readonly OwnedFile[] {
  return listOwningLines(tip, paths).map((rules, at) => ({
    path: paths[at] as string,
    owners: [...new Set(rules.flatMap(({ owners }) => owners))],
    lines: rules.map(({ line }) => line),
  }));
}

async function readPlanFacts(
  { git }: Repository,
  commit: string,
  revision: Revision,
  paths: readonly string[],
): Promise<readonly PlanFact[]> {
  const found = await revision.readPlain(paths);
  const reader = openPlanReader();
  const facts: PlanFact[] = [];
  for (const path of paths) {
    const content = found.get(path)?.content;
    const text = content && new TextDecoder('utf-8').decode(content);
    const plan =
      text === undefined
        ? undefined
        : await reader.readPlan(path, { mode: '100644', oid: undefined, bytes: text.length, text }, undefined);
    const log = await git.run([
      'log',
      '--format=%H',
      '--no-color',
      '--diff-filter=A',
      '--max-count=1',
      commit,
      '--',
      path,
    ]);
    const since = log.toString('latin1').trim();
    facts.push({
      path,
      status: plan?.doc.status,
      flags: plan?.doc.flags ?? [],
      gaps: [...new Set(plan?.gaps.map(({ what }) => what))],
      since: since === '' ? undefined : since,
    });
  }
  return facts;
}

async function readFlagFacts(
  policy: Policy,
  paths: readonly string[],
  revision: Revision,
): Promise<readonly FlagFact[] | undefined> {
  const wanted = listPeople(policy)
    .filter(({ revoked }) => revoked !== true)
    .flatMap(({ pm, flags }) => flags.map((flag) => ({ pm, flag })));
  if (wanted.length === 0) return [];
  const files = paths.filter(matchFlagFiles(policy).matches);
  if (files.length > mostFlagFiles) return undefined;
  const contents = await revision.readPlain(files);
  const places = new Map<string, FlagFact['places'][number][]>();
  for (const path of files) {
    const content = contents.get(path)?.content;
    if (content === undefined) continue;
    const read = await openFlagReader(path);
    for (const { key, at, state } of read(new TextDecoder('utf-8').decode(content)).file.flags) {
      places.set(key, [...(places.get(key) ?? []), { path, line: at.line, state }]);
    }
  }
  return wanted.map(({ pm, flag }) => ({ pm, flag, places: places.get(flag) ?? [] }));
}
