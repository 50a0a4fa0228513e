import type { TreeEntry } from '../../git/objects.js';
import { isApprovalOnly, type PlanWithText } from '../../planning/is-approval-only.js';
import { openPlanReader } from '../../planning/plan-reader.js';
import { decodePath, type BytePath } from '../git-store/byte-path.js';
import type { Conflict } from './resolve-conflict.js';
import type { ConflictOptions } from '../conflict-options.js';
import { readBlobs } from '../git-store/git-objects.js';
import { runGit, type Work } from '../work.js';

export interface FileBaseOptions extends Pick<ConflictOptions, 'isPlan'> {
  /** Commits of the PM's that others have had, so that the host may have merged what is in them. */
  readonly shared: readonly string[];
}

/** Files in conflict that are looked into, and commits of each side. */
const most = { files: 200, commits: 2000 } as const;
/** Versions of one plan that are read. */
const mostVersions = 50;

/**
 * The true base of a file in conflict where the host merged the PM's work under other commits (by squash or rebase), so that git takes
 * the same work for two: the newest version that both sides have had. Of a plan also the PM's newest version that main has only
 * approved, and where the host reworded it on the way, the sent version that is nearest to it. Files for which none is known are left
 * out.
 */
export async function findFileBases(
  work: Work,
  sides: { readonly yours: string; readonly theirs: string },
  conflicts: readonly Conflict[],
  { isPlan, shared }: FileBaseOptions,
): Promise<ReadonlyMap<BytePath, TreeEntry>> {
  const origins = new Map<BytePath, TreeEntry>();
  const wanted = conflicts.filter(isOfFiles).slice(0, most.files);
  if (wanted.length === 0) return origins;
  const names = wanted.map(({ name }) => name);
  const ownVersions = await versionsOf(work, sides.yours, sides.theirs, names);
  const mainVersions = await versionsOf(work, sides.theirs, sides.yours, names);
  const sent = await Promise.all(shared.map((commit) => versionsOf(work, commit, sides.theirs, names)));
  for (const conflict of wanted) {
    const { name } = conflict;
    const own = ownVersions(name);
    const both = mainVersions(name).find(({ oid }) => own.some((each) => each.oid === oid));
    const sentVersions = sent.flatMap((versions) => versions(name));
    const origin = both ?? (isPlan(decodePath(name)) ? await planOrigin(work, conflict, own, sentVersions) : undefined);
    if (origin) origins.set(name, origin);
  }
  return origins;
}

type FileConflict = Conflict & Readonly<Record<'yours' | 'theirs', TreeEntry>>;

function isOfFiles(conflict: Conflict): conflict is FileConflict {
  const { base, yours, theirs } = conflict;
  return [base ?? yours, yours, theirs].every((each) => each?.mode.startsWith('100') === true);
}

/** The versions of these files in the commits that one has and the other has not, the newest first. */
async function versionsOf(
  work: Work,
  one: string,
  other: string,
  names: readonly BytePath[],
): Promise<(name: BytePath) => readonly TreeEntry[]> {
  const args = ['log', '-z', '--format=', '--topo-order', `--max-count=${most.commits}`, '-m', '--raw', '--no-abbrev'];
  const plain = ['--no-renames', '--no-ext-diff', '--no-textconv', '--ignore-submodules=none'];
  const range = ['--end-of-options', one, `^${other}`, '--', ...names.map(decodePath)];
  const parts = (await runGit(work, [...args, ...plain, ...range])).toString('latin1').split('\0');
  const found = new Map<BytePath, TreeEntry[]>();
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, mode = '', , oid = ''] = (parts[at] as string).split(' ');
    const name = parts[at + 1] as BytePath;
    if (!mode.startsWith('100')) continue;
    found.set(name, [...(found.get(name) ?? []), { mode, oid }]);
  }
  return (name) => found.get(name) ?? [];
}

async function planOrigin(
  work: Work,
  { base, theirs }: FileConflict,
  own: readonly TreeEntry[],
  sent: readonly TreeEntry[],
): Promise<TreeEntry | undefined> {
  const versions = own.slice(0, mostVersions);
  const [merged, ...plans] = await readPlans(work, [theirs, ...versions]);
  if (!merged) return undefined;
  const approved = versions.find((_, number) => {
    const plan = plans[number];
    return plan && isApprovalOnly(plan, merged);
  });
  // Where main had a plan before, it may have gone on without the PM's.
  if (approved || base) return approved;
  const near = sent.flatMap((version) => {
    const plan = plans[versions.findIndex(({ oid }) => oid === version.oid)];
    if (!plan || plan.doc.title === undefined || plan.doc.title !== merged.doc.title) return [];
    return [{ version, apart: linesApart(plan.text, merged.text) }];
  });
  // More than half of it is another text: that is no rewording.
  const lines = merged.text.split('\n').length;
  return near.filter(({ apart }) => apart <= lines).sort((one, two) => one.apart - two.apart)[0]?.version;
}

async function readPlans(work: Work, versions: readonly TreeEntry[]): Promise<readonly (PlanWithText | undefined)[]> {
  const reader = openPlanReader();
  const oids = versions.map(({ oid }) => oid);
  const blobs = await readBlobs(work, oids);
  return Promise.all(
    versions.map(async ({ mode, oid }, number) => {
      const blob = blobs[number];
      if (!blob) return undefined;
      const text = blob.toString('utf8');
      const doc = await reader.readDoc({ mode, oid, bytes: blob.length, text });
      return doc && { text, doc };
    }),
  );
}

/** The number of lines that only one of two texts has, wherever they are. */
function linesApart(one: string, other: string): number {
  const counts = new Map<string, number>();
  for (const line of one.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of other.split('\n')) counts.set(line, (counts.get(line) ?? 0) - 1);
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}
