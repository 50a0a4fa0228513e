import { collectCatalogFamilies, type CatalogFile } from '../../../catalogs/collect-catalog-families.js';
import { findText, type Catalog, type CatalogEntry } from '../../../catalogs/catalog.js';
import { parseOnce } from '../../uses/parse-once.js';
import type { Report, ReviewContext } from '../../check.js';
import { createMonthFinder, type FindMonths } from './find-months.js';
import { joinSome } from '../../../text/join-words.js';

/** Texts that are told of; a change of more has them in its pull request. */
const most = 10;
/** Languages that are named. */
const mostNamed = 4;

interface Member extends Pick<CatalogFile, 'path' | 'location'> {
  readonly before: Catalog | undefined;
  readonly after: Catalog;
}

/** A text of a file in which the change swaps numbers. */
interface Swap {
  readonly path: string;
  readonly id: string;
  readonly entry: CatalogEntry;
  readonly numbers: Swapped;
}

/**
 * Texts in which the change puts another number in the place of one (a price, a day, a limit), or another month, where another language still says the old one: people are then told two
 * things, by the language that they read. Languages that the change leaves alone are parsed only where such a text is found.
 */
export async function reportNumbersLeft({
  change,
  snapshot,
  parsed = new WeakMap(),
}: Pick<ReviewContext, 'change' | 'snapshot' | 'parsed'>): Promise<readonly Report[]> {
  const read = async ({ path, location, before, after, file }: CatalogFile): Promise<readonly Member[]> => {
    const now = after && (await parseOnce(location, after, parsed));
    if (now === undefined || now.problem !== undefined) return [];
    const old = file === undefined ? now : before && (await parseOnce(location, before, parsed));
    return [{ path, location, before: old, after: now }];
  };
  const reports: Report[] = [];
  const findMonths = createMonthFinder();
  for (const family of await collectCatalogFamilies(change.files, snapshot)) {
    const changed = (await Promise.all(family.filter(({ file }) => file !== undefined).map(read))).flat();
    const swaps = changed.flatMap((member) => swapsIn(member, findMonths));
    if (swaps.length === 0) continue;
    const others = (await Promise.all(family.filter(({ file }) => file === undefined).map(read))).flat();
    for (const swap of swaps)
      for (const report of reportSwap(swap, [...changed, ...others], findMonths)) reports.push(report);
  }
  return reports.slice(0, most);
}

function swapsIn({ path, location, before, after }: Member, findMonths: FindMonths): readonly Swap[] {
  return [...after.entries].flatMap(([id, entry]): readonly Swap[] => {
    const old = findText(before, id);
    const numbers = old && entry.isText ? swappedNumbers(old, entry, location.locale, findMonths) : undefined;
    return numbers === undefined ? [] : [{ path, id, entry, numbers }];
  });
}

function reportSwap(
  { path, id, entry, numbers }: Swap,
  members: readonly Member[],
  findMonths: FindMonths,
): readonly Report[] {
  const left = members.filter((other) => other.path !== path && saysStill(other, id, numbers, findMonths));
  if (left.length === 0) return [];
  const where = joinSome(
    left.map(({ path: at, location }) => location.locale ?? at),
    mostNamed,
  );
  const message = `“${entry.label}” says ${[...numbers.gained.values()].join(', ')} here now, and ${[...numbers.lost.values()].join(', ')} still in ${where}. Change it there as well, or say in the pull request who does.`;
  return [{ message, severity: 'note', path, ...entry.at, key: { name: entry.label, kind: 'text' } }];
}

/** As they are written, by what they say in any language. */
type Numbers = ReadonlyMap<string, string>;

interface Swapped {
  readonly lost: Numbers;
  readonly gained: Numbers;
}

function swappedNumbers(
  before: CatalogEntry,
  after: CatalogEntry,
  locale: string | undefined,
  findMonths: FindMonths,
): Swapped | undefined {
  if (before.value === after.value) return undefined;
  const [old, now] = [before, after].map(({ value }) => numbersIn(value, locale, findMonths)) as [Numbers, Numbers];
  const [lost, gained] = [without(old, now), without(now, old)];
  return lost.size > 0 && gained.size > 0 ? { lost, gained } : undefined;
}

function without(numbers: Numbers, others: Numbers): Numbers {
  return new Map([...numbers].filter(([key]) => !others.has(key)));
}

function saysStill(
  { location, before, after }: Member,
  id: string,
  { lost, gained }: Swapped,
  findMonths: FindMonths,
): boolean {
  const text = findText(after, id);
  if (text === undefined || text.value !== findText(before, id)?.value) return false;
  const numbers = numbersIn(text.value, location.locale, findMonths);
  return [...lost.keys()].every((key) => numbers.has(key)) && ![...gained.keys()].some((key) => numbers.has(key));
}

/** What is filled in, tags and addresses have numbers of their own. */
const filled = /\{[^{}]{0,200}\}|<[^<>]{0,300}>|%\d{0,2}\$?[\w@]|https?:\/\/\S{1,300}|&#\w{1,8};/g;

/** The numbers of a text as they are written, by their digits: languages part them otherwise. Months in words, by their places in the year. */
function numbersIn(text: string, locale: string | undefined, findMonths: FindMonths): Numbers {
  const words = text.replace(filled, ' ');
  const numbers = words.match(/\d{1,20}(?:[.,'’\u00A0\u202F]\d{1,20}){0,6}/g) ?? [];
  return new Map([
    ...numbers.map((written) => [written.replace(/\D/g, ''), written] as const),
    ...findMonths(words, locale),
  ]);
}
