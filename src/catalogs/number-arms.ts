import { languageTag } from '../text/is-locale.js';
import type { CatalogEntry } from './catalog.js';

/** What one arm of a plural, kept as a text of its own, need not share with the text that it is held against. */
export interface NumberArm {
  readonly mayHave: (placeholder: string) => boolean;
  readonly mayLack: (placeholder: string) => boolean;
}

/**
 * Reads from its key which numbers a text is for (`item_one`, `items.few`, the second form in a PO file): what is said of one may leave the
 * number out, of none whatever there is, and what stands for many numbers says which. Other languages may have words for a few of them.
 */
export function readNumberArm(
  { path }: Pick<CatalogEntry, 'path'>,
  locale: string | undefined,
  sameLocale: boolean,
): NumberArm {
  const last = path.at(-1);
  const key = typeof last === 'number' ? formAt(last, locale, sameLocale) : String(last);
  // A key that is a mere number is the id of a text, as in XLIFF.
  const isArm = armKey.test(key) && !(path.length === 1 && /^\d+$/.test(key));
  const isNone = noneKey.test(key);
  // Each language has as many forms as it needs.
  const isFree = (): boolean => !sameLocale || countingCategories(locale, false).size === 1;
  const mayHave = (name: string): boolean => isNone || (name === '|' && isFree()) || (isArm && countName.test(name));
  const saysNumber = (): boolean => (sameLocale ? manyKey.test(key) : otherKey.test(key) || countsMany(key, locale));
  const mayLack = (name: string): boolean => mayHave(name) && !saysNumber();
  return { mayHave, mayLack };
}

/** The category that the form in this place is for, in the order of CLDR, which is gettext's but where there are words for none. */
function formAt(place: number, locale: string | undefined, sameLocale: boolean): string {
  const has = countingCategories(locale ?? 'en', false);
  const forms = ['one', 'two', 'few', 'many', 'other'].filter((category) => has.has(category));
  // The only form there is may be words for any number.
  if (has.has('zero') || (forms.length === 1 && !sameLocale)) return 'one';
  return forms[Math.min(place, forms.length - 1)] as string;
}

/** Is a form for more numbers than a language has words for, as the Russian one for 5, 6, 7 and so on is? */
function countsMany(key: string, locale: string | undefined): boolean {
  const [, category] = /(?:^|[._])(few|many)$/.exec(key) ?? [];
  if (category === undefined || locale === undefined) return false;
  const rules = new Intl.PluralRules(languageTag(locale));
  let numbers = 0;
  for (let number = 1; number <= 20; number++) if (rules.select(number) === category) numbers += 1;
  return numbers > 3;
}

/** The categories that whole numbers to 200 fall into: without those for fractions and millions, which catalogs leave to `other`. */
export function countingCategories(locale: string | undefined, isOrdinal: boolean): ReadonlySet<string> {
  const categories = new Set<string>();
  if (locale === undefined) return categories;
  const type = isOrdinal ? 'ordinal' : 'cardinal';
  const rules = new Intl.PluralRules(languageTag(locale), { type });
  for (let number = 1; number <= 200; number++) categories.add(rules.select(number));
  categories.add(rules.select(0));
  return categories;
}

const armKey = /(?:^|[._])(?:zero|one|two|few|many|other|=?\d+)$/;
/** Names of the arms for many numbers. */
const manyKey = /(?:few|many|other)$/;
const otherKey = /other$/;
const noneKey = /(?:^|[._])(?:zero|=0)$/;
const countName =
  /^(?:\{\{?(?:count|n|num|number|total|0)\}\}?|%?\{(?:count|n|num|number)\}|%1\$(?:[dsu@f]|l?ld)|%\((?:count|n|num|number)\)[ds]|:count|%count%|%n|\$COUNT\$)$/i;
