import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Asking, Policy } from '../../../policy/policy.js';
import type { PolicySession } from '../../../policy/policy-session.js';
import { readFileStamp } from '../../../git/file-stamp.js';
import { openGit } from '../../../git/git.js';
import { GitError } from '../../../git/git-error.js';
import { indexQuery } from '../../../git/git-queries.js';
import { createTrackedJudge } from '../../../policy/tracked-judge.js';
import { emptyTrackedIndex, indexTracked, type TrackedIndex } from '../../../policy/tracked-index.js';
import { typedPolicyOf, type TypedFile } from './typed-policy-of.js';
import { findPilotBranches } from '../../../setup/find-pilot-branches.js';
import type { RepositoryState, SessionSnapshot } from '../repository-state.js';
import { editorGitEnvironment } from '../../ui/editor-git-environment.js';

export interface RepositoryReading {
  /** Who is asking; else git's settings decide. */
  readonly as?: string | undefined;
  /** What it holds is reused where it still applies: in a large repository the paths are most of the work. */
  readonly before?: RepositoryState | undefined;
  /** Is judged by in place of the policy that counts. */
  readonly typed?: TypedFile | undefined;
  readonly openPolicy: () => Promise<PolicySession>;
}

/** Reads a repository once and closes it. Git's errors are data. */
export async function readRepository(
  root: string,
  { as, before, typed, openPolicy }: RepositoryReading,
): Promise<RepositoryState> {
  const previous = before?.kind === 'open' ? before.snapshot : undefined;
  // Without a policy the paths are not needed.
  const ahead = previous && listAhead(root, previous);
  try {
    const policySession = await openPolicy();
    try {
      const { base } = policySession;
      const { policy, asking } = typed === undefined ? policySession : await typedPolicyOf(typed, as);
      const repository = factsOf(policySession.repository);
      const hasPolicy = policy.tips.some((tip) => tip.zone !== undefined);
      const list = async (): Promise<Listed> => {
        const stamp = await indexStamp(repository.gitDir);
        return { stamp, index: indexTracked(await policySession.repository.git.run(indexQuery), previous?.index) };
      };
      const { index, stamp } = hasPolicy
        ? ((await ahead) ?? (await list()))
        : { index: emptyTrackedIndex, stamp: undefined };
      const { tracked, findCollision, isFolder } = index;
      const judgedBy = judgedByOf(policy, asking, index);
      const waits = !hasPolicy && (await findPilotBranches(policySession.repository)).length > 0;
      const signature = signatureOf(repository, base, judgedBy, waits);
      const judge =
        previous?.judgedBy === judgedBy
          ? previous.judge
          : createTrackedJudge({ policy, asking }, tracked, findCollision);
      const facts = { root, repository, base, policy, asking, tracked, index, stamp, signature };
      const snapshot = { ...facts, judgedBy, judge, isFolder };
      return hasPolicy ? { kind: 'open', snapshot } : { kind: 'no-policy', snapshot, waits };
    } finally {
      policySession.close();
    }
  } catch (error) {
    if (error instanceof GitError) return { kind: 'git-error', error };
    throw error;
  }
}

/** What stays true once the repository is closed. */
function factsOf({
  root,
  gitDir,
  commonDir,
  head,
  mergeHead,
  email,
  name,
  remotes,
  shallow,
}: RepositoryFacts): RepositoryFacts {
  return { root, gitDir, commonDir, head, mergeHead, email, name, remotes, shallow };
}

type RepositoryFacts = SessionSnapshot['repository'];
type Listed = Pick<SessionSnapshot, 'index' | 'stamp'>;

/** Lists the tracked paths while the policy is read; `undefined` where git fails, which is then retried. */
async function listAhead(root: string, previous: SessionSnapshot): Promise<Listed | undefined> {
  const stamp = await indexStamp(previous.repository.gitDir);
  if (stamp !== undefined && stamp === previous.stamp) return previous;
  try {
    return {
      stamp,
      index: indexTracked(await openGit(root, { environment: editorGitEnvironment() }).run(indexQuery), previous.index),
    };
  } catch {
    return undefined;
  }
}

/** `undefined` where git is configured to use another index. */
async function indexStamp(gitDir: string): Promise<string | undefined> {
  return process.env['GIT_INDEX_FILE'] === undefined ? readFileStamp(join(gitDir, 'index')) : undefined;
}

function signatureOf(
  repository: RepositoryFacts,
  base: PolicySession['base'],
  judgedBy: string,
  waits: boolean,
): string {
  const { head, mergeHead, email, name, remotes, shallow } = repository;
  return digest([head, mergeHead, email, name, remotes, shallow, base, judgedBy, waits]);
}

/**
 * A commit id identifies its policy, which is told by its name; the policy of a working copy has none and is included completely. What is open can
 * change with the day.
 */
function judgedByOf({ preview, tips }: Policy, asking: Asking, { signature }: TrackedIndex): string {
  const today = new Date().toISOString().slice(0, 10);
  return digest([preview, tips.map((tip) => [tip.ref, tip.commit ?? tip]), asking, signature, today]);
}

function digest(facts: readonly unknown[]): string {
  return createHash('sha1').update(JSON.stringify(facts)).digest('hex');
}
