import type { Tip } from '../../git/find-base.js';
import { runGitLines, type Work } from '../work.js';
import { findCommonAncestor } from './commit-graph.js';
import { diffTrees } from './index-entries.js';

/** A branch of a remote that is not here. */
export interface BranchElsewhere {
  readonly remote: string;
  readonly branch: string;
  readonly commit: string;
}

/** How many are looked at, the newest first, and how many commits of each. */
const mostBranches = 100;
const mostCommits = 100;

const form = ['%(refname)', '%(objectname)', '%(authoremail)', '%(symref)'].join('%00');

/**
 * The branches that a remote has and this clone has not, in which something of these people (by the addresses of their commits) is that the base has
 * not: what they sent from another computer. The newest first.
 */
export async function listBranchesElsewhere(
  work: Work,
  base: Tip,
  own: readonly string[],
): Promise<readonly BranchElsewhere[]> {
  const mine = new Set(own.map((address) => address.toLowerCase()));
  const isOwn = (address: string): boolean => mine.has(address.replace(/^<|>$/gu, '').toLowerCase());
  const refs = ['refs/heads', 'refs/remotes'];
  const output = await runGitLines(work, ['for-each-ref', '--sort=-committerdate', `--format=${form}`, ...refs]);
  const lines = output.map((line) => line.split('\0') as [string, string, string, string]);
  const here = new Set(lines.map(([name]) => name));
  const candidates = lines.flatMap(([name, commit, author, link]): readonly BranchElsewhere[] => {
    const place = link === '' ? placeOf(work, name) : undefined;
    if (place === undefined || here.has(`refs/heads/${place.branch}`)) return [];
    return place.branch.startsWith('pm/') || isOwn(author) ? [{ ...place, commit }] : [];
  });
  const found: BranchElsewhere[] = [];
  for (const each of candidates.slice(0, mostBranches))
    if (await bringsWorkOf(work, base, each.commit, isOwn)) found.push(each);
  return found;
}

/** New versions of git let no remote be called as another with more behind it. */
function placeOf({ repository }: Work, ref: string): Pick<BranchElsewhere, 'remote' | 'branch'> | undefined {
  const remote = repository.remotes.find(({ name }) => ref.startsWith(`refs/remotes/${name}/`))?.name;
  return remote === undefined ? undefined : { remote, branch: ref.slice(`refs/remotes/${remote}/`.length) };
}

/** What the host made one commit of and merged is no longer to be worked on, though its branch is there. */
async function bringsWorkOf(
  work: Work,
  base: Tip,
  commit: string,
  isOwn: (address: string) => boolean,
): Promise<boolean> {
  const args = ['log', `--max-count=${mostCommits}`, '--format=%ae', '--no-merges', commit, `^${base.commit}`, '--'];
  if (!(await runGitLines(work, args)).some(isOwn)) return false;
  const from = await findCommonAncestor(work, commit, base.commit);
  if (from === undefined) return false;
  const left = await diffTrees(work, base.commit, commit);
  return [...(await diffTrees(work, from, commit)).keys()].some((path) => left.has(path));
}
