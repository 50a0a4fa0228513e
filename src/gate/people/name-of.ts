import type { Person } from './collect-people.js';

/** How messages call a person: by handle, else by address, else by what they did. */
export function nameOf({ account, addresses, as }: Person): string {
  if (account !== undefined) return `@${account.handle}`;
  return (
    addresses[0] ?? (as === 'author' ? 'a deleted account, which opened it,' : 'a deleted account, which sent commits,')
  );
}
