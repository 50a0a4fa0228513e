import type { ChangedEntry, Flag, FlagDifference } from '../../flags/flag-change.js';
import type { Report, ReviewContext } from '../check.js';
import { demandsOwn, describedOtherwise, isOnOwnRows, onRowOf } from './own-flags.js';
import { whoToAsk } from '../who-to-ask.js';

/** What merge keys bring to several wrappers is said once, at the place where it is written. */
export function onceEach(reports: readonly Report[]): readonly Report[] {
  const told = new Set<string>();
  return reports.filter(({ path, line, column, key }) => {
    const place = `${String(path)} ${String(line)} ${String(column)} ${String(key?.name.slice(key.name.lastIndexOf('.') + 1))}`;
    return line === undefined || told.size !== told.add(place).size;
  });
}

/** What weighs most is said first, and of a name that comes several times. */
const weights = { gone: 0, changed: 0, new: 0, described: 1 } as const;

/** In what is no flag and only wraps some: what differs and is not the PM's, each name once. What cannot be named is said of the wrapper. */
export function reportChangedEntries(
  { key, after }: FlagDifference,
  entries: readonly ChangedEntry[],
  context: ReviewContext,
): Report[] {
  const { path } = after as Flag;
  const others = entries
    .filter((entry) => !isOwnEntry(entry, context))
    .sort((one, other) => weights[one.happened] - weights[other.happened]);
  const byName = new Map<string | undefined, ChangedEntry>();
  for (const entry of others) if (!byName.has(entry.name)) byName.set(entry.name, entry);
  return [...byName.values()].map(({ way, name = key, at, happened }): Report => {
    const within = way.slice(0, way.lastIndexOf(name));
    const where = within.length === 0 ? '' : ` (in ${within.join('.')})`;
    const place = { path, ...at, key: { name: way.join('.'), kind: 'flag' } } as const;
    if (happened === 'described' && !demandsOwn(path, context))
      return { ...place, severity: 'note', message: describedOtherwise(name, context) };
    if (happened === 'new') {
      const message = `${name}${where} is new, and no flag on your row of the list of PMs. Take it out again, or ask ${whoToAsk(context)} to make this part of the change.`;
      return { ...place, message };
    }
    const what = happened === 'gone' ? 'is removed or renamed' : 'is changed';
    const message = `${name}${where} ${what}, and it is not one of your flags${onRowOf(name, context)}. Put it back as it was, and ask ${whoToAsk(context)} if it has to change.`;
    return { ...place, message };
  });
}

/** Is all that differs in an entry on the PM's rows: by one of the names on the way to it, or by several with dots between? */
export function isOwnEntry({ within }: ChangedEntry, context: ReviewContext): boolean {
  return within.every((way) =>
    way.some((name, start) => isOnOwnRows(name, context) || isOnOwnRows(way.slice(start).join('.'), context)),
  );
}
