/** The hosts' names of people and repositories, and GitHub's of teams and labels, are the same in any case. */
export function isSameName(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
