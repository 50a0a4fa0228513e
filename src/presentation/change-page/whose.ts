import type { Commit } from '../../change/change.js';
import { isOwnAddress } from '../../policy/asking.js';
import type { Asking } from '../../policy/policy.js';
import { printable } from '../../text/printable.js';

/** Who made the commits of a change where none is by who is asking: it is somebody else’s, whose branch is open. */
export function otherAuthors(commits: readonly Pick<Commit, 'author'>[], asking: Asking): readonly string[] {
  if (commits.some(({ author }) => isOwnAddress(asking, author.email))) return [];
  return [...new Set(commits.map(({ author }) => printable(author.name)))];
}
