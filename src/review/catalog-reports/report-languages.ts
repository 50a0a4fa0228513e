import type { Report } from '../check.js';
import type { CatalogFamily, CatalogMember } from '../../catalogs/collect-catalog-families.js';
import { originalRank } from '../../catalogs/choose-originals.js';
import type { CatalogLocation } from '../../catalogs/locate-catalog.js';
import { entriesEqual } from '../../catalogs/compare-catalogs.js';
import { areLinkedAlike } from './differences/compare-links.js';
import { ignoreKnown } from './differences/ignore-known.js';
import { describeShapeDifference, isPartOf, type ShapeDifference } from '../../catalogs/compare-shapes.js';
import { compareWithOriginal } from './differences/compare-with-original.js';
import { isMisread } from './differences/is-misread.js';
import { hasChoices } from '../../catalogs/message-shape.js';
import { findText, type CatalogEntry } from '../../catalogs/catalog.js';
import type { ShapeReader } from './shape-reader.js';

/** One language of a catalog with its text under some key. */
export interface MemberText {
  readonly member: CatalogMember;
  readonly entry: CatalogEntry;
}

interface DifferingText extends MemberText {
  readonly difference: ShapeDifference;
}

/**
 * One key in all its languages, each compared with English (else with the first that has it), of which at least one is written by the
 * change. Texts in `settled` are reported already. What differed in the same way before is only noted.
 */
export function reportLanguages(
  id: string,
  members: CatalogFamily,
  settled: ReadonlySet<CatalogEntry>,
  read: ShapeReader,
): readonly Report[] {
  const texts = collectTexts(members, id);
  const reference = chooseReference(members, id, read);
  // Where a file has the text that it translates, that one counts.
  if (reference === undefined || reference.entry.source !== undefined || settled.has(reference.entry)) return [];
  const differing: DifferingText[] = [];
  const isPlain = (each: CatalogEntry): boolean => read(each).placeholders.size === 0;
  for (const { member, entry } of texts) {
    // The original's own words are not translated yet.
    if (member === reference.member || settled.has(entry) || entry.value === reference.entry.value) continue;
    const catalogs = [reference.member.after, member.after];
    if (areLinkedAlike([entry, reference.entry], catalogs, isPlain)) continue;
    const difference = ignoreKnown(
      compareWithOriginal(entry, reference.entry, member.location.locale, read),
      catalogs,
      entry,
      isPlain,
    );
    if (difference !== undefined) differing.push({ member, entry, difference });
  }
  const reports = differing
    .filter(({ member }) => isWritten(member, id))
    .map((one) => reportHere(one, reference, id, read));
  const [first, ...more] = differing.filter(({ member }) => !isWritten(member, id));
  if (first !== undefined && isWritten(reference.member, id))
    reports.push(reportAtReference(first, more, reference, id, read));
  return reports;
}

/** The text of `id` in each language that has one and whose catalog can be read. */
function collectTexts(members: CatalogFamily, id: string): readonly MemberText[] {
  return members.flatMap((member) => {
    const entry = member.after && isMisread(member.after) ? undefined : findText(member.after, id);
    return entry === undefined ? [] : [{ member, entry }];
  });
}

/**
 * The text that the others are held against: English, and none where English can be read and has none. Where there is no English, as where the words that all
 * translate lie elsewhere, the first that has what most have, and of those that the change leaves alone while there are any.
 */
export function chooseReference(members: CatalogFamily, id: string, read: ShapeReader): MemberText | undefined {
  const texts = collectTexts(members, id);
  const original = chooseOriginal(members.map(({ location }) => location));
  const hasEnglish = original !== undefined && originalRank(original.locale) < 2;
  const chosen = hasEnglish ? original : chooseOriginal(texts.map(({ member }) => member.location));
  if (hasEnglish || originalRank(chosen?.locale) < 3) return texts.find(({ member }) => member.location === chosen);
  const settled = texts.filter(({ member }) => !isWritten(member, id));
  const among = settled.length === 0 ? texts : settled;
  const shapeOf = ({ entry }: MemberText): string => [...read(entry).placeholders.keys()].sort().join(' ');
  const shapes = among.map(shapeOf);
  const counts = shapes.map((shape) => shapes.filter((other) => other === shape).length);
  return among[counts.indexOf(Math.max(...counts))];
}

/** Of the languages of a catalog that from which the others are translated: English, else the first. */
export function chooseOriginal(locations: readonly CatalogLocation[]): CatalogLocation | undefined {
  const ranks = locations.map(({ locale }) => originalRank(locale));
  return locations[ranks.indexOf(Math.min(...ranks))];
}

/** Are its texts English, or what all others are translated from? */
export function isOriginal({ locale }: CatalogLocation): boolean {
  return originalRank(locale) < 3;
}

/** Does the change itself write this text? */
function isWritten({ before, after }: CatalogMember, id: string): boolean {
  const old = findText(before, id);
  const now = findText(after, id);
  return before !== after && now !== undefined && (old === undefined || !entriesEqual(old, now));
}

function reportHere(differing: DifferingText, reference: MemberText, id: string, read: ShapeReader): Report {
  const { member, entry, difference } = differing;
  const key = { name: entry.label, kind: 'text', comparedWith: reference.member.location.path } as const;
  const { missing, extra, arms } = difference;
  const isQuoted =
    missing.length + arms.length === 0 && extra.every((name) => reference.entry.value.includes(`'${name}'`));
  const advice = isQuoted ? quotedThere : adviceFor([difference]);
  const message = `“${entry.label}” ${describeShapeDifference(difference, [entry.value, reference.entry.value])}, compared with ${reference.member.location.path}. ${advice}`;
  const weight = isQuoted ? ({ undecided: true } as const) : weigh(differedBefore(differing, reference, id, read));
  return { message, ...weight, path: member.location.path, ...entry.at, key };
}

function reportAtReference(
  first: DifferingText,
  more: readonly DifferingText[],
  reference: MemberText,
  id: string,
  read: ShapeReader,
): Report {
  const { member, entry } = reference;
  const others =
    more.length === 0
      ? ''
      : `, and ${more.length} more language${more.length === 1 ? '' : 's'} differ${more.length === 1 ? 's' : ''} too`;
  const message = `“${entry.label}” in ${first.member.location.path} ${describeShapeDifference(first.difference, [first.entry.value, entry.value])}, compared with here${others}. ${adviceFor([first, ...more].map(({ difference }) => difference))}`;
  const old = [first, ...more].every((one) => differedBefore(one, reference, id, read));
  const key = { name: entry.label, kind: 'text' } as const;
  return { message, ...weigh(old), path: member.location.path, ...entry.at, key };
}

const quotedThere =
  "There it stands between apostrophes ('), which many apps take for words that are not filled in. Your engineering DRI says in the pull request which of the two is meant.";

function adviceFor(differences: readonly ShapeDifference[]): string {
  return differences.every(({ missing, extra }) => missing.length + extra.length === 0)
    ? 'For a missing case the app shows the text of the case “other”, which is mostly wrong there. Add what is missing.'
    : 'These parts are for the app, which fills them in by their names, and nobody translates them. Write them alike in every language.';
}

function weigh(old: boolean): { readonly severity?: 'note' } {
  return old ? { severity: 'note' } : {};
}

/** Did the two languages differ in just this way before? */
function differedBefore(
  { member, difference }: DifferingText,
  reference: MemberText,
  id: string,
  read: ShapeReader,
): boolean {
  const entry = findText(member.before, id);
  const origin = findText(reference.member.before, id);
  if (entry === undefined || origin === undefined) return false;
  // What nobody could read had no cases.
  const wasBroken = read(entry).choices.length === 0 && hasChoices(entry.value);
  const same = compareWithOriginal(entry, origin, member.location.locale, read);
  const old = wasBroken ? { missing: [], extra: [], ...same, arms: difference.arms } : same;
  return old !== undefined && isPartOf(difference, old);
}
