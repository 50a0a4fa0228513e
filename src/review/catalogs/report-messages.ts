import type { Report } from '../check.js';
import { sameEntry } from './catalog-difference.js';
import type { CatalogFamily, CatalogMember } from './catalog-family.js';
import { compareShapes, describeDifference, type ShapeDifference } from './compare-shapes.js';
import { indexLines } from './index-lines.js';
import { dialectOf, shapeOf, usesChoices, type Dialect, type MessageShape, type ReadIcu } from './placeholders.js';
import { rawOffset } from './raw-offset.js';
import type { Catalog, CatalogEntry } from './read-catalog.js';

/** Does any message of the family need ICU's parser? */
export function needsIcu({ members }: CatalogFamily): boolean {
  for (const message of messagesOf(members)) if (usesChoices(message)) return true;
  return false;
}

/**
 * What is wrong with the messages that the change writes: ICU that does not parse; placeholders, tags, plural or select arms that
 * differ from before or from the other languages. What differed from them in the same way before is only noted.
 */
export function reportMessages({ members }: CatalogFamily, readIcu: ReadIcu | undefined): readonly Report[] {
  const read = shapeReader(dialectOf(messagesOf(members)), readIcu);
  const reports: Report[] = [];
  const settled = new Set<CatalogEntry>();
  const keys = new Set<string>();
  for (const member of members) {
    for (const [id, entry, before] of changedTexts(member)) {
      keys.add(id);
      const report = reportAlone(member, entry, before, read);
      if (report === undefined) continue;
      reports.push(report);
      settled.add(entry);
    }
  }
  for (const id of keys) reports.push(...reportLanguages(id, members, settled, read));
  return reports;
}

type Read = (entry: CatalogEntry) => MessageShape;

/** Each message is read once, however many languages it is compared with. */
function shapeReader(dialect: Dialect, readIcu: ReadIcu | undefined): Read {
  const shapes = new Map<string, MessageShape>();
  return ({ value }) => {
    const shape = shapes.get(value) ?? shapeOf(value, dialect, readIcu);
    shapes.set(value, shape);
    return shape;
  };
}

function* messagesOf(members: readonly CatalogMember[]): Generator<string> {
  for (const { before, after } of members) {
    for (const catalog of before === after ? [after] : [before, after]) {
      for (const { value } of catalog?.entries.values() ?? []) yield value;
    }
  }
}

/** The texts of a member that are new or changed, with what they were. */
function* changedTexts({
  file,
  before,
  after,
}: CatalogMember): Generator<[string, CatalogEntry, CatalogEntry | undefined]> {
  if (file === undefined || after === undefined || after.problem !== undefined) return;
  for (const [id, entry] of after.entries) {
    const old = before?.entries.get(id);
    if (entry.isText && !isMetadata(after, entry) && (old === undefined || !sameEntry(old, entry)))
      yield [id, entry, old];
  }
}

/** In `.arb` files, keys with an at sign describe texts and are none. */
function isMetadata({ path }: Catalog, { path: [top] }: CatalogEntry): boolean {
  return path.endsWith('.arb') && typeof top === 'string' && top.startsWith('@');
}

function reportAlone(
  { place, after }: CatalogMember,
  entry: CatalogEntry,
  before: CatalogEntry | undefined,
  read: Read,
): Report | undefined {
  const shape = read(entry);
  const old = before?.isText === true ? read(before) : undefined;
  if (shape.problem !== undefined && old?.problem === undefined && after !== undefined) {
    const at = indexLines(after.text)(rawOffset(after.text, entry.offset, shape.problem.offset));
    const message = `The app cannot read “${entry.label}”, because ${shape.problem.message}. Mend the placeholder here.`;
    return { message, path: place.path, ...at };
  }
  const difference = old === undefined ? undefined : compareShapes(entry, shape, old, place.locale, true);
  if (difference === undefined) return undefined;
  return {
    message: `“${entry.label}” now ${describeDifference(difference)}. ${advice}`,
    path: place.path,
    ...entry.at,
  };
}

const advice =
  'The app knows these parts by name and fills them in, so one that is lost, new or renamed comes out wrong. Write them as they were.';

interface Told {
  readonly member: CatalogMember;
  readonly entry: CatalogEntry;
  readonly difference: ShapeDifference;
}

/** One key in all its languages, compared with one of them: English, else the first that the change writes. */
function reportLanguages(
  id: string,
  members: readonly CatalogMember[],
  settled: ReadonlySet<CatalogEntry>,
  read: Read,
): readonly Report[] {
  const having = members.filter(({ after }) => after?.problem === undefined && after?.entries.get(id)?.isText === true);
  const reference = having.find(({ place }) => /^en(?:[-_]|$)/i.test(place.locale ?? '')) ?? having[0];
  const origin = reference?.after?.entries.get(id);
  if (reference === undefined || origin === undefined || settled.has(origin)) return [];
  const told: Told[] = [];
  for (const member of having) {
    const entry = member.after?.entries.get(id);
    if (member === reference || entry === undefined || settled.has(entry)) continue;
    const difference = compareShapes(entry, read(entry), read(origin), member.place.locale, false);
    if (difference !== undefined) told.push({ member, entry, difference });
  }
  const reports = told.filter(({ member }) => isWritten(member, id)).map((one) => tellHere(one, reference, id, read));
  const elsewhere = told.filter(({ member }) => !isWritten(member, id));
  if (elsewhere.length > 0 && isWritten(reference, id)) reports.push(tellThere(elsewhere, reference, origin, id, read));
  return reports;
}

/** Does the change itself write this text? */
function isWritten({ before, after }: CatalogMember, id: string): boolean {
  const old = before?.entries.get(id);
  const now = after?.entries.get(id);
  return before !== after && now !== undefined && (old === undefined || !sameEntry(old, now));
}

function tellHere({ member, entry, difference }: Told, reference: CatalogMember, id: string, read: Read): Report {
  const message = `“${entry.label}” ${describeDifference(difference)}, compared with ${reference.place.path}. ${everywhere}`;
  return { message, ...weigh(wasSo(member, reference, id, difference, read)), path: member.place.path, ...entry.at };
}

function tellThere(
  told: readonly Told[],
  reference: CatalogMember,
  origin: CatalogEntry,
  id: string,
  read: Read,
): Report {
  const [{ member, difference }] = told as [Told];
  const others =
    told.length === 1
      ? ''
      : `, and ${told.length - 1} more language${told.length === 2 ? '' : 's'} differ${told.length === 2 ? 's' : ''} too`;
  const message = `“${origin.label}” in ${member.place.path} ${describeDifference(difference)}, compared with here${others}. ${everywhere}`;
  const old = told.every((one) => wasSo(one.member, reference, id, one.difference, read));
  return { message, ...weigh(old), path: reference.place.path, ...origin.at };
}

const everywhere = 'Every language has to fill in the same parts; write them alike, or leave them as they were.';

function weigh(old: boolean): { readonly severity?: 'note' } {
  return old ? { severity: 'note' } : {};
}

/** Did the two languages differ in just this way before? */
function wasSo(
  member: CatalogMember,
  reference: CatalogMember,
  id: string,
  difference: ShapeDifference,
  read: Read,
): boolean {
  const entry = member.before?.entries.get(id);
  const origin = reference.before?.entries.get(id);
  if (entry === undefined || origin === undefined) return false;
  const old = compareShapes(entry, read(entry), read(origin), member.place.locale, false);
  return old !== undefined && describeDifference(old) === describeDifference(difference);
}
