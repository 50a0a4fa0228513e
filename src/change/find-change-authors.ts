import type { Change } from './change.js';

/** Variables in which CI services say who opened, pushed or started it: GitHub Actions' and GitLab CI's documentation. */
const variables = ['GITHUB_ACTOR', 'GITHUB_TRIGGERING_ACTOR', 'GITLAB_USER_EMAIL', 'GITLAB_USER_LOGIN'] as const;

/**
 * Everyone whose change this is: each commit's author, committer and co-authors, and whom the CI service names. Any of them on
 * the roster makes it a PM's change (design §3, "Who is asking").
 */
export function findChangeAuthors(change: Change, environment: Readonly<Record<string, string | undefined>>): string[] {
  const people = change.commits.flatMap(({ author, committer, trailers, mentions = [] }) => [
    author.email,
    committer.email,
    ...mentions.flatMap(addresses),
    ...trailers.flatMap(({ key, value }) => (/^co-authored-by$/i.test(key) ? addresses(value) : [])),
  ]);
  return [...new Set([...people, ...variables.flatMap((name) => environment[name] ?? [])])].filter(
    (name) => name !== '',
  );
}

/** Every address in the value: a second one is no place to hide. */
function addresses(value: string): string[] {
  return value.match(/[^\s<>]+@[^\s<>]+/g) ?? [];
}
