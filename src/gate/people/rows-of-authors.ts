import { findRows } from '../../policy/asking.js';
import type { Policy, RosterRow } from '../../policy/policy.js';
import type { Evidence } from '../evidence.js';
import { namesOf } from './classify-person.js';
import type { KnownPeople } from './known-people.js';

/**
 * The rows of the base's roster that the account of a commit's author stands on, by the host's word: whoever commits under an address of their own
 * choosing, as hosts offer it for privacy, is known by the account alone.
 */
export function rowsOfAuthors(
  policy: Policy,
  { commits }: Pick<Evidence, 'commits'>,
  known: KnownPeople,
): (commit: string) => readonly RosterRow[] {
  const rosters = policy.tips.flatMap(({ zone }) => (zone?.roster === undefined ? [] : [zone.roster]));
  const rows = new Map(
    commits.map(({ commit, author }) => {
      if (author?.kind !== 'person') return [commit, []];
      const person = { account: author, addresses: [], as: 'author' as const };
      return [commit, rosters.flatMap((roster) => findRows(roster, namesOf(person, roster, known)))];
    }),
  );
  return (commit) => rows.get(commit) ?? [];
}
