import type { Commit } from '../change/change.js';
import { findAddresses } from '../text/find-addresses.js';
import { normalizeHandle } from '../policy/asking.js';
import type { Policy, RosterRow } from '../policy/policy.js';

/** What of a commit says whose word it gives. */
export type CommitOfWord = Pick<Commit, 'author' | 'parents' | 'isAmbiguous'>;

/**
 * Why a commit gives no PM's word; `undefined` where it does. Its author has to stand on the roster letter by letter: what is close is taken for a
 * PM elsewhere, where that closes something, and for nobody here, where it opens; `others` are rows that the host knows the author by. Without
 * any roster everyone is judged as a PM.
 */
export function whyNotCounted(
  policy: Policy,
  { author, parents, isAmbiguous }: CommitOfWord,
  others: readonly RosterRow[] = [],
): string | undefined {
  if (parents.length > 1) return 'it merges branches';
  if (isAmbiguous) return 'its message or its author can be read in more than one way';
  const address = author.email.toLowerCase();
  if (!/^[!-~]+$/.test(author.email) || findAddresses(address).join() !== address)
    return 'its author is named by no e-mail address';
  const rosters = policy.tips.flatMap(({ zone }) => (zone?.roster === undefined ? [] : [zone.roster]));
  if (rosters.length === 0) return undefined;
  const rows = [...rosters.flat().filter((row) => isNamed(row, address)), ...others];
  if (rows.length === 0) return 'its author is not on the list of PMs';
  return rows.some(({ revoked }) => revoked) ? 'its author is no longer a pilot PM' : undefined;
}

/** `address` is in lower case. */
function isNamed({ emails, handles }: RosterRow, address: string): boolean {
  const handle = /^(?:\d+[+-])?([^@+]+)@users\.noreply\.[^@]+$/.exec(address)?.[1];
  return (
    emails.some((email) => email.toLowerCase() === address) || handles.some((each) => normalizeHandle(each) === handle)
  );
}
