import { findBase, type Base, type Tip } from '../repository/find-base.js';
import { openMemory, type Memory } from '../repository/memory.js';
import { openRepository, type Repository } from '../repository/repository.js';
import { identify } from './asking.js';
import type { Asking, Policy, PolicyTip } from './policy.js';
import { readTip } from './read-tip.js';
import { commitRevision, workingCopy } from './revision.js';
import { version } from './version.js';

export interface ZoneRequest {
  /** Any folder of the repository. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Who is asking, as an e-mail address or handle; else git's settings say. */
  readonly as?: string;
  /** The base branch; else the settings of git and of the policy say. */
  readonly base?: string;
  /** A staged review is coming: what it reads is started at once. */
  readonly staged?: boolean;
}

/** A repository with its policy and who is asking. `close()` it in the end. */
export interface OpenZone {
  readonly repository: Repository;
  /** `undefined` where nothing can be a base yet. */
  readonly base: Base | undefined;
  readonly policy: Policy;
  readonly asking: Asking;
  readonly memory: Memory;
  close(): void;
}

/** Named on the command line and not there: the caller says so. */
export class NoSuchBase extends Error {
  constructor(readonly ref: string) {
    super(`${ref} names no commit here. Fetch it, or name another base.`);
  }
}

/**
 * Opens the repository and reads the policy that counts: at the tip of the base branch, made stricter by the default branches'
 * where the base is another; the working copy as a preview where none has a policy (design §3, "Which revision counts"). Rejects
 * with a `GitTrouble` or `NoSuchBase`.
 */
export async function openZone(request: ZoneRequest): Promise<OpenZone> {
  const { environment, staged = false } = request;
  const repository = await openRepository(request.cwd, { environment, staged });
  try {
    const memory = openMemory(repository.commonDir, version);
    const setting = request.base ?? repository.settings.get('base');
    const { base, tips } = await readTips(repository, memory, request.base, setting);
    const preview = !tips.some((tip) => tip.zone !== undefined);
    const [first, ...others] = preview ? [await readTip(workingCopy(repository.root), memory)] : tips;
    const policy: Policy = { tips: [first ?? nothing, ...others], preview };
    const name = request.as ?? repository.settings.get('as') ?? repository.email;
    const asking = identify(policy, name === undefined ? [] : [name]);
    return { repository, base, policy, asking, memory, close: () => repository.close() };
  } catch (trouble) {
    repository.close();
    throw trouble;
  }
}

const nothing: PolicyTip = {
  ref: 'nothing',
  commit: undefined,
  zone: undefined,
  codeowners: undefined,
  skill: undefined,
};

async function readTips(
  repository: Repository,
  memory: Memory,
  asked: string | undefined,
  setting: string | undefined,
): Promise<{ readonly base: Base | undefined; readonly tips: readonly PolicyTip[] }> {
  const base = await findBase(repository, setting);
  if (base === undefined) {
    if (asked !== undefined) throw new NoSuchBase(asked);
    return { base, tips: [] };
  }
  const read = (tip: Tip): Promise<PolicyTip> => readTip(commitRevision(repository.objects, tip), memory);
  const [own, ...defaults] = await Promise.all([base, ...base.defaults].map(read));
  const named = own?.zone?.settings.baseBranch;
  const chosen = setting === undefined && named !== undefined ? await findBase(repository, named) : undefined;
  if (own === undefined || chosen === undefined || chosen.commit === base.commit) {
    return { base, tips: own === undefined ? [] : [own, ...defaults.filter((tip) => heeds(base, tip))] };
  }
  return { base: chosen, tips: [await read(chosen), own, ...defaults.filter((tip) => heeds(base, tip))] };
}

/** Names that projects give the branch that all work goes to. */
const trunk =
  /(?:^|\/)(?:main|mainline|master|trunk|dev|devel|develop|development|default|next|canary|edge|stable|staging|production|release)$/;

/**
 * A trunk that the project left behind without a policy (`master` beside `main` or `dev`) closes nothing, as long as the base is a
 * trunk itself; any other base is opened by no more than the trunks open.
 */
function heeds(base: Base, tip: PolicyTip): boolean {
  return tip.zone !== undefined || !trunk.test(base.ref);
}
