import type { Tip } from '../../git/find-base.js';
import { listCommitted, type TrackedPaths } from '../../git/list-tracked.js';
import { controlFilesOf } from '../../policy/control-files.js';
import type { Judgement } from '../../policy/policy.js';
import type { ReviewContext } from '../../review/check.js';
import type { Finding } from '../../review/review.js';
import { joinSome } from '../../text/join-words.js';
import type { GateItem } from '../items/gate-item.js';
import type { PolicyChange } from '../policy-change.js';
import { findControlFiles } from './find-control-files.js';
import { findPolicyFindings } from './find-policy-findings.js';
import { judgeFreeze } from './judge-freeze.js';
import { judgeWaves } from './judge-waves.js';
import { ownersItem } from './owners-item.js';
import { readProposedPolicy, type GateSession } from './read-proposed-policy.js';
import type { WordOfOwners } from './required-owners.js';
import { findSteeringFiles } from './steering-files.js';
import { weighProposal } from './weigh-proposal.js';

/** What a change of the policy comes to, what is open of it, and what it opens at which line. */
export interface JudgedPolicyChange {
  readonly change: PolicyChange;
  readonly items: readonly GateItem[];
  readonly findings: readonly Finding[];
}

/**
 * Judges a change of what judges PMs, whoever made it (design §9, "Whose change"): by the base's policy, what it opens and closes for whom, whether
 * its owners approved it, and whether compliance did where the pilot runs. `undefined` where it touches nothing of that. Rejects with a `GitError`.
 */
export async function judgePolicyChange(
  session: GateSession,
  base: Tip,
  context: ReviewContext,
  word: WordOfOwners,
  today: string,
): Promise<JudgedPolicyChange | undefined> {
  const { change, judgements } = context;
  const { policy } = session;
  const { control, moved } = await findControlFiles(session, base, change);
  const touched = findSteeringFiles(change.files, control);
  if (touched.length === 0 && moved.length === 0) return undefined;
  const proposed = await readProposedPolicy(session, base, change);
  const all = findSteeringFiles(change.files, [...control, ...controlFilesOf(proposed.policy)]);
  const files = [...new Set([...all.map(({ file }) => file.path), ...moved])];
  const clashes = [...new Set([...proposed.clashes, ...moved])];
  const listPaths = (): Promise<TrackedPaths> => listBoth(session, base.commit, change.head.commit as string);
  const weighed = await weighProposal(policy, { ...proposed, clashes }, all, listPaths, today);
  const { effect, comparison, written } = weighed;
  const frozen = judgeFreeze(policy, effect, word, today);
  const owners = files.map((path) => (judgements.get(path) as Judgement).owners);
  return {
    change: { files, effect, day: today, frozenUntil: frozen.until, compliance: frozen.compliance, comparison },
    items: [
      ownersItem(policy, { files, effect, owners }, word),
      ...(effect === 'unknown' ? [unknownItem(weighed.isTooMuch ? [] : clashes, base)] : []),
      ...frozen.items,
      ...judgeWaves(policy, proposed.policy, word),
    ],
    findings: findPolicyFindings({
      policy,
      proposed: proposed.policy,
      comparison,
      written,
      files,
      isRefused: frozen.isRefused,
    }),
  };
}

function unknownItem(clashes: readonly string[], { ref }: Tip): GateItem {
  return {
    id: 'policy-branch',
    section: 'Scope',
    text: 'What PMs may do once this is merged can be told',
    state: 'pm',
    how:
      clashes.length === 0
        ? 'It names more PMs over more files than can be compared. Send it in parts.'
        : `${joinSome(clashes, 3)} changed on ${ref} too since this branch began. Bring the branch up to date with ${ref}; then it is judged again.`,
  };
}

/** What the repository would hold, and what either side has. */
async function listBoth({ repository }: GateSession, base: string, head: string): Promise<TrackedPaths> {
  const [ours, theirs] = await Promise.all([listCommitted(repository, base), listCommitted(repository, head)]);
  const there = new Set(theirs.paths);
  return {
    paths: [...there, ...ours.paths.filter((path) => !there.has(path))],
    special: new Map([...[...ours.special].filter(([path]) => !there.has(path)), ...theirs.special]),
  };
}
