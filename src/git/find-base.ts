import { broken, requireReadableNames, requireReadableRefs } from './repository/require-readable-refs.js';
import { isSharedBranch } from './repository/is-shared-branch.js';
import type { Objects } from './objects.js';
import { sharedNames, trunkNames, type Ref } from './repository/refs.js';
import type { Repository } from './repository.js';

/** The tip of a branch as last fetched. `ref` is shown to people: `origin/main`. */
export interface Tip {
  readonly ref: string;
  readonly commit: string;
}

/** The base branch. `defaults` are other tips whose policy counts too: the stricter wins. */
export interface Base extends Tip {
  readonly defaults: readonly Tip[];
}

/**
 * Which branch a change is judged against (design §3, "Which revision counts"): the setting, else `upstream`'s default branch, else
 * `origin`'s, else another remote's, else the local `main` or `master`. A setting that is a bare name means the remote's branch of
 * that name before the local one. `undefined` where nothing of the kind exists, or the setting names nothing. Rejects with a `GitError` where
 * one that is there cannot be read.
 *
 * Which branch a remote calls its default is a note in this clone that anyone can rewrite (`git remote set-head`), so the tips of
 * all that is named like a trunk there stand in `defaults`, unless they are the base's very commit. A note that names the branch
 * the PM works on is ignored if there is a trunk: compared with itself no change would be left. Where it has a name that nobody gives a
 * change (`dev`), or a team works on that branch, it is the remote's default by another name, such as `preview`, and counts.
 */
export async function findBase(repository: Repository, setting?: string): Promise<Base | undefined> {
  const { refs, head } = repository;
  const all = inOrder(refs);
  await requireReadableCandidates(repository);
  const own = all.filter(
    ({ target }) => target !== undefined && isOwnBranch(target, head.branch) && !isSharedName(target),
  );
  const apart = all.filter((ref) => !own.includes(ref));
  const candidates = apart.length === 0 || (await areShared(repository, own)) ? all : apart;
  const tip =
    setting === undefined ? candidates[0] : await resolveName(repository.objects, setting, namesOfBase(setting));
  if (!tip) {
    if (setting !== undefined && isName(setting)) await requireReadableNames(repository, namesOfBase(setting));
    return undefined;
  }
  const remote = candidates.filter((each) => each.name.startsWith('refs/remotes/'));
  const others = new Map<string, Tip>();
  for (const each of remote.length > 0 ? remote : candidates.slice(0, 1)) {
    if (each.commit !== tip.commit && !others.has(each.commit))
      others.set(each.commit, { ref: shown(each), commit: each.commit });
  }
  return { ref: shown(tip), commit: tip.commit, defaults: [...others.values()] };
}

/** The trunks of remotes, or without any the likeliest here: by one of them less nothing is judged. */
async function requireReadableCandidates(repository: Repository): Promise<void> {
  const { refs, brokenRefs } = repository;
  const named = inOrder([...refs, ...brokenRefs.map((name) => ({ name, commit: broken, target: undefined }))]);
  const remote = named.filter(({ name }) => name.startsWith('refs/remotes/'));
  await requireReadableRefs(repository, remote.length > 0 ? remote : named.slice(0, 1));
}

/** Whether a name of a branch, such as `origin/dev`, is by its last part one that all work goes to. */
export function isSharedName(ref: string): boolean {
  return sharedNames.includes(ref.slice(ref.lastIndexOf('/') + 1));
}

/** Whether a base is what its remote calls the default, and a team works on it: a trunk, whatever its name. */
export async function isSharedDefault(repository: Repository, { ref }: Tip): Promise<boolean> {
  const named = repository.refs.filter((each) => each.target !== undefined && shown(each) === ref);
  return areShared(repository, named);
}

async function areShared(repository: Repository, named: readonly Ref[]): Promise<boolean> {
  const trunks = repository.refs.filter(({ target }) => target === undefined).map(({ commit }) => commit);
  const shared = await Promise.all(named.map(({ commit }) => isSharedBranch(repository, commit, trunks)));
  return shared.length > 0 && shared.every(Boolean);
}

/**
 * Whether a name, in full or in short, stands for the branch that is checked out or for a remote's branch of that name: against itself no
 * change would be left to review. On a trunk none does, since there the remote's branch is what counts.
 */
export function isOwnBranch(name: string, branch: string | undefined): boolean {
  if (branch === undefined || trunkNames.some((trunk) => trunk === branch)) return false;
  const names = [name, name.replace(/^refs\/heads\//u, ''), name.replace(/^(?:refs\/remotes\/)?[^/]+\//u, '')];
  return names.includes(branch);
}

/** Resolves a commit by name, a local branch before a remote's; `undefined` if there is none. Never searches the history. */
export async function findCommit(repository: Pick<Repository, 'objects'>, name: string): Promise<Tip | undefined> {
  const tip = await resolveName(repository.objects, name, [
    `refs/heads/${name}`,
    `refs/remotes/${name}`,
    `refs/tags/${name}`,
  ]);
  return tip && { ref: shown(tip), commit: tip.commit };
}

/** Sorts upstream before origin before other remotes before local; within each, HEAD before trunk names. */
function inOrder(refs: readonly Ref[]): readonly Ref[] {
  const ranks = new Map(
    refs.map((ref) => {
      const [kind, remote, name] = ref.name.split('/').slice(1) as [string, string, string | undefined];
      const place = kind === 'heads' ? 3 : remote === 'upstream' ? 0 : remote === 'origin' ? 1 : 2;
      const rank = ['HEAD', ...trunkNames].indexOf(name ?? remote);
      return [ref, `${place} ${kind === 'heads' ? '' : remote} ${rank}`];
    }),
  );
  return [...refs].sort((a, b) => ((ranks.get(a) as string) < (ranks.get(b) as string) ? -1 : 1));
}

function namesOfBase(name: string): readonly string[] {
  return [
    ...['', 'upstream/', 'origin/'].map((remote) => `refs/remotes/${remote}${name}`),
    `refs/heads/${name}`,
    `refs/tags/${name}`,
  ];
}

/**
 * Full names of refs are tried first, so that a tag or a branch with a borrowed name (`git tag origin/main`) is never taken for the
 * remote's. Expressions that search (`:/text`, `^{/text}`) name nothing here.
 */
async function resolveName(objects: Objects, name: string, inFull: readonly string[]): Promise<Ref | undefined> {
  if (!isName(name)) return undefined;
  const exact = /^(?:[0-9a-f]{40}|[0-9a-f]{64}|HEAD|refs\/.*)$/.test(name);
  const names = exact ? [name] : [...inFull, name];
  const found = await objects.read(
    names.map((each) => `${each}^{commit}`),
    { maxBytes: 0 },
  );
  const tips = names.flatMap((each) => {
    const object = found.get(`${each}^{commit}`);
    return typeof object === 'object' ? [{ name: each, commit: object.oid, target: undefined }] : [];
  });
  return tips[0];
}

function isName(name: string): boolean {
  return !/[:\p{Cc} ]|\^\{|^-|^$/u.test(name);
}

function shown(ref: Ref): string {
  return (ref.target ?? ref.name).replace(/^refs\/(?:remotes|heads|tags)\//, '');
}
