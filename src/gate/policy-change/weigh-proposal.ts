import { comparePolicies, type PolicyComparison } from '../../doctor/compare-policies.js';
import { readsAlike } from '../../doctor/reads-alike.js';
import type { TrackedPaths } from '../../git/list-tracked.js';
import type { Policy } from '../../policy/policy.js';
import type { PolicyChange } from '../policy-change.js';
import { findWrittenOpenings, type WrittenOpening } from './find-written-openings.js';
import type { ProposedPolicy } from './read-proposed-policy.js';
import type { SteeringFile } from './steering-files.js';

/** What a proposed policy comes to beside the one that judges. */
export interface WeighedProposal extends Pick<PolicyChange, 'effect' | 'comparison'> {
  readonly written: readonly WrittenOpening[];
  /** More people over more files than can be compared in good time. */
  readonly isTooMuch: boolean;
}

/** Compares the policy with what is proposed. What reads as before is not compared, nor is what nobody would ever write. */
export async function weighProposal(
  policy: Policy,
  { policy: proposed, clashes }: ProposedPolicy,
  files: readonly SteeringFile[],
  listPaths: () => Promise<TrackedPaths>,
  today: string,
): Promise<WeighedProposal> {
  const nothing = { comparison: noDifference, written: [], isTooMuch: false };
  // Where the base has no zone of its own nothing is read of its files yet.
  const isKnown = clashes.length === 0 && policy.tips[0].zone !== undefined;
  if (isKnown && files.every(isPlainEdit) && readsAlike(policy, proposed)) return { ...nothing, effect: 'none' };
  const tracked = await listPaths();
  const rows = [policy, proposed]
    .flatMap(({ tips }) => tips)
    .reduce((sum, { zone }) => sum + (zone?.roster?.length ?? 0), 0);
  if (rows > mostRows || rows * tracked.paths.length > mostJudgements)
    return { ...nothing, effect: 'unknown', isTooMuch: true };
  const comparison = comparePolicies(policy, proposed, tracked, today);
  const written = findWrittenOpenings(policy, proposed);
  const opens = written.length > 0 || isOpening(comparison) || files.some(({ isRead }) => !isRead);
  const effect = clashes.length > 0 ? 'unknown' : opens ? 'opens' : 'closes';
  return { effect, comparison, written, isTooMuch: false };
}

/** Anybody can send a policy of ten thousand PMs, and the others wait for it. */
const mostRows = 400;
const mostJudgements = 20_000_000;

const noDifference: PolicyComparison = { people: [], settings: [], owners: [] };

/** An edit in place, of a text that the policy is read from. */
function isPlainEdit({ file: { before, after }, isRead }: SteeringFile): boolean {
  return isRead && before?.text !== undefined && after?.text !== undefined && before.mode === after.mode;
}

function isOpening({ people, settings, owners }: PolicyComparison): boolean {
  return (
    people.some(({ isUnjudged, opened, loosened }) => isUnjudged || opened.length + loosened.length > 0) ||
    [...settings, ...owners].some(({ opens }) => opens)
  );
}
