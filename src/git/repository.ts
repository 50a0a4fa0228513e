import { openGit, type Git, type GitOptions } from './git.js';
import { openObjects, type Objects, type ObjectLookup } from './objects.js';
import { readLocation, type RepositoryLocation } from './repository/repository-location.js';
import { configQuery, parseGitConfig, type GitConfig } from './repository/git-config.js';
import { ownEmails } from './repository/own-emails.js';
import { headQuery, pathsQuery } from './git-queries.js';
import { mergeHeadImpostors, parseBrokenRefs, parseRefs, refQuery, type Ref } from './repository/refs.js';

/** A repository as it was when it was opened, with its files checked out unless it was opened as `bare`. */
export interface Repository extends RepositoryLocation, Omit<GitConfig, 'filters'> {
  /** The commit that is being merged in, while a merge is under way. */
  readonly mergeHead: string | undefined;
  /** Candidates for the base: the remotes' HEADs and branches with a trunk's name. */
  readonly refs: readonly Ref[];
  /** The names of those that are there and that git cannot read. */
  readonly brokenRefs: readonly string[];
  /** Git in the root. */
  readonly git: Git;
  readonly objects: Objects;
  /** What was started ahead for a staged review; `undefined` where it was not asked for or does not hold. */
  readonly staged: StagedPrefetch | undefined;
  /** Ends the running processes. The repository cannot be read afterwards. */
  close(): void;
}

/** `git diff-index` against HEAD and `git ls-files`, under way while the repository was being opened. */
export interface StagedPrefetch {
  readonly differences: Promise<Buffer | undefined>;
  readonly listing: Promise<Buffer | undefined>;
}

export interface OpenOptions extends GitOptions {
  /** Start at once what a staged review reads. */
  readonly staged?: boolean;
  /** Open one without its files too, for what reads commits alone. */
  readonly bare?: boolean;
}

/**
 * Opens the repository that `cwd` lies in: its root, a folder below, a linked worktree or a submodule. Four git processes, side by
 * side, whatever its size. Rejects with a `GitError`. `close()` it in the end.
 */
export async function openRepository(cwd: string, options: OpenOptions = {}): Promise<Repository> {
  const here = openGit(cwd, options);
  const place = readLocation(here, options.bare);
  const ahead = options.staged
    ? { differences: orUndefined(here.run(headQuery)), listing: orUndefined(here.run(pathsQuery)) }
    : undefined;
  const objects = openObjects(here);
  let brokenRefs: readonly string[] = [];
  const onSaid = (said: string): void => {
    brokenRefs = parseBrokenRefs(said);
  };
  try {
    const [known, { filters, ...config }, refs, merging] = await Promise.all([
      place,
      here.run(configQuery).then((output) => parseGitConfig(output.toString('utf8'))),
      here.run(refQuery, { onSaid }).then((output) => parseRefs(output.toString('utf8'))),
      objects.read([mergeHeadName], { maxBytes: 0 }),
    ]);
    return {
      ...known,
      ...config,
      emails: ownEmails(config.emails, options.environment ?? process.env),
      mergeHead: mergeHead(merging.get(mergeHeadName), refs),
      refs: refs.filter((ref) => !mergeHeadImpostors.includes(ref.name)),
      brokenRefs,
      git: here.at(known.root, filters),
      objects,
      staged: known.prefix === '' ? ahead : undefined,
      close: () => objects.close(),
    };
  } catch (error) {
    objects.close();
    throw error;
  }
}

const mergeHeadName = 'MERGE_HEAD^{commit}';

function mergeHead(found: ObjectLookup | undefined, refs: readonly Ref[]): string | undefined {
  if (typeof found !== 'object') return undefined;
  const { oid } = found;
  return refs.some((ref) => mergeHeadImpostors.includes(ref.name) && ref.commit === oid) ? undefined : oid;
}

async function orUndefined(output: Promise<Buffer>): Promise<Buffer | undefined> {
  return output.catch(() => undefined);
}
