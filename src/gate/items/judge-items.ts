import { listToConfirm, toWhoConfirms } from '../../review/list-to-confirm.js';
import type { Finding, Review, ReviewItem } from '../../review/review.js';
import type { Approvals } from '../approvals/find-approvals.js';
import type { KnownPeople } from '../people/known-people.js';
import { describeProof } from './describe-proof.js';
import type { GateItem } from './gate-item.js';
import { proveApprovals, type RequiredPeople } from './required-people.js';

/** Who has to approve what, and what was approved. */
export interface ItemRules {
  readonly approvals: Approvals;
  readonly known: KnownPeople;
  readonly engineering: readonly RequiredPeople[];
  readonly product: readonly RequiredPeople[];
  /** Owners of the `pair` paths of the change, each list one from which somebody has to approve. */
  readonly owners: readonly RequiredPeople[];
  /** The plan's approval, where the change goes by a plan. */
  readonly plan: Pick<GateItem, 'state' | 'by' | 'waitsFor' | 'how'> | undefined;
  /** Findings that a DRI waived, by their names, with by whom. */
  readonly waived: ReadonlyMap<string | undefined, string>;
  /** What was said against a finding and does not count, in sentences. */
  readonly whyNotWaived: (finding: Finding) => readonly string[];
}

/** Each item of a review by who closes it: the PM, the people whom the policy names, or nobody any more. */
export function judgeItems(review: Review, rules: ItemRules): readonly GateItem[] {
  const { items, findings } = review;
  const { approvals, known, engineering, product, owners, plan, waived, whyNotWaived } = rules;
  const proved = (required: readonly RequiredPeople[]): ReturnType<typeof describeProof> =>
    describeProof(proveApprovals(required, approvals, known), approvals, known);
  return items.map((item): GateItem => {
    const { id, section, text, verdict, check } = item;
    const head = { id, section, text };
    // What is changed together with an engineer may be another team's, whatever else is asked of the zone.
    const people = [...engineering, ...(check === 'zone' ? owners : [])];
    switch (verdict) {
      case 'attest':
        if (item.by === 'author') return { ...head, state: 'pm', how: howToConfirm(item) };
        return {
          ...head,
          ...withWhat(proved(id === 'sign-off' ? [...engineering, ...product] : people), review, check),
        };
      case 'claimed':
        if (check === 'planning-complete' && plan !== undefined) return { ...head, ...plan };
        return { ...head, ...proved(people) };
      case 'blocker':
      case 'needs-fix': {
        const open = findings.filter((finding) => finding.check === check && finding.severity !== 'note');
        const by = open.map((finding) => waived.get(finding.id));
        if (open.length === 0 || by.includes(undefined)) {
          const said = open.filter(({ id: own }) => !waived.has(own)).flatMap(whyNotWaived);
          return { ...head, state: 'pm', how: [howToMend(open.length), ...new Set(said)].join(' ') };
        }
        // A false alarm less is no approval of what else the item says.
        const proof = check === 'planning-complete' && plan !== undefined ? plan : proved(engineering);
        const waiver = `called a false alarm by ${[...new Set(by)].join(' and ')}`;
        return { ...head, ...proof, ...(proof.state === 'done' && { by: `${waiver}; ${proof.by as string}` }) };
      }
      case 'pass':
        return check === 'planning-complete' && plan !== undefined ? { ...head, ...plan } : { ...head, state: 'done' };
      case 'attested':
        return { ...head, state: 'done', by: claimOf(item) };
      case 'not-applicable':
        return { ...head, state: 'not-applicable' };
    }
  });
}

/** What is listed of what was left to decide; the findings have all of it. */
const mostDecided = 3;

/**
 * With what no check could decide: who approves “everything is behind the flag” where the plan has none approves that there is none, and a record
 * without it would say the contrary.
 */
function withWhat(
  proof: ReturnType<typeof describeProof>,
  review: Review,
  check: string | undefined,
): ReturnType<typeof describeProof> {
  const left = listToConfirm(review).filter((finding) => finding.check === check);
  if (left.length === 0) return proof;
  const said = left.slice(0, mostDecided).map(({ path, line, message }) => {
    const words = toWhoConfirms(message);
    const isSaid = path === undefined || words.startsWith(path);
    return isSaid ? words : `${path}${line === undefined ? '' : `:${line}`}: ${words}`;
  });
  const what = [...said, ...(left.length > mostDecided ? [`… and ${left.length - mostDecided} more.`] : [])].join(' ');
  return proof.state === 'done'
    ? { ...proof, by: `${proof.by as string}. Decided by that: ${what}` }
    : { ...proof, how: `${proof.how as string} To decide: ${what}` };
}

function howToMend(findings: number): string {
  return findings > 0
    ? 'The PM mends what is listed for it.'
    : 'It could not be decided; run the review again or ask an engineer.';
}

function howToConfirm({ setAside }: ReviewItem): string {
  const other =
    setAside === undefined
      ? ''
      : ` What ${setAside.address} says of it in ${setAside.commit.slice(0, 12)} does not count, since ${setAside.why}.`;
  return `The PM confirms it (pm-zone attest), then shares the change again.${other}`;
}

/** The PM's word is a claim of whoever made the commit; a DRI's approval stands over it. */
function claimOf({ claimedBy }: ReviewItem): string {
  return claimedBy === undefined
    ? 'confirmed by the PM'
    : `confirmed by ${claimedBy.address} in commit ${claimedBy.commit.slice(0, 12)}, which is their own word`;
}
