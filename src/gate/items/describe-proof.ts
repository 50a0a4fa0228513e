import type { Approvals } from '../approvals/find-approvals.js';
import type { KnownPeople } from '../people/known-people.js';
import type { GateItem } from './gate-item.js';
import { isNamed, type Proof } from './required-people.js';

/** Why an approval by somebody never counts on this pull request. */
const made = /^they (?:sent commits|opened)/;

/** What a proof makes of an item: done by these approvals, or waiting for these people, with why an approval of theirs does not count. */
export function describeProof(
  proof: Proof,
  { refused }: Approvals,
  known: KnownPeople,
): Pick<GateItem, 'state' | 'by' | 'waitsFor' | 'how'> {
  const given = [...new Set(proof.given.map(({ account, review }) => `@${account.handle} (review ${review})`))];
  if (proof.missing.length === 0) return { state: 'done', by: `approved by ${given.join(' and ')}` };
  const waitsFor = [
    ...new Set(
      proof.missing.map(({ names, role }) =>
        names.length > 0 ? names.join(' or ') : `the ${role}, whom the policy does not name`,
      ),
    ),
  ];
  const doubts = refused.flatMap(({ account, why }) => {
    const theirs = account !== undefined && proof.missing.some(({ names }) => isNamed(account, names, known));
    return theirs ? [`@${account.handle} approved, but ${why}.`] : [];
  });
  const roles = [...new Set(proof.missing.map(({ role }) => role))].join(' and ');
  const addresses = proof.missing.flatMap(({ names }) =>
    names.some((name) => name.startsWith('@')) ? [] : names.filter((name) => name.includes('@')),
  );
  const unknown = addresses.map((each) => `Nobody says whose account ${each} is: name a handle in its place.`);
  // No other approval can come from those who made the change themselves.
  const isMaker = (name: string): boolean =>
    refused.some(({ account, why }) => account !== undefined && made.test(why) && isNamed(account, [name], known));
  const isStuck = proof.missing.some(({ names }) => names.length > 0 && names.every(isMaker));
  const way = isStuck
    ? ['An engineer names somebody else beside them, or the PM makes that part in a commit of their own.']
    : [];
  const parts = [`Approval by the ${roles} on the pull request closes it.`, ...new Set(unknown), ...doubts, ...way];
  const how = parts.join(' ');
  return { state: 'waits', waitsFor, how };
}
