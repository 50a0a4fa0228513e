import type { RosterRow } from '../policy/policy.js';
import { snapshotOf, type RepositorySession } from './repository-zone.js';

/** Every PM on the roster of the policy that counts; of several rosters each person once, as the first has her. */
export function collectRoster(session: RepositorySession): readonly RosterRow[] {
  const rows = snapshotOf(session)?.policy.tips.flatMap((tip) => tip.zone?.roster ?? []) ?? [];
  return [...new Map(rows.map((row) => [rosterIdentity(row).toLowerCase(), row])).values()];
}

/** What a PM on the roster goes by: her first e-mail address, else her handle, else her name. */
export function rosterIdentity({ emails, handles, pm }: RosterRow): string {
  return emails[0] ?? handles[0] ?? pm;
}
