import { normalizeHandle } from '../../policy/asking.js';
import type { Account, Evidence } from '../evidence.js';

/** Finds the accounts that the policy's names stand for, as the host has them now. */
export interface KnownPeople {
  /** The account of a handle, the members of a team; `undefined` where the host has none, or did not say. */
  find(name: string): readonly Account[] | undefined;
  /** The host that gave the accounts their numbers: `github.com`. */
  readonly host: string;
}

/** Names are handles (`@erin`) and teams (`@acme/growth`) in any case. “Erin” is nobody, whoever has that account. */
export function openKnownPeople({
  host: { url },
  handles,
  teams,
}: Pick<Evidence, 'handles' | 'teams'> & { readonly host: Pick<Evidence['host'], 'url'> }): KnownPeople {
  const known = new Map<string, readonly Account[] | undefined>([
    ...handles.map(
      ({ handle, account }) => [normalizeHandle(handle), account === null ? undefined : [account]] as const,
    ),
    ...teams.map(({ team, members }) => [normalizeHandle(team), members ?? undefined] as const),
  ]);
  return {
    find: (name) => (name.startsWith('@') ? known.get(normalizeHandle(name)) : undefined),
    host: /^https?:\/\/([^/:]+)/.exec(url.toLowerCase())?.[1] ?? '',
  };
}
