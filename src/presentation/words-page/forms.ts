import { languageTag } from '../../text/is-locale.js';
import type { CatalogFormat } from '../../catalogs/catalog-formats.js';
import { keyPathId, type Catalog, type CatalogEntry } from '../../catalogs/catalog.js';

type KeyPath = CatalogEntry['path'];

/** Says which form of one text a key is: `one`, or nothing for a text without forms. `undefined` for a key of another text. */
export type FormOf = (path: KeyPath) => string | undefined;

const form = /^(?:zero|one|two|few|many|other)$/;
const suffixed = /^(.*[^._])([._](?:ordinal[._])?)(zero|one|two|few|many|other|plural)$/;

/**
 * The forms of a number that are keys of their own, as libraries write them: `items.one`, `items_one`, `items_plural`, the numbers of
 * Gettext and Qt. All of them are one text; languages have different ones.
 */
export function findForms(path: KeyPath, format: CatalogFormat, catalogs: readonly Catalog[]): FormOf {
  const last = path.at(-1);
  const has = (...rest: KeyPath): boolean => {
    const id = keyPathId([...path.slice(0, -1), ...rest]);
    return catalogs.some(({ entries }) => entries.has(id));
  };
  const beside =
    (formOf: (name: string | number) => string | undefined): FormOf =>
    (each) => {
      const name = each.at(-1);
      const isBeside = each.length === path.length && path.slice(0, -1).every((step, index) => step === each[index]);
      return isBeside ? formOf(name as string | number) : undefined;
    };
  if (typeof last === 'number' && (format === 'po' || format === 'xml' || format === 'script') && path.length > 1) {
    const isNumbered = format === 'po' || catalogs.some(({ dialect }) => dialect === 'qt');
    return beside((name) =>
      isNumbered && typeof name === 'number' ? String(name + 1) : name === last ? '' : undefined,
    );
  }
  const name = String(last);
  if (form.test(name) && path.length > 1 && has('other'))
    return beside((each) => (form.test(String(each)) ? String(each) : undefined));
  const [, stem = name, sign = '_'] = suffixed.exec(name) ?? [];
  if (has(`${stem}${sign}other`) || has(`${stem}_plural`))
    return beside((each) => {
      if (each === stem) return has(`${stem}_plural`) ? 'one' : 'other';
      const [, own, ownSign, arm] = suffixed.exec(String(each)) ?? [];
      return own === stem && ownSign === sign ? arm : undefined;
    });
  return beside((each) => (each === last ? '' : undefined));
}

/** Numbers that a language says in this form, at most three; none where it says no number so, or nobody knows. */
export function exampleNumbers(name: string, locale: string | undefined, isOrdinal = false): readonly number[] {
  if (/^=\d{1,9}$/.test(name)) return [Number(name.slice(1))];
  if (!form.test(name)) return [];
  const rules = pluralRules(locale, isOrdinal);
  const found: number[] = [];
  for (let number = 0; number <= 120 && found.length < 3; number++)
    if (rules.select(number) === name) found.push(number);
  if (found.length > 0) return found;
  // What no counted number needs: millions, fractions.
  return [1_000_000, 1.5].filter((number) => rules.select(number) === name).slice(0, 1);
}

function pluralRules(locale: string | undefined, isOrdinal: boolean): Intl.PluralRules {
  const options = { type: isOrdinal ? 'ordinal' : 'cardinal' } as const;
  try {
    return new Intl.PluralRules(knownLocale(locale), options);
  } catch {
    return new Intl.PluralRules('en', options);
  }
}

/** A language as programs name it; English where a path names none. */
export function knownLocale(locale: string | undefined): string {
  return locale === undefined ? 'en' : languageTag(locale);
}
