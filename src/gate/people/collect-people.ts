import { findAddresses } from '../../text/find-addresses.js';
import type { Change } from '../../change/change.js';
import { coAuthorsOf } from '../../change/find-change-authors.js';
import type { Account, Evidence } from '../evidence.js';

/** Somebody whose change this is, and by what: the host says so of an account, a commit claims it of an address. */
export interface Person {
  /** `undefined` where the host knows no account: the account is deleted, or the address is nobody's. */
  readonly account: Account | undefined;
  /** Lower case; for a person without account only. */
  readonly addresses: readonly string[];
  readonly as: 'author' | 'pusher' | 'committer';
  /** An address that the host takes for an account, who is a person of their own here: what was true of it long ago says nothing. */
  readonly isResolved?: true;
  /** The host was asked for the account of an author or committer, and has none for this address. Of co-authors nobody is told, and GitLab tells of none. */
  readonly isNobodys?: true;
}

/** GitHub's own account for edits on its pages, which commits whatever somebody else wrote. On a server of one's own the number is somebody else's. */
const webFlow = { host: 'https://github.com', id: '19864447', address: 'noreply@github.com' } as const;

/**
 * Everyone whose change a pull request is (design §9, "Whose change"), each once: the host's author, who pushed, and whomever its commits name.
 * Claims of commits only add people. An author whose account is deleted is a person without account or address.
 */
export function collectPeople({ commits }: Change, evidence: Evidence): readonly Person[] {
  const people = new Map<string, Person>();
  // A number is one host's: elsewhere it is somebody's.
  const isWebFlow = ({ id }: Account): boolean => evidence.host.url === webFlow.host && id === webFlow.id;
  const add = (account: Account | null, as: Person['as']): void => {
    if (as === 'committer' && (account === null || isWebFlow(account))) return;
    const key = account === null ? `nobody ${as}` : account.id;
    if (!people.has(key)) people.set(key, { account: account ?? undefined, addresses: [], as });
  };
  add(evidence.pullRequest.author, 'author');
  for (const { by } of evidence.pushes ?? []) add(by, 'pusher');
  const hosted = new Map(evidence.commits.map((each) => [each.commit, each]));
  // Hosts may list more than this: what a merge brought is on the base already.
  for (const { oid } of commits) {
    add(hosted.get(oid)?.author ?? null, 'committer');
    add(hosted.get(oid)?.committer ?? null, 'committer');
  }
  const resolved = new Set(
    commits.flatMap(({ oid, author, committer }) => {
      const host = hosted.get(oid);
      return [
        ...(host?.author ? findAddresses(author.email) : []),
        ...(host?.committer ? findAddresses(committer.email) : []),
      ];
    }),
  );
  const nobodys = new Set(
    commits.flatMap(({ oid, author, committer }) => {
      const host = evidence.host.kind === 'github' ? hosted.get(oid) : undefined;
      return [
        ...(host?.author === null ? findAddresses(author.email) : []),
        ...(host?.committer === null ? findAddresses(committer.email) : []),
      ];
    }),
  );
  const addresses = commits.flatMap((commit) => [
    ...findAddresses(commit.author.email),
    ...findAddresses(commit.committer.email),
    ...coAuthorsOf(commit),
  ]);
  for (const address of new Set(addresses)) {
    if (address.toLowerCase() === webFlow.address) continue;
    const isResolved = resolved.has(address) && { isResolved: true as const };
    const isNobodys = nobodys.has(address) && !resolved.has(address) && { isNobodys: true as const };
    const said = { ...isResolved, ...isNobodys };
    people.set(address, { account: undefined, addresses: [address.toLowerCase()], as: 'committer', ...said });
  }
  return [...people.values()];
}
