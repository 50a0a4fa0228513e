import type { Report } from '../check.js';
import type { CatalogFamily } from '../../catalogs/collect-catalog-families.js';
import {
  compareShapes,
  describeShapeDifference,
  isPartOf,
  type ShapeDifference,
} from '../../catalogs/compare-shapes.js';
import { findText, type CatalogEntry } from '../../catalogs/catalog.js';
import type { ChangedText } from './written-texts.js';
import { chooseReference, isOriginal } from './report-languages.js';
import type { ShapeReader } from './shape-reader.js';

/**
 * A text that differs from what it translates, where the file holds both and it did not differ so before: the source of PO and its like, or a key that is
 * the sentence itself, which English does not word anew. Where English has a file of its own, what stands beside the translations may be no more than a
 * name.
 */
export function reportTranslation(
  { member, id, entry, before }: ChangedText,
  members: CatalogFamily,
  read: ShapeReader,
): Report | undefined {
  const original = entry.source ?? sentenceIn(entry);
  if (original === undefined || entry.value.trim() === '') return undefined;
  const { path, locale } = member.location;
  const reference = chooseReference(members, id, read);
  const other = reference?.member === member ? undefined : reference;
  if (entry.source === undefined) {
    if ([member, other?.member].some((each) => each !== undefined && isOriginal(each.location))) return undefined;
    // A key without anything that is filled in may be a name in words.
    if (read({ value: original }).placeholders.size === 0) return undefined;
  }
  const sourceOf = (text: CatalogEntry | undefined): string =>
    entry.source === undefined ? original : (text?.value ?? original);
  const difference = differenceFromSource(entry, sourceOf(other?.entry), locale, read);
  if (difference === undefined) return undefined;
  const words = describeShapeDifference(difference, [entry.value, original]);
  const old = before && differenceFromSource(before, sourceOf(findText(other?.member.before, id)), locale, read);
  const weight = old !== undefined && isPartOf(difference, old) ? ({ severity: 'note' } as const) : {};
  const message = `“${entry.label}” ${words}, compared with the text that it translates. ${advice}`;
  return { message, ...weight, path, ...entry.at, key: { name: entry.label, kind: 'text' } };
}

function differenceFromSource(
  entry: CatalogEntry,
  source: string,
  locale: string | undefined,
  read: ShapeReader,
): ShapeDifference | undefined {
  const { singular } = entry;
  if (
    singular !== undefined &&
    compareShapes(entry, read(entry), read({ value: singular }), locale, false) === undefined
  )
    return undefined;
  return compareShapes(entry, read(entry), read({ value: source }), locale, false);
}

/** The key itself where it is several words with blanks between: no name that a program made up. */
function sentenceIn({ path }: CatalogEntry): string | undefined {
  const last = path.at(-1);
  if (typeof last !== 'string' || !/\s/.test(last)) return undefined;
  return (last.match(/\p{L}{2,}/gu)?.length ?? 0) > 1 ? last : undefined;
}

/** What to do with parts that the app fills in. */
export const advice =
  'The app knows these parts by name and fills them in, so one that is lost, new or renamed comes out wrong. Write them as they were.';
