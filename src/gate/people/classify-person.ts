import { findRows } from '../../policy/asking.js';
import type { Policy, RosterRow } from '../../policy/policy.js';
import type { Person } from './collect-people.js';
import type { KnownPeople } from './known-people.js';
import { noreplyId } from './noreply-id.js';

/** What the base's policy says of one person. `nobody`: it says nothing. */
export type Standing =
  | { readonly kind: 'pilot' | 'revoked'; readonly rows: readonly RosterRow[] }
  | { readonly kind: 'engineer' | 'product-dri' | 'nobody' };

/** Rosters that the base had before, newest first. They are asked for only where the policy says nothing of somebody. */
export type FormerRosters = () => Promise<readonly (readonly RosterRow[])[]>;

/**
 * Says who a person is by the base's policy (design §9): a pilot PM by account, handle or address; somebody under Engineers, or an engineering DRI
 * of the roster; a product DRI, who is no engineer; or revoked: marked so, or on an earlier roster alone.
 */
export async function classifyPerson(
  person: Person,
  policy: Policy,
  known: KnownPeople,
  former: FormerRosters,
): Promise<Standing> {
  const zones = policy.tips.flatMap(({ zone }) => (zone === undefined ? [] : [zone]));
  const rosters = zones.flatMap(({ roster }) => (roster === undefined ? [] : [roster]));
  const rowsIn = (roster: readonly RosterRow[]): readonly RosterRow[] =>
    findRows(roster, namesOf(person, roster, known));
  const rows = rosters.flatMap(rowsIn);
  const isRevoked = rows.some(({ revoked }) => revoked);
  if (rows.length > 0 && !isRevoked) return { kind: 'pilot', rows };
  const isAmong = (names: readonly string[]): boolean =>
    names.some((name) => known.find(name)?.some(({ id }) => id === person.account?.id));
  // An engineer by the word of every policy that names engineers at all.
  const lists = zones.flatMap(({ settings }) => (settings.engineers === undefined ? [] : [settings.engineers]));
  if (lists.length > 0 && lists.every(isAmong)) return { kind: 'engineer' };
  if (isRevoked) return { kind: 'revoked', rows };
  const before = person.isResolved ? [] : await former();
  const earlier = before.map(rowsIn).find((found) => found.length > 0);
  if (earlier !== undefined) return { kind: 'revoked', rows: earlier.map((row) => ({ ...row, revoked: true })) };
  if (isAmong(rosters.flat().flatMap((row) => row.engineeringDris))) return { kind: 'engineer' };
  return { kind: isAmong(rosters.flat().flatMap((row) => row.productDris)) ? 'product-dri' : 'nobody' };
}

/** What a person goes by on a roster: their handle, each of the roster's handles that is theirs on the host, addresses. */
export function namesOf(
  { account, addresses }: Person,
  roster: readonly RosterRow[],
  known: KnownPeople,
): readonly string[] {
  // The number in a host's own address outlives the handle beside it.
  const ids =
    account === undefined ? addresses.flatMap((address) => noreplyId(address) ?? []) : [`${account.id}@${known.host}`];
  const handles = roster.flatMap((row) => row.handles);
  const emails = roster.flatMap((row) => row.emails);
  return [
    ...(account === undefined ? addresses : [`@${account.handle}`]),
    ...handles.filter((handle) => known.find(handle)?.some(({ id }) => ids.includes(`${id}@${known.host}`))),
    ...emails.filter((email) => ids.includes(noreplyId(email) ?? '')),
  ];
}
