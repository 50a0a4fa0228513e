import type { Change, Commit, RepositorySnapshot } from '../../change/change.js';
import type { LinkedPlan } from '../linked-plan.js';
import type { PathPredicate } from '../planning-doc-matcher.js';
import type { PlanningDoc } from '../planning-doc.js';
import type { PlanReader } from '../plan-reader.js';

/** How many versions of one plan are looked at, oldest first. In the later ones it no longer becomes complete. */
const mostVersions = 100;

export type PlanHistory = Pick<LinkedPlan, 'completeIn' | 'firstCodeCommit' | 'isFirst'>;

export interface PlanHistorySearch {
  readonly change: Change;
  readonly snapshot: Pick<RepositorySnapshot, 'blobs'>;
  readonly isPlanningDoc: PathPredicate;
  readonly reader: PlanReader;
  readonly template: PlanningDoc | undefined;
  /** `undefined` where no plan was found. */
  readonly path: string | undefined;
  readonly completeOnBase: boolean;
}

/**
 * When the plan became complete and when the first code came (design §5). It came first only if every commit with code has a commit
 * before it, by parentage and not by date, in which the plan is complete; the same commit is not before.
 */
export async function readPlanHistory(search: PlanHistorySearch): Promise<PlanHistory> {
  const { change, isPlanningDoc, completeOnBase } = search;
  const code = commitsWithCode(change, isPlanningDoc);
  const firstCodeCommit = code[0]?.oid;
  if (completeOnBase) return { completeIn: 'base', firstCodeCommit, isFirst: true };
  const complete = await commitsWithCompletePlan(search);
  const after = descendants(change.commits, complete);
  return { completeIn: complete[0], firstCodeCommit, isFirst: code.every(({ oid }) => after.has(oid)) };
}

/**
 * The commits that touch anything but planning docs. A merge brings the work of others, which is not the PM's; it counts for those
 * files of the change alone that no plain commit touches, since then it is the merge that made them.
 */
function commitsWithCode(change: Change, isPlanningDoc: PathPredicate): Commit[] {
  const plain = new Set(
    change.commits.flatMap(({ parents, files }) => (parents.length > 1 ? [] : files.map(({ path }) => path))),
  );
  const madeByMerge = new Set(change.files.map(({ path }) => path).filter((path) => !plain.has(path)));
  return change.commits.filter(({ parents, files }) =>
    files.some(({ path }) => !isPlanningDoc(path) && (parents.length <= 1 || madeByMerge.has(path))),
  );
}

async function commitsWithCompletePlan(search: PlanHistorySearch): Promise<string[]> {
  const { change, snapshot, reader, template, path } = search;
  const versions = change.commits.flatMap(({ oid, files }) => {
    const blob = files.find((file) => file.path === path)?.oid;
    return blob === undefined ? [] : [{ commit: oid, blob }];
  });
  if (path === undefined || versions.length === 0) return [];
  const blobs = [...new Set(versions.map(({ blob }) => blob))].slice(0, mostVersions);
  const texts = await snapshot.blobs(blobs);
  const complete = new Set<string>();
  for (const blob of blobs) {
    const plan = await reader.readPlan(path, texts.get(blob), template);
    if (plan?.gaps.length === 0) complete.add(blob);
  }
  return versions.filter(({ blob }) => complete.has(blob)).map(({ commit }) => commit);
}

/** Every commit that has one of `oids` among its ancestors. */
function descendants(commits: readonly Commit[], oids: readonly string[]): ReadonlySet<string> {
  const children = new Map<string, string[]>();
  for (const { oid, parents } of commits) {
    for (const parent of parents) {
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [oid]);
      else known.push(oid);
    }
  }
  const found = new Set<string>();
  // A set's iteration also visits what is added while it runs.
  for (const oid of oids) for (const child of children.get(oid) ?? []) found.add(child);
  for (const oid of found) for (const child of children.get(oid) ?? []) found.add(child);
  return found;
}
