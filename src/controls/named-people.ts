import { normalizeHandle } from '../policy/asking.js';
import type { Policy, RosterRow } from '../policy/policy.js';

/** Whom a policy names, each once, as first written. Handles are people, `@org/team` is a team. */
export interface NamedPeople {
  /** The handles of the pilot PMs whose row is not revoked. */
  readonly pms: readonly string[];
  /** Whose row is revoked. */
  readonly revoked: readonly string[];
  /** Who signs off or reviews: their approval has to count. */
  readonly approvers: readonly string[];
  /** Who is said not to be a PM. */
  readonly engineers: readonly string[];
  /** Whether there is a list of PMs at all. */
  readonly hasRoster: boolean;
}

export function collectNamedPeople({ tips }: Policy): NamedPeople {
  const zones = tips.flatMap(({ zone }) => zone ?? []);
  const rows = zones.flatMap(({ roster }) => roster ?? []);
  const of = (pick: (row: RosterRow) => readonly string[], isRevoked = false): readonly string[] =>
    rows.filter(({ revoked }) => (revoked === true) === isRevoked).flatMap(pick);
  return {
    pms: unique(of(({ handles }) => handles)),
    revoked: unique(of(({ handles }) => handles, true)),
    approvers: unique([
      ...of(({ engineeringDris, productDris, reviewers }) => [...engineeringDris, ...productDris, ...reviewers]),
      ...zones.flatMap(({ settings }) => settings.compliance ?? []),
    ]),
    engineers: unique(zones.flatMap(({ settings }) => settings.engineers ?? [])),
    hasRoster: zones.some(({ roster }) => roster !== undefined),
  };
}

export function isTeam(name: string): boolean {
  return name.includes('/');
}

function unique(names: readonly string[]): readonly string[] {
  const handles = names.filter((name) => name.startsWith('@'));
  return [...new Map(handles.toReversed().map((name) => [normalizeHandle(name), name])).values()].toReversed();
}
