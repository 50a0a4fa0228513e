import { parseBaseBranch } from '../git/base-branch.js';
import type { Tip } from '../git/find-base.js';
import type { Repository } from '../git/repository.js';
import type { PolicySession } from '../policy/policy-session.js';

/** The branch of the host that a pilot begins at, and what is to be known of the others. */
export interface PilotBranches {
  /** What the host calls it; `undefined` where it is none of the host's. */
  readonly base: string | undefined;
  /** The host's default branch, where the pilot begins at another one. */
  readonly default: string | undefined;
  /** The branch to which work seems to go first, where the pilot begins at the default one. */
  readonly newer: NewerBranch | undefined;
}

export interface NewerBranch extends Tip {
  readonly branch: string;
  /** How many commits it has that the other one has not. */
  readonly ahead: number;
}

/** What teams call a branch on which work is gathered before it comes to the default one. */
const gathering = ['dev', 'devel', 'develop', 'development'];

/** Reads the branches of the host around the commit that a pilot begins at. Rejects with a `GitError`. */
export async function readPilotBranches(
  { repository, base }: Pick<PolicySession, 'repository' | 'base'>,
  start: Tip,
): Promise<PilotBranches> {
  const { remote, branch } = parseBaseBranch(repository, start.ref);
  const usual = base && parseBaseBranch(repository, base.ref);
  const isUsual = base?.ref === start.ref;
  const named = branch !== 'HEAD' && (isUsual || remote !== undefined) ? branch : undefined;
  const others = named !== undefined && !isUsual && usual?.branch !== named;
  return {
    base: named,
    default: others && usual?.branch !== 'HEAD' ? usual?.branch : undefined,
    newer: isUsual && remote !== undefined ? await findNewer(repository, remote, start) : undefined,
  };
}

async function findNewer(
  { git }: Pick<Repository, 'git'>,
  remote: string,
  start: Tip,
): Promise<NewerBranch | undefined> {
  if (gathering.some((name) => start.ref === `${remote}/${name}`)) return undefined;
  const names = gathering.map((name) => `refs/remotes/${remote}/${name}`);
  const lines = (await git.run(['for-each-ref', '--format=%(objectname) %(refname)', ...names])).toString('utf8');
  const found: NewerBranch[] = [];
  for (const line of lines.split('\n').filter((each) => each !== '')) {
    const [commit = '', name = ''] = line.split(' ');
    const count = await git.run(['rev-list', '--count', '--end-of-options', `${start.commit}..${commit}`]);
    const ref = name.slice('refs/remotes/'.length);
    found.push({ ref, commit, branch: ref.slice(remote.length + 1), ahead: Number(count.toString('utf8')) });
  }
  const [most] = found.filter(({ ahead }) => ahead > 0).sort((one, other) => other.ahead - one.ahead);
  return most;
}
