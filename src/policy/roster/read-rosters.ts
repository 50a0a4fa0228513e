import type { RootContent, Table } from 'mdast';
import type { RosterRow, SectionProblem } from '../policy.js';
import { findLostRosters } from './find-lost-rosters.js';
import { findRosterConflicts } from './find-roster-conflicts.js';
import { findShelvedRosters } from './find-shelved-rosters.js';
import { isRosterTable, readRoster } from './read-roster.js';

/** The roster of a policy file. */
export interface RostersReading {
  /** `undefined` where there is no roster; then everyone is judged as a PM. */
  readonly roster: readonly RosterRow[] | undefined;
  readonly problems: readonly SectionProblem[];
}

/**
 * Reads the roster (design §3, "Roster") out of the PM zone's blocks and the file's text. A table that is one and cannot be read as one, where it
 * stands or as it is written, is an error: its people would be taken for nobody.
 */
export function readRosters(blocks: readonly RootContent[], text: string): RostersReading {
  const tables = blocks.filter((block): block is Table => block.type === 'table').filter(isRosterTable);
  const readings = new Map(tables.map((table) => [table as RootContent, readRoster(table)]));
  const found = [...readings.values()];
  const rows = found.flatMap((reading) => reading.rows);
  const problems = [
    ...found.flatMap((reading) => reading.problems),
    ...findShelvedRosters(blocks, readings),
    ...findRosterConflicts(rows),
  ];
  return {
    roster: tables.length === 0 ? undefined : rows,
    problems: [...problems, ...findLostRosters(blocks, text, new Set(tables))],
  };
}
