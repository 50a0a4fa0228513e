/**
 * The account in an address that a host gives out (`583231+maya@users.noreply.github.com`: GitHub's and GitLab's documentation of private
 * commit addresses), by which a roster row may say which account is meant: its number and the host, since elsewhere the number is somebody
 * else's. `undefined` for any other.
 */
export function noreplyId(address: string): string | undefined {
  const [, number, host] = /^(\d{1,20})[+-][^@]+@users\.noreply\.([^@]+)$/.exec(address.toLowerCase()) ?? [];
  return number === undefined ? undefined : `${number}@${host as string}`;
}
