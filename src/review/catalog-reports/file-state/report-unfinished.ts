import type { CatalogMember } from '../../../catalogs/collect-catalog-families.js';
import type { CatalogEntry } from '../../../catalogs/catalog.js';
import type { Report } from '../../check.js';
import { joinSome } from '../../../text/join-words.js';

/** How many of them are named. */
const mostNamed = 3;

/**
 * Texts that the change words anew while their file still marks them as not translated, and such as it marks so that were not: tools for
 * translators do them again, and some builds leave them out. Where most of a file is marked so, nobody there heeds it.
 */
export function reportUnfinished({ file, before, after }: CatalogMember): readonly Report[] {
  if (file === undefined || before === undefined || after === undefined) return [];
  const old = [...before.entries.values()];
  if (old.filter(({ mark }) => mark !== undefined).length * 2 > old.length) return [];
  const isLeft = ([id, entry]: readonly [string, CatalogEntry]): boolean => {
    const was = before.entries.get(id);
    if (entry.mark === undefined || was === undefined || entry.value.trim() === '') return false;
    // What is not translated yet has the words of the original, whichever these are.
    return was.value === entry.value ? was.mark === undefined : entry.value !== entry.source;
  };
  const found = [...after.entries].filter(isLeft).map(([, entry]) => entry);
  const [first] = found;
  if (first === undefined) return [];
  const what = joinSome(
    found.map(({ label }) => `“${label}”`),
    mostNamed,
  );
  const message = `${what} ${found.length === 1 ? 'is' : 'are'} marked as not translated yet (“${String(first.mark)}”), so translators may do this again, and some builds leave it out. Where the words are right, take the mark away.`;
  return [{ message, severity: 'note', path: after.path, ...first.at, key: { name: first.label, kind: 'text' } }];
}
