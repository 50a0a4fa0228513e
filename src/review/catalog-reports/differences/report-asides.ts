import type { Catalog, CatalogEntry, CatalogAside } from '../../../catalogs/catalog.js';
import type { Position } from '../../../text/index-lines.js';
import type { Report } from '../../check.js';
import { joinSome } from '../../../text/join-words.js';

/** How many of them are named. */
const mostNamed = 3;

/**
 * What a catalog holds beside its texts and is something else now: numbers, switches, other resources, what its header says, how placeholders are filled
 * in. People read none of it as words and the app does, so the engineering DRI looks at it; where only texts may be added it is outside of the zone.
 */
export function reportAsides(before: Catalog, after: Catalog, additionsOnly: boolean): readonly Report[] {
  const changed = [...changedValues(before, after), ...changedAsides(before, after, additionsOnly)];
  const [first] = changed;
  if (first === undefined) return [];
  const what = joinSome(
    changed.map(({ name }) => `“${name}”`),
    mostNamed,
  );
  const found = `This catalog holds more than texts, and ${what} ${changed.length === 1 ? 'is' : 'are'} not what it was.`;
  const place = { path: after.path, ...(first.at ?? { line: 1, column: 1 }) };
  if (additionsOnly)
    return [{ ...place, severity: 'blocker', message: `${found} Only new texts may be added here: put it back.` }];
  const message = `${found} The app goes by it, and nobody can tell here how. Put it back, or your engineering DRI looks at it in the pull request.`;
  return [{ ...place, message, undecided: true }];
}

interface Changed {
  readonly name: string;
  readonly at: Position | undefined;
}

/** Numbers and switches where texts stand. */
function changedValues(before: Catalog, after: Catalog): readonly Changed[] {
  return [...after.entries].flatMap(([id, entry]): Changed[] => {
    const old = before.entries.get(id);
    const isSame = old === undefined || (isValue(old) && old.value === entry.value) || old.isText;
    return isValue(entry) && !isSame ? [{ name: entry.label, at: entry.at }] : [];
  });
}

function isValue({ isText, value }: CatalogEntry): boolean {
  return !isText && /^(?:true|false|[-+]?[\d.])/i.test(value);
}

/** What belongs to a text that is new or gone comes and goes with it. */
function changedAsides(before: Catalog, after: Catalog, additionsOnly: boolean): readonly Changed[] {
  const [old, now] = [before, after].map(({ asides }) => new Map((asides ?? []).map((each) => [each.name, each])));
  const isOfKept = ({ of }: CatalogAside): boolean =>
    of === undefined || (before.entries.has(of) && after.entries.has(of));
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].flatMap((name): Changed[] => {
    const [one, other] = [old?.get(name), now?.get(name)];
    const either = (other ?? one) as CatalogAside;
    if (one?.value === other?.value || !isOfKept(either) || (additionsOnly && one === undefined)) return [];
    return [{ name, at: other?.at }];
  });
}
