import { findCollidingPaths } from '../policy/find-colliding-paths.js';
import type { Change, LoadedChange } from '../change/change.js';
import { fold } from '../policy/fold.js';
import { createJudge } from '../policy/judge.js';
import { narrowPolicy } from '../policy/narrow-policy.js';
import type { DiskCache } from '../git/disk-cache.js';
import { once } from '../git/once.js';
import type { PolicySession } from '../policy/policy-session.js';
import type { Judgement } from '../policy/policy.js';
import type { Moment, ReviewContext } from './check.js';
import type { ParsedCatalogs } from './uses/parse-once.js';
import type { TextMemory } from '../text/text-memory.js';
import { rememberSearches } from './memory/remember-searches.js';
import { readFlagChange } from '../flags/read-flag-change.js';
import type { TextUsers } from '../planning/linked-plan.js';
import { usersByCatalog } from './uses/users-by-catalog.js';

/** Whose change it is by which policy, on which day (`2027-01-11`): today's where it is left out; and what the reviews before it remember. */
export type ReviewedSession = Pick<PolicySession, 'policy' | 'asking' | 'cache' | 'repository'> & {
  readonly today?: string;
  readonly remember?: TextMemory | undefined;
};

/** All that the checks and the draft look at: the change judged path by path, its flags and its plan computed once when asked for. */
export async function buildReviewContext(
  session: ReviewedSession,
  { change, snapshot: unsearched, stagedSnapshot }: LoadedChange,
  moment: Moment,
): Promise<ReviewContext> {
  const { policy, asking, cache, remember } = session;
  const getOrCompute: DiskCache['getOrCompute'] = (kind, key, compute) => cache.getOrCompute(kind, key, compute);
  // What the host relies on is computed anew.
  const remembered = moment !== 'pull-request' && { getOrCompute, ...(remember && { remember }) };
  const snapshot = remembered ? rememberSearches(unsearched, change.base.commit, getOrCompute) : unsearched;
  const parsed: ParsedCatalogs = new WeakMap();
  const texts = once(async () => {
    const { findTextUses } = await import('./uses/find-text-uses.js');
    return findTextUses({ change, snapshot, parsed });
  });
  const judgeWords = once(async () => {
    // It reads programs, which few changes of words have.
    const { createWordsJudge } = await import('./gates/likely-words/words-judge.js');
    return createWordsJudge({ change, snapshot, policy });
  });
  const flags = once(() => readFlagChange({ policy, change, snapshot, ...remembered }));
  const judgements = await judgeChange(session, change);
  // A commit waits for nothing that only explains.
  const explains = moment !== 'commit' && moment !== 'edit';
  const closedSince = explains
    ? await (await import('./engine/find-closed-since.js')).findClosedSince(session, change, judgements)
    : undefined;
  return {
    moment,
    policy,
    asking,
    change,
    snapshot,
    parsed,
    ...remembered,
    judgements,
    ...(closedSince && { closedSince }),
    flags,
    ...(change.staged &&
      stagedSnapshot && {
        staged: await buildReviewContext(session, { change: change.staged, snapshot: stagedSnapshot }, moment),
      }),
    texts,
    placesOfOldWords: once(async () => {
      const { findPlacesOfOldWords } = await import('./find-places-of-old-words.js');
      return findPlacesOfOldWords({ change, snapshot, parsed });
    }),
    words: async (file) => (await judgeWords())(file),
    plan: once(async () => {
      // A commit waits for no plan.
      const { linkPlan } = await import('../planning/link-plan.js');
      const users = async (): Promise<TextUsers> => usersByCatalog(await texts());
      return linkPlan({ change, snapshot, policy, asking, flags, users, ...remembered });
    }),
  };
}

/** Each changed path by what it was and what it is: a link that is gone and one that is new are both no plain file. */
async function judgeChange(
  { policy, asking, repository, today }: Omit<ReviewedSession, 'cache'>,
  change: Change,
): Promise<ReadonlyMap<string, Judgement>> {
  const collisions = await findCollidingPaths(repository.objects, change, fold);
  const near = narrowPolicy(
    policy,
    change.files.map((file) => file.path),
  );
  const judge = createJudge(near, asking, {
    collides: (path) => collisions.get(path),
    ...(today !== undefined && { today }),
  });
  const judgements = new Map<string, Judgement>();
  for (const { path, before, after } of change.files) {
    const was = judge.judge(path, { mode: before?.mode });
    const is = before?.mode === after?.mode ? was : judge.judge(path, { mode: after?.mode });
    judgements.set(path, was.standing === 'locked' ? was : is);
  }
  return judgements;
}
