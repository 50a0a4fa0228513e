import { collectCatalogFamilies, type CatalogFile } from '../../../catalogs/collect-catalog-families.js';
import { findText, type Catalog, type CatalogEntry } from '../../../catalogs/catalog.js';
import { parseOnce } from '../../uses/parse-once.js';
import type { Report, ReviewContext } from '../../check.js';
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
 * Texts in which the change puts another number in the place of one (a price, a day, a limit) where another language still says the old one: people are then told two
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
  for (const family of await collectCatalogFamilies(change.files, snapshot)) {
    const changed = (await Promise.all(family.filter(({ file }) => file !== undefined).map(read))).flat();
    const swaps = changed.flatMap(swapsIn);
    if (swaps.length === 0) continue;
    const others = (await Promise.all(family.filter(({ file }) => file === undefined).map(read))).flat();
    for (const swap of swaps) for (const report of reportSwap(swap, [...changed, ...others])) reports.push(report);
  }
  return reports.slice(0, most);
}

function swapsIn({ path, before, after }: Member): readonly Swap[] {
  return [...after.entries].flatMap(([id, entry]): readonly Swap[] => {
    const old = findText(before, id);
    const numbers = old && entry.isText ? swappedNumbers(old, entry) : undefined;
    return numbers === undefined ? [] : [{ path, id, entry, numbers }];
  });
}

function reportSwap({ path, id, entry, numbers }: Swap, members: readonly Member[]): readonly Report[] {
  const left = members.filter((other) => other.path !== path && saysStill(other, id, numbers));
  if (left.length === 0) return [];
  const where = joinSome(
    left.map(({ path: at, location }) => location.locale ?? at),
    mostNamed,
  );
  const message = `“${entry.label}” says ${numbers.gained.join(', ')} here now, and ${numbers.lost.join(', ')} still in ${where}. Change it there as well, or say in the pull request who does.`;
  return [{ message, severity: 'note', path, ...entry.at, key: { name: entry.label, kind: 'text' } }];
}

interface Swapped {
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

function swappedNumbers(before: CatalogEntry, after: CatalogEntry): Swapped | undefined {
  if (before.value === after.value) return undefined;
  const [old, now] = [numbersIn(before.value), numbersIn(after.value)];
  const lost = [...old].flatMap(([key, written]) => (now.has(key) ? [] : [written]));
  const gained = [...now].flatMap(([key, written]) => (old.has(key) ? [] : [written]));
  return lost.length > 0 && gained.length > 0 ? { lost, gained } : undefined;
}

function saysStill({ before, after }: Member, id: string, { lost, gained }: Swapped): boolean {
  const text = findText(after, id);
  if (text === undefined || text.value !== findText(before, id)?.value) return false;
  const numbers = numbersIn(text.value);
  return lost.every((each) => numbers.has(keyOf(each))) && !gained.some((each) => numbers.has(keyOf(each)));
}

/** What is filled in, tags and addresses have numbers of their own. */
const filled = /\{[^{}]{0,200}\}|<[^<>]{0,300}>|%\d{0,2}\$?[\w@]|https?:\/\/\S{1,300}|&#\w{1,8};/g;

/** The numbers of a text as they are written, by their digits: languages part them otherwise. */
function numbersIn(text: string): ReadonlyMap<string, string> {
  const numbers = text.replace(filled, ' ').match(/\d{1,20}(?:[.,'’\u00A0\u202F]\d{1,20}){0,6}/g) ?? [];
  return new Map(numbers.map((written) => [keyOf(written), written]));
}

function keyOf(written: string): string {
  return written.replace(/\D/g, '');
}
