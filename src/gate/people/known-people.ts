import { normalizeHandle } from '../../policy/asking.js';
import type { Account, Evidence } from '../evidence.js';

/** Finds the accounts that the policy's names stand for, as the host has them now. */
export interface KnownPeople {
  /** The account of a handle, the members of a team; `undefined` where the host has none, or did not say. */
  find(name: string): readonly Account[] | undefined;
}

/** Names are handles (`@erin`) and teams (`@acme/growth`) in any case. */
export function openKnownPeople({ handles, teams }: Pick<Evidence, 'handles' | 'teams'>): KnownPeople {
  const known = new Map<string, readonly Account[] | undefined>([
    ...handles.map(
      ({ handle, account }) => [normalizeHandle(handle), account === null ? undefined : [account]] as const,
    ),
    ...teams.map(({ team, members }) => [normalizeHandle(team), members ?? undefined] as const),
  ]);
  return { find: (name) => known.get(normalizeHandle(name)) };
}
