import type { OwnerIndex } from '../codeowners/owner-index.js';
import { matchGlobs } from '../match-globs.js';
import type { ZoneRule } from '../policy.js';
import { isSpecific } from '../standing/decide-standing.js';

/** What a line that opens comes to once owners and feature folders are heeded. */
export interface WeighedAllow {
  /** How many of its files a PM may change alone. */
  readonly alone: number;
  /** Who keeps the others closed by CODEOWNERS. */
  readonly closedBy: readonly string[];
}

/** What PMs may change alone, and what CODEOWNERS keeps closed for one of them. */
export interface StandingOfPms {
  readonly alone: ReadonlySet<string>;
  readonly owned: ReadonlySet<string>;
}

/** Holds a line that opens against what PMs may change. */
export function weighAllow(
  rule: ZoneRule,
  paths: readonly string[],
  { alone, owned }: StandingOfPms,
  owners: Pick<OwnerIndex, 'find'> | undefined,
): WeighedAllow {
  const found = paths.filter(matchGlobs([rule.glob], 'allow').matches);
  const closed = found.filter((path) => !alone.has(path));
  const lines = closed.flatMap((path) => (owned.has(path) ? (owners?.find(path).rules.filter(isSpecific) ?? []) : []));
  return { alone: found.length - closed.length, closedBy: [...new Set(lines.flatMap((line) => line.owners))] };
}
