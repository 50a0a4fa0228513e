import { identify } from '../policy/asking.js';
import type { Asking, Policy, RosterRow } from '../policy/policy.js';
import { namesOf } from './list-people.js';

/** Names that two policies take for the same rows, each of its own roster. */
export interface NameGroup {
  /** Who it is, as the newer of the two rosters calls them. */
  readonly pm: string;
  readonly names: readonly string[];
  readonly before: Asking;
  readonly after: Asking;
}

/**
 * Every name of two policies' rosters, in groups that are judged alike: who changed the address is in one group with the handle and in two
 * others with the old and the new address. Where one of the policies has no roster, somebody who is in neither is one more.
 */
export function groupNames(before: Policy, after: Policy): readonly NameGroup[] {
  const names = new Map(
    [...rowsOf(after), ...rowsOf(before)].flatMap(namesOf).map((name) => [name.toLowerCase(), name]),
  );
  const groups = new Map<string, NameGroup & { readonly names: string[] }>();
  for (const name of names.values()) {
    const asking = { before: identify(before, [name]), after: identify(after, [name]) };
    const key = JSON.stringify([asking.before, asking.after].map(({ kind, rows }) => [kind, rows.map(withoutPlace)]));
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { pm: nameOf(asking.after, asking.before), names: [name], ...asking });
    else known.names.push(name);
  }
  const nobody = { before: identify(before, []), after: identify(after, []) };
  const without = [nobody.before, nobody.after].filter(({ kind }) => kind === 'no-roster').length;
  const rest = { pm: without === 2 ? 'Everybody' : 'Everybody else', names: [], ...nobody };
  return without > 0 ? [...groups.values(), rest] : [...groups.values()];
}

function rowsOf({ tips }: Policy): readonly RosterRow[] {
  return tips.flatMap(({ zone }) => zone?.roster ?? []);
}

/** A row that was only moved is the same row. */
function withoutPlace(row: RosterRow): object {
  return { ...row, line: 0, file: '' };
}

function nameOf(...askings: readonly Asking[]): string {
  return askings.flatMap(({ rows }) => rows.map(({ pm }) => pm))[0] as string;
}
