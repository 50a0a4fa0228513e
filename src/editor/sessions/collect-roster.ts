import type { RosterRow } from '../../policy/policy.js';
import { snapshotOf, type RepositorySession } from './repository-session.js';

/** Every PM on the roster of the policy that counts; of several rosters each person once, as the first lists them. */
export function collectRoster(session: RepositorySession): readonly RosterRow[] {
  const rows = snapshotOf(session)?.policy.tips.flatMap((tip) => tip.zone?.roster ?? []) ?? [];
  return [...new Map(rows.map((row) => [rosterIdentity(row).toLowerCase(), row])).values()];
}

/** What identifies a PM on the roster: the first e-mail address, else the first handle, else the name. */
export function rosterIdentity({ emails, handles, pm }: RosterRow): string {
  return emails[0] ?? handles[0] ?? pm;
}
