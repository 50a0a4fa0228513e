import { runGit, runGitLine, runGitLines, type Work } from '../work.js';

/** A branch as it was called, and the id that it had of us; neither where it was none, no id where git could not note one. */
export interface BranchMark {
  readonly branch: string | undefined;
  readonly branchId?: string | undefined;
}

/** The branches here, with their ids. Git moves its settings of a branch along where that is renamed, and removes them with it. */
export async function readBranchIds(work: Work): Promise<ReadonlyMap<string, string | undefined>> {
  const names = await runGitLines(work, ['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads']);
  const ids = await readBranchSettings(work, 'pmzoneid');
  return new Map(names.map((name) => [name, ids.get(name)]));
}

/** Git's settings of one name, in lower case, by branch. */
async function readBranchSettings(work: Work, name: string): Promise<ReadonlyMap<string, string | undefined>> {
  const args = ['config', '--local', '--null', '--get-regexp', `^branch\\..*\\.${name}$`];
  const settings = (await runGit(work, args, { allowExit: [1] })).toString('utf8').split('\0');
  return new Map(
    settings
      .map((each) => each.split('\n'))
      .map(([key = '', value]) => [key.slice('branch.'.length, -`.${name}`.length), value]),
  );
}

/** The branches that another one was rebuilt from, each with its commit then: one that went on since is a change again. */
export function readRebuilt(work: Work): Promise<ReadonlyMap<string, string | undefined>> {
  return readBranchSettings(work, 'pmzonerebuilt');
}

/** Notes that a branch was rebuilt as another; where git's settings cannot be written it is not. */
export async function markRebuilt(work: Work, branch: string, commit: string): Promise<void> {
  await work.run(['config', '--local', `branch.${branch}.pmZoneRebuilt`, commit]).catch(() => undefined);
}

/** The id of a branch, which is given one where it has none; `undefined` where git's settings cannot be written. */
export async function giveBranchId(work: Work, branch: string): Promise<string | undefined> {
  const key = `branch.${branch}.pmZoneId`;
  const id = await runGitLine(work, ['config', '--local', '--get', key], { allowExit: [1] });
  if (id !== '') return id;
  const fresh = work.newId();
  return (await work.run(['config', '--local', key, fresh])).code === 0 ? fresh : undefined;
}

/** What a branch is called now: by its id, else by its name where that is no other branch's since; `undefined` where it is gone. */
export function findBranch(
  branches: ReadonlyMap<string, string | undefined>,
  { branch = '', branchId }: BranchMark,
): string | undefined {
  const same = [...branches].filter(([, id]) => id !== undefined && id === branchId).map(([name]) => name);
  if (same.length > 0) return same.includes(branch) ? branch : same[0];
  const nobodys = branchId === undefined || branches.get(branch) === undefined;
  return branches.has(branch) && nobodys ? branch : undefined;
}
