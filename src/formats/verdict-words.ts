import type { Claim } from '../attestations/word.js';
import type { Moment } from '../review/check.js';
import { sayForHost } from '../review/for-host.js';
import { namesBothDris, isLeftToAuthor } from '../review/list-to-confirm.js';
import type { HostThing, ItemVerdict, Review, ReviewItem, RevisionName } from '../review/review.js';

/** The sentence that a review begins with: what is the matter and what to do next. */
export function verdictSentence(review: Review): string {
  return sayForHost(sentenceOf(review), review.thing);
}

function sentenceOf(review: Review): string {
  const { verdict, author, policy, crashes } = review;
  if (author.kind === 'not-on-roster') {
    return `${author.names[0] ?? 'The author'} is not on the list of PMs, so PM Zone does not judge this change.`;
  }
  if (crashes.length > 0) return 'Part of this review could not run, so nothing can be said for the change as a whole.';
  if (policy.preview)
    return 'This is a preview: the branch that everybody works from has no PM zone yet, so nothing can be ready before it does.';
  switch (verdict) {
    case 'ready':
      return review.files === 0 ? 'Nothing has changed, so there is nothing to review.' : readySentences[review.moment];
    case 'needs-fix':
      return waitsForEngineering(review)
        ? "The PM's part is done. It waits for what the engineering DRI confirms on the pull request."
        : 'Not ready yet. Fix what is listed below, then review again.';
    case 'blocked':
      return 'Blocked. Something in this change must not go on as it is: see the first points below.';
  }
}

/** For whoever reads it elsewhere or later: what was reviewed, by which policy and for whom. */
export function basisSentence({ head, base, policy, author }: Review): string {
  const named = ({ ref, commit }: RevisionName): string =>
    commit === undefined ? ref : `${ref} at ${commit.slice(0, 10)}`;
  const names = author.names.slice(0, 10).join(', ');
  return `Reviewed ${named(head)} against ${named(base)}, by the policy of ${named(policy)}${names === '' ? '' : `, as a change of ${names}`}.`;
}

function waitsForEngineering({ findings, items }: Review): boolean {
  return (
    findings.every((finding) => finding.severity === 'note') &&
    items.every(
      (item) =>
        item.due !== undefined || (item.verdict !== 'needs-fix' && (item.verdict !== 'attest' || item.by !== 'author')),
    ) &&
    items.some((item) => item.due === undefined && (item.verdict === 'claimed' || item.verdict === 'attest'))
  );
}

const readySentences: Readonly<Record<Moment, string>> = {
  edit: 'Ready to commit. What is due later is marked below.',
  commit: 'Ready to commit. What is due later is marked below.',
  push: 'Ready for the pull request. What the engineering DRI confirms there is marked below.',
  'pull-request': 'Ready: every item is decided.',
};

/** Not due yet, and nothing is known of it so far. */
export function isNotYetDue(item: ReviewItem): boolean {
  return item.due !== undefined && item.verdict !== 'pass' && item.verdict !== 'attested';
}

/** An item's verdict in plain words, with what is due later said as such and never as passed (design §6, "Moments"). */
export function describeVerdict(item: ReviewItem, thing?: HostThing): string {
  return sayForHost(wordsFor(item), thing);
}

function wordsFor(item: ReviewItem): string {
  if (item.due !== undefined && isNotYetDue(item)) {
    const when = item.due === 'pull-request' ? 'on' : 'before';
    return `due ${when} the pull request${item.by === 'engineering DRI' ? ` (${confirmers(item)})` : ''}`;
  }
  if (isLeftToAuthor(item)) return `yours to confirm${aboutSetAside(item)}`;
  if (item.verdict === 'attest') return `${confirmers(item)} to confirm`;
  return item.claimedBy === undefined
    ? verdictWords[item.verdict]
    : `${verdictWords[item.verdict]} (${personOf(item.claimedBy)}, says ${item.claimedBy.commit.slice(0, 10)})`;
}

/** Who confirms an item that is not the author's. */
function confirmers(item: ReviewItem): string {
  return namesBothDris(item) ? 'engineering DRI and product DRI' : 'engineering DRI';
}

function aboutSetAside({ setAside }: ReviewItem): string {
  return setAside === undefined
    ? ''
    : ` (commit ${setAside.commit.slice(0, 10)} by ${personOf(setAside)} confirms it, which does not count, since ${setAside.why})`;
}

/** Whoever made a commit wrote this: it stands in the middle of a sentence of ours. */
function personOf({ address }: Claim): string {
  return address.replace(/[^\p{L}\p{N}@.+_[\]-]+/gu, ' ').slice(0, 100);
}

const verdictWords: Readonly<Record<Exclude<ItemVerdict, 'attest'>, string>> = {
  pass: 'pass',
  'needs-fix': 'needs fix',
  blocker: 'BLOCKER',
  attested: 'confirmed by the author',
  claimed: 'claimed, to be proven on the pull request',
  'not-applicable': 'does not apply',
};
