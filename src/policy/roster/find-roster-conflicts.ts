import { listOf } from '../../text/join-words.js';
import { handleOf } from '../asking.js';
import type { RosterRow, SectionProblem } from '../policy.js';
import { normalizeWords } from '../grammar/tokenize.js';

/** What rows say against each other: a pilot PM who would approve, and one address or handle of two people; and what several rows of one person come to. */
export function findRosterConflicts(rows: readonly RosterRow[]): readonly SectionProblem[] {
  return [...findPmsAmongReviewers(rows), ...findSharedNames(rows), ...findSeveralRows(rows)];
}

/** Pilot PMs named as reviewer or DRI: nobody may approve their own kind of change. */
function findPmsAmongReviewers(rows: readonly RosterRow[]): readonly SectionProblem[] {
  const names = new Set(
    rows.flatMap((row) => [row.pm, ...row.handles, ...row.emails].map(keyOf)).filter((name) => name !== ''),
  );
  return rows.flatMap((row) =>
    [...row.reviewers, ...row.engineeringDris, ...row.productDris]
      .filter((name) => names.has(keyOf(name)))
      .map((name) => ({
        severity: 'error' as const,
        shuts: false as const,
        line: row.line,
        message: `${name} is a pilot PM and cannot be the DRI or reviewer of ${row.pm}. Ask an engineer to name somebody who is no pilot PM.`,
      })),
  );
}

/** One person may stand in several rows, two people in one may not. */
function findSharedNames(rows: readonly RosterRow[]): readonly SectionProblem[] {
  const owners = new Map<string, RosterRow>();
  return rows.flatMap((row) =>
    [...row.handles, ...row.emails].flatMap((name): readonly SectionProblem[] => {
      const other = owners.get(keyOf(name));
      if (other === undefined) owners.set(keyOf(name), row);
      if (other === undefined || keyOf(other.pm) === keyOf(row.pm)) return [];
      const message = `${name} stands in the rows of ${other.pm} and of ${row.pm}, so nobody can say whose it is. Ask an engineer to give each person one row, or the same name in each of them.`;
      return [{ severity: 'error', line: row.line, message }];
    }),
  );
}

/** Each row of a person counts, so that what they may do stands in none of them. */
function findSeveralRows(rows: readonly RosterRow[]): readonly SectionProblem[] {
  return rows.flatMap((row): readonly SectionProblem[] => {
    const names = new Set([...row.handles, ...row.emails].map(keyOf));
    const own = rows.filter(
      ({ pm, handles, emails }) =>
        keyOf(pm) === keyOf(row.pm) && [...handles, ...emails].some((name) => names.has(keyOf(name))),
    );
    if (own.length < 2) return [];
    const join = (part: (each: RosterRow) => readonly string[]): readonly string[] => [...new Set(own.flatMap(part))];
    const sum = own.some(({ revoked }) => revoked)
      ? 'one of them is revoked, so that none of them grants anything'
      : [
          listOf(
            'feature folders',
            join((each) => each.featureFolders),
          ),
          listOf(
            'reviewers',
            join((each) => each.reviewers),
          ),
        ].join('; ');
    const message = `${row.pm} stands in ${own.length} rows, which count as one: ${sum}. Put them into one row, so that what they may do is seen in one place.`;
    return [{ severity: 'info', line: row.line, message }];
  });
}

/** An address that GitHub or GitLab gives stands for the handle in it. */
function keyOf(name: string): string {
  return handleOf(normalizeWords(name));
}
