import type { OwnerIndex } from '../codeowners/owner-index.js';
import { matchGlobs } from '../match-globs.js';
import type { Judgement, ZoneRule } from '../policy.js';
import { isSpecific } from '../standing/decide-standing.js';

/** What a line that opens comes to once owners and feature folders are heeded. */
export interface WeighedAllow {
  /** How many of its files a PM may change alone. */
  readonly alone: number;
  /** Who keeps the others closed by CODEOWNERS. */
  readonly closedBy: readonly string[];
  /** Of each that no PM may change alone the row of the table that decides. */
  readonly rows: readonly Judgement['row'][];
}

/** What PMs may change alone, and by which row of design §4 another path is closed for one of them. */
export interface StandingOfPms {
  readonly alone: ReadonlySet<string>;
  readonly rowOf: (path: string) => Judgement['row'] | undefined;
}

/** Holds a line that opens against what PMs may change. */
export function weighAllow(
  rule: ZoneRule,
  paths: readonly string[],
  { alone, rowOf }: StandingOfPms,
  owners: Pick<OwnerIndex, 'find'> | undefined,
): WeighedAllow {
  const found = paths.filter(matchGlobs([rule.glob], 'allow').matches);
  const closed = found.filter((path) => !alone.has(path));
  const owned = owners === undefined ? [] : closed.filter((path) => rowOf(path) === 4).map((path) => owners.find(path));
  const lines = owned.flatMap(({ rules }) => rules.filter(isSpecific));
  return {
    alone: found.length - closed.length,
    closedBy: [...new Set(lines.flatMap((line) => line.owners))],
    rows: closed.map(rowOf).filter((row) => row !== undefined),
  };
}
