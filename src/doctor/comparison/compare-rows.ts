import type { Policy, RosterRow } from '../../policy/policy.js';
import type { SettingDifference } from './setting-difference.js';
import { groupNames, type NameGroup } from '../group-names.js';
import { gains } from './setting-opens.js';

/**
 * What the rows of the list of PMs say differently of flags and people, for everybody by whatever name they are judged: two people may be called alike,
 * and a name may stand in several rows.
 */
export function compareRows(before: Policy, after: Policy): readonly SettingDifference[] {
  const groups = groupNames(before, after).filter(({ names }) => names.length > 0);
  const differences = groups
    .filter((group) => !isAnotherName(group, groups))
    .flatMap((group) => Object.entries(columns).flatMap(([title, entriesOf]) => differ(title, group, entriesOf)));
  const titles = new Map<string, Set<string>>();
  for (const { title, difference } of differences) {
    const known = titles.get(title) ?? new Set();
    titles.set(title, known.add(JSON.stringify(difference)));
  }
  // Where one name has several differences they are told apart by whom they are of.
  const told = differences.map(({ title, who, difference }) => {
    const isOne = titles.get(title)?.size === 1;
    return { what: isOne ? title : `${title} (${who})`, ...difference };
  });
  return [...new Map(told.map((each) => [JSON.stringify(each), each])).values()];
}

const columns: Readonly<Record<string, (row: RosterRow) => readonly string[]>> = {
  'Feature folders': (row) => row.featureFolders,
  Flags: (row) => row.flags,
  Reviewers: (row) => row.reviewers,
  'Engineering DRI': (row) => row.engineeringDris,
  'Product DRI': (row) => row.productDris,
};

interface Told {
  readonly title: string;
  readonly who: string;
  readonly difference: Omit<SettingDifference, 'what'>;
}

function differ(column: string, group: NameGroup, entriesOf: (row: RosterRow) => readonly string[]): readonly Told[] {
  const [was, is] = [group.before, group.after].map(({ rows }) =>
    rows.length === 0 ? undefined : [...new Set(rows.flatMap(entriesOf))],
  );
  const [before, after] = [was, is].map((entries) => entries && (entries.join(', ') || 'none'));
  if (before === after) return [];
  const opens = is !== undefined && gains(was ?? [], is);
  return [{ title: `${column} of ${group.pm}`, who: group.names.join(', '), difference: { before, after, opens } }];
}

/** Of whom a row has one name more or less is said who is judged from now on, or no longer: nothing of the row is another. */
function isAnotherName({ before, after }: NameGroup, groups: readonly NameGroup[]): boolean {
  if (before.rows.length > 0 && after.rows.length > 0) return false;
  const [side, own] = before.rows.length > 0 ? (['before', before] as const) : (['after', after] as const);
  const lines = linesOf(own.rows);
  return groups.some((each) => {
    const isKept = each.before.rows.length > 0 && each.after.rows.length > 0;
    return isKept && linesOf(each[side].rows) === lines;
  });
}

function linesOf(rows: readonly RosterRow[]): string {
  return rows.map(({ file, line }) => `${file}:${line}`).join();
}
