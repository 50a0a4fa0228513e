import { findBase, isOwnBranch, isSharedDefault, isSharedName, type Base, type Tip } from '../git/find-base.js';
import { filledElsewhere, noCache, openDiskCache, type DiskCache } from '../git/disk-cache.js';
import { openRepository, type Repository } from '../git/repository.js';
import { identify } from './asking.js';
import type { Asking, Policy, PolicyTip } from './policy.js';
import { readTip } from './read-tip.js';
import { commitRevision, workingCopy } from './revision.js';
import { version } from './version.js';

export interface PolicySessionRequest {
  /** Any folder of the repository. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Who is asking, as an e-mail address or handle; defaults to git's settings. */
  readonly as?: string | undefined;
  /** The base branch; defaults to the settings of git and of the policy. */
  readonly base?: string;
  /** A staged review is coming: what it reads is started at once. */
  readonly staged?: boolean;
  /** Nothing counts that an earlier run left behind in git's folder: for what the host relies on. */
  readonly fresh?: boolean;
  /** Has another process read the policy first where it was not read before: that takes its time, and memory that is not given back. */
  readonly readElsewhere?: () => Promise<void>;
}

/** An open repository with its policy and who is asking. The caller must `close()` it. */
export interface PolicySession {
  readonly repository: Repository;
  /** `undefined` if nothing can be a base yet. */
  readonly base: Base | undefined;
  readonly policy: Policy;
  readonly asking: Asking;
  readonly cache: DiskCache;
  close(): void;
}

/** The base named on the command line does not exist here. */
export class MissingBaseError extends Error {
  constructor(readonly ref: string) {
    super(`${ref} names no commit here. Fetch it, or name another base.`);
  }
}

/**
 * Opens the repository and reads the policy that counts: at the tip of the base branch, made stricter by the default branches'
 * where the base is another; the working copy as a preview where none has a policy (design §3, "Which revision counts"). Rejects
 * with a `GitError` or `MissingBaseError`.
 */
export async function openPolicySession(request: PolicySessionRequest): Promise<PolicySession> {
  const { environment, staged = false, fresh = false, readElsewhere } = request;
  // What has a base named is a range of commits: it needs no files.
  const repository = await openRepository(request.cwd, { environment, staged, bare: request.base !== undefined });
  try {
    const kept = fresh ? noCache : openDiskCache(repository.commonDir, version);
    const cache = readElsewhere === undefined ? kept : filledElsewhere(kept, readElsewhere);
    const setting = request.base ?? settingOf(repository);
    const base = await findBase(repository, setting);
    if (base === undefined && request.base !== undefined) throw new MissingBaseError(request.base);
    const found = base === undefined ? undefined : await readTips(repository, cache, base, setting === undefined);
    const preview = found?.tips.some((tip) => tip.zone !== undefined) !== true;
    const policy: Policy = preview
      ? { tips: [await readTip(workingCopy(repository.root), cache)], preview }
      : { tips: found.tips, preview };
    const name = request.as ?? repository.settings.get('as');
    const asking = identify(policy, name === undefined ? repository.emails : [name]);
    return { repository, base: found?.base, policy, asking, cache, close: () => repository.close() };
  } catch (error) {
    repository.close();
    throw error;
  }
}

/**
 * The `base` setting, unless it names what is checked out, as `HEAD` or by the name of a branch that is not a trunk: compared with
 * itself no change would be left to review.
 */
function settingOf({ settings, head }: Repository): string | undefined {
  const setting = settings.get('base');
  if (setting === undefined || isOwnBranch(setting, head.branch)) return undefined;
  return ['HEAD', '@', head.commit].includes(setting) ? undefined : setting;
}

/** The tips that count for a base; if none was named, the policy's own Base branch setting may choose another. */
async function readTips(
  repository: Repository,
  cache: DiskCache,
  base: Base,
  heedsSetting: boolean,
): Promise<{ readonly base: Base; readonly tips: Policy['tips'] }> {
  const read = (tip: Tip): Promise<PolicyTip> => readTip(commitRevision(repository.objects, tip), cache);
  const [own, all] = await Promise.all([read(base), Promise.all(base.defaults.map(read))]);
  const withZone = all.filter(({ zone }) => zone !== undefined);
  const defaults = withZone.length < all.length && !(await isTrunk(repository, base)) ? all : withZone;
  const named = heedsSetting ? own.zone?.settings.baseBranch : undefined;
  const chosen = named === undefined ? undefined : await findBase(repository, named);
  return chosen === undefined || chosen.commit === base.commit
    ? { base, tips: [own, ...defaults] }
    : { base: chosen, tips: [await read(chosen), own, ...defaults] };
}

/**
 * A trunk that the project left behind without a policy (`master` beside `main`, `dev` or `preview`) locks nothing as long as the base is a
 * trunk itself, by its name or since a team works on it; any other base opens no more than the trunks do.
 */
async function isTrunk(repository: Repository, base: Base): Promise<boolean> {
  return isTrunkName(base.ref) || isSharedDefault(repository, base);
}

/** Whether a branch, by its name alone, is one that all work goes to. */
export function isTrunkName(ref: string): boolean {
  return isSharedName(ref);
}
