import type { Report } from '../check.js';
import type { CatalogFamily, CatalogMember } from '../../catalogs/collect-catalog-families.js';
import { entriesEqual } from '../../catalogs/compare-catalogs.js';
import { compareShapes, describeShapeDifference } from '../../catalogs/compare-shapes.js';
import { indexLines } from '../../text/index-lines.js';
import type { ReadIcu } from '../../catalogs/message-shape.js';
import { toSourceOffset } from '../../catalogs/to-source-offset.js';
import { findText, type Catalog, type CatalogEntry } from '../../catalogs/read-catalog.js';
import { chooseReference, collectTexts, reportLanguages } from './report-languages.js';
import { createShapeReader, type ShapeReader } from './shape-reader.js';

/**
 * What is wrong with the messages that the change writes: ICU that does not parse; placeholders, tags, plural or select arms that
 * differ from before or from the other languages. What differed from them in the same way before is only noted.
 */
export function reportMessages(members: CatalogFamily, readIcu: ReadIcu | undefined): readonly Report[] {
  const read = createShapeReader(members, readIcu);
  const reports: Report[] = [];
  const settled = new Set<CatalogEntry>();
  const keys = new Set<string>();
  for (const member of members) {
    for (const text of changedTexts(member)) {
      keys.add(text.id);
      const report = reportBroken(text, read) ?? reportChanged(text, members, read);
      if (report === undefined) continue;
      reports.push(report);
      settled.add(text.entry);
    }
  }
  for (const id of keys) reports.push(...reportLanguages(id, members, settled, read));
  return reports;
}

/** A text that is new or changed, with what it was. */
interface ChangedText {
  readonly member: CatalogMember;
  readonly after: Catalog;
  readonly id: string;
  readonly entry: CatalogEntry;
  readonly before: CatalogEntry | undefined;
}

function* changedTexts(member: CatalogMember): Generator<ChangedText> {
  const { file, before, after } = member;
  if (file === undefined || after === undefined || after.problem !== undefined) return;
  for (const [id, entry] of after.entries) {
    const old = before?.entries.get(id);
    if (entry.isText && !isMetadata(after, entry) && (old === undefined || !entriesEqual(old, entry)))
      yield { member, after, id, entry, before: findText(before, id) };
  }
}

/** In `.arb` files, keys with an at sign describe texts and are none. */
function isMetadata({ path }: Catalog, { path: [top] }: CatalogEntry): boolean {
  return path.endsWith('.arb') && typeof top === 'string' && top.startsWith('@');
}

/** A message that no app can read, and that could be read before. */
function reportBroken({ member, after, entry, before }: ChangedText, read: ShapeReader): Report | undefined {
  const { problem } = read(entry);
  if (problem === undefined || (before !== undefined && read(before).problem !== undefined)) return undefined;
  const at = indexLines(after.text)(toSourceOffset(after.text, entry.offset, problem.offset));
  const message = `The app cannot read “${entry.label}”, because ${problem.message}. Fix the placeholder here.`;
  return { message, path: member.location.path, ...at, key: { name: entry.label, kind: 'text' } };
}

/** A message that lost or won what the app fills in, unless that brings a translation in line with the language the others follow. */
function reportChanged(
  { member, id, entry, before }: ChangedText,
  members: CatalogFamily,
  read: ShapeReader,
): Report | undefined {
  if (before === undefined) return undefined;
  const { path, locale } = member.location;
  const difference = compareShapes(entry, read(entry), read(before), locale, true);
  if (difference === undefined) return undefined;
  const place = { path, ...entry.at, key: { name: entry.label, kind: 'text' } } as const;
  if (entry.value.trim() === '') return { message: emptied(entry.label), ...place };
  const reference = chooseReference(collectTexts(members, id));
  const follows =
    reference !== undefined &&
    reference.member !== member &&
    findText(reference.member.before, id) !== undefined &&
    compareShapes(entry, read(entry), read(reference.entry), locale, false) === undefined;
  if (follows) return undefined;
  return { message: `“${entry.label}” now ${describeShapeDifference(difference)}. ${advice}`, ...place };
}

const advice =
  'The app knows these parts by name and fills them in, so one that is lost, new or renamed comes out wrong. Write them as they were.';

function emptied(label: string): string {
  return `“${label}” is empty now, so the app would show nothing there. Write a text, or take back what stood here.`;
}
