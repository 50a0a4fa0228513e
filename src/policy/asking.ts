import { findAddresses } from '../text/find-addresses.js';
import { foldForEye } from './fold-for-eye.js';
import { fold } from './fold.js';
import type { Asking, Policy, RosterRow } from './policy.js';

/**
 * Finds who is asking on the rosters of the policy (design §3, "Who is asking") by e-mail addresses and handles in any case;
 * GitHub's and GitLab's noreply addresses count as the handle in them, every address in a name counts, and a name that is neither
 * address nor handle is nobody's. Rows for one person in one roster are merged; across several
 * tips or several people all rows count, and the strictest decides. Without any roster everyone is judged as a PM.
 */
export function identify(policy: Policy, names: readonly string[]): Asking {
  const rosters = policy.tips.flatMap((tip) => (tip.zone?.roster === undefined ? [] : [tip.zone.roster]));
  const claimed = [...new Set(names.flatMap(claimsOf))];
  if (rosters.length === 0) return { kind: 'no-roster', names: claimed, rows: [] };
  const rows = rosters.flatMap((roster) => findRows(roster, claimed));
  const distinct = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  return { kind: distinct.length > 0 ? 'pilot-pm' : 'not-on-roster', names: claimed, rows: distinct };
}

/** The rows of one roster for these people, one for each name that is on it. */
export function findRows(roster: readonly RosterRow[], names: readonly string[]): readonly RosterRow[] {
  return names.flatMap(claimsOf).flatMap((name) =>
    joinRows(
      withTheirOtherRows(
        roster,
        roster.filter((row) => isNamed(row, name)),
      ),
    ),
  );
}

/** Besides, in the order of the roster, every row that shares a name with one of theirs: whichever name is asked for, a person is the same. */
function withTheirOtherRows(roster: readonly RosterRow[], own: readonly RosterRow[]): readonly RosterRow[] {
  if (own.length === 0) return own;
  const namesOf = (row: RosterRow): readonly string[] => [...row.emails, ...row.handles].map(nameSeen);
  const rowsOf = new Map<string, RosterRow[]>();
  for (const row of roster) {
    for (const name of namesOf(row)) rowsOf.set(name, [...(rowsOf.get(name) ?? []), row]);
  }
  const found = new Set(own);
  const left = new Set(own.flatMap(namesOf));
  // What is added while it is walked through comes later.
  for (const name of left) {
    for (const row of rowsOf.get(name) as RosterRow[]) {
      found.add(row);
      for (const each of namesOf(row)) left.add(each);
    }
  }
  return roster.filter((row) => found.has(row));
}

/** Every e-mail address and handle of every pilot PM, lower case: none of them counts as an engineer. */
export function rosterNames(policy: Policy): ReadonlySet<string> {
  return new Set(
    policy.tips
      .flatMap((tip) => tip.zone?.roster ?? [])
      .flatMap((row) => [...row.emails, ...row.handles].map((name) => name.toLowerCase())),
  );
}

/** A handle as handles are compared: without its `@` and the space around it, in lower case. */
export function normalizeHandle(handle: string): string {
  return handle.trim().toLowerCase().replace(/^@/, '');
}

/** Whom an address stands for: the handle in a noreply address of GitHub or GitLab, else itself. */
export function handleOf(name: string): string {
  return normalizeHandle(/^(?:\d+[+-])?([^@+]+)@users\.noreply\.[^@]+$/i.exec(name.trim())?.[1] ?? name);
}

/** What a name says who it is. Git takes the signs around an address off, so that they do not hide anybody. */
function claimsOf(name: string): readonly string[] {
  const addresses = findAddresses(name);
  if (addresses.length > 0) return addresses;
  const handle = name.replace(/[<>"'\s]/gu, '');
  return /^@?[\p{L}\p{N}][^@\p{C}]*$/u.test(handle) && !/\S\s+\S/u.test(name) ? [handle] : [];
}

function isNamed(row: RosterRow, name: string): boolean {
  const asked = asSeen(name);
  const handle = handleOf(asked);
  return (
    row.emails.some((email) => asSeen(email) === asked) ||
    row.handles.some((each) => asSeen(normalizeHandle(each)) === handle)
  );
}

/** A name as names are compared: the address that a host gives is the handle in it. */
function nameSeen(name: string): string {
  return handleOf(asSeen(name));
}

/** In any case, and without what only the eye takes for nothing: nobody hides behind a letter that looks like another. */
function asSeen(name: string): string {
  return foldForEye(name) ?? fold(name);
}

/** A person on two lines of one roster gets what both lines grant, and nothing where one of them is revoked. */
function joinRows(rows: readonly RosterRow[]): RosterRow[] {
  const [first] = rows;
  if (first === undefined) return [];
  const join = (part: (row: RosterRow) => readonly string[]): string[] => [...new Set(rows.flatMap(part))];
  const withdrawn = rows.map((row) => row.withdrawn).find((each) => each !== undefined);
  return [
    {
      ...first,
      handles: join((row) => row.handles),
      emails: join((row) => row.emails),
      featureFolders: join((row) => row.featureFolders),
      flags: join((row) => row.flags),
      reviewers: join((row) => row.reviewers),
      engineeringDris: join((row) => row.engineeringDris),
      productDris: join((row) => row.productDris),
      ...(rows.some(({ revoked }) => revoked) ? { revoked: true } : {}),
      ...(withdrawn === undefined ? {} : { withdrawn }),
    },
  ];
}

/** Whether an address is one of who is asking, as their commits have it. */
export function isOwnAddress({ names, rows }: Asking, address: string): boolean {
  const own = [...names, ...rows.flatMap(({ emails }) => emails)];
  return own.some((each) => each.toLowerCase() === address.toLowerCase());
}
