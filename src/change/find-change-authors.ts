import { findAddresses } from '../text/find-addresses.js';
import type { Change, Commit } from './change.js';

/** Variables in which CI services say who opened, pushed or started it: GitHub Actions' and GitLab CI's documentation. */
const variables = ['GITHUB_ACTOR', 'GITHUB_TRIGGERING_ACTOR', 'GITLAB_USER_EMAIL', 'GITLAB_USER_LOGIN'] as const;

/**
 * Everyone whose change this is: each commit's author, committer and co-authors, and whom the CI service names. Any of them on
 * the roster makes it a PM's change (design §3, "Who is asking").
 */
export function findChangeAuthors(change: Change, environment: Readonly<Record<string, string | undefined>>): string[] {
  const people = change.commits.flatMap((commit) => [
    commit.author.email,
    commit.committer.email,
    ...coAuthorsOf(commit),
  ]);
  const named = [...people, ...variables.flatMap((name) => environment[name] ?? [])].filter((name) => name !== '');
  // An address is the same in capitals; the first way it is written is kept.
  const known = new Map<string, string>();
  for (const name of named) if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), name);
  return [...known.values()];
}

/** The addresses of everyone whom a commit names as co-author, or in another place where a name claims something. */
export function coAuthorsOf({ trailers, mentions = [] }: Commit): readonly string[] {
  return [
    ...mentions.flatMap(findAddresses),
    ...trailers.flatMap(({ key, value }) => (/^co-authored-by$/i.test(key) ? findAddresses(value) : [])),
  ];
}

/**
 * A commit whose author or committer is no address: hosts and git differ in whom they take it for, and nobody can say who made it.
 * `undefined` where there is none.
 */
export function findUnnamedCommit({ commits }: Change): Commit | undefined {
  return commits.find(({ author, committer }) =>
    [author, committer].some(({ email }) => findAddresses(email).length === 0),
  );
}
