import type { TrackedPaths } from '../git/list-tracked.js';
import { identify } from '../policy/asking.js';
import type { Asking, Judgement, Policy, Standing } from '../policy/policy.js';
import { createJudges } from '../policy/tracked-judge.js';
import { listPeople, namesOf, type RosterPerson } from './list-people.js';

/** How many of the tracked files have each standing for somebody. */
export type StandingCounts = Readonly<Record<Standing, number>>;

/** What the policy comes to for one pilot PM; `undefined` as `person` where there is no roster and everybody is judged as a PM. */
export interface PersonSummary {
  readonly person: RosterPerson | undefined;
  readonly counts: StandingCounts;
  /** The files that an allow of the zone opens; planning docs are open whatever it lists. */
  readonly opened: readonly string[];
  /** The row of the table that decides of one of the files. */
  readonly rowOf: (path: string) => Judgement['row'];
}

export interface ZoneSummary {
  readonly people: readonly PersonSummary[];
  /** The first day of the pilot, where that is still to come: the figures are of that day. */
  readonly from: string | undefined;
}

/** Judges every tracked file for each PM of the roster, on the first day of the pilot where that is still to come. */
export function summarizeZone(policy: Policy, tracked: TrackedPaths, today: string): ZoneSummary {
  const begins = policy.tips.flatMap(({ zone }) => zone?.settings.pilot?.from ?? []).sort();
  const from = begins.filter((day) => day > today).at(-1);
  const judges = createJudges(tracked, tracked.paths);
  const known = new Map<string, Omit<PersonSummary, 'person'>>();
  const summarize = (asking: Asking): Omit<PersonSummary, 'person'> => {
    // Their names, flags and product DRIs decide no standing: who has the same of all else has the same files.
    const key = JSON.stringify(asking.rows.map((row) => ({ ...row, ...nameless })));
    const before = known.get(key);
    if (before !== undefined) return before;
    const judge = judges({ policy, asking }, { today: from ?? today });
    const counts = { editable: 0, pair: 0, locked: 0 };
    const opened: string[] = [];
    for (const path of tracked.paths) {
      const { standing, row } = judge(path);
      counts[standing] += 1;
      if (row === 7) opened.push(path);
    }
    const summary = { counts, opened, rowOf: (path: string) => judge(path).row };
    known.set(key, summary);
    return summary;
  };
  const people = listPeople(policy).map((person) => ({ person, ...summarize(identify(policy, namesOf(person))) }));
  const hasRoster = policy.tips.some(({ zone }) => zone?.roster !== undefined);
  return {
    people: hasRoster ? people : [{ person: undefined, ...summarize(identify(policy, [])) }],
    from,
  };
}

/** What any of them may change alone, and by which row of the table another path is closed, by its owners first. */
export function standingOfPms(people: readonly PersonSummary[]): {
  readonly alone: ReadonlySet<string>;
  readonly rowOf: (path: string) => Judgement['row'] | undefined;
} {
  const rowOf = (path: string): Judgement['row'] | undefined => {
    const rows = people.map((person) => person.rowOf(path)).filter((row) => row !== planningDoc);
    return rows.includes(4) ? 4 : rows[0];
  };
  return { alone: new Set(people.flatMap(({ opened }) => opened)), rowOf };
}

/** Which is open whatever the zone lists. */
const planningDoc = 6;

const nameless = { pm: '', handles: [], emails: [], flags: [], productDris: [], line: 0 };
