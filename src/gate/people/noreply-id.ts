/**
 * The account's number in an address that a host gives out (`583231+maya@users.noreply.github.com`: GitHub's and GitLab's documentation of private
 * commit addresses), by which a roster row may say which account is meant. `undefined` for any other.
 */
export function noreplyId(address: string): string | undefined {
  return /^(\d{1,20})[+-][^@]+@users\.noreply\.[^@]+$/i.exec(address)?.[1];
}
