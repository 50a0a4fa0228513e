import { isEnglish } from '../../text/is-locale.js';
import type { Catalog, CatalogEntry } from '../../catalogs/catalog.js';
import { formatOf } from '../../catalogs/catalog-formats.js';
import { originalWords } from '../../catalogs/original-words.js';
import { locateCatalogText } from '../../catalogs/locate-catalog.js';
import { chooseDialect, hasChoices } from '../../catalogs/message-shape.js';
import { canAddTo } from './add-text.js';
import { cutParts, type Cut } from './cut-parts.js';
import { findForms } from './forms.js';
import type { ReadText } from './text-reader.js';
import type { Words, WordsLanguage, WordsPart } from './words.js';

/**
 * The text under `keyPath` of `path` in all the files of its catalog, with what those that changed said `before`. `undefined` where it is no
 * text of a catalog.
 */
export async function readAllLanguages(
  path: string,
  keyPath: string,
  texts: ReadonlyMap<string, string>,
  readText: ReadText,
  before: Cut['before'] = new Map(),
): Promise<Words | undefined> {
  const files: { path: string; locale: string | undefined; catalog: Catalog | undefined }[] = [];
  for (const [each, text] of texts)
    files.push({ path: each, locale: locateCatalogText(each, text)?.locale, catalog: await readText(each, text) });
  const asked = files.find((file) => file.path === path)?.catalog;
  const entry = asked?.entries.get(keyPath);
  const format = formatOf(path);
  if (asked === undefined || entry === undefined || format === undefined) return undefined;
  const catalogs = files.flatMap(({ catalog }) => catalog ?? []);
  const messages = catalogs.flatMap(({ entries }) => [...entries.values()].map(({ value }) => value));
  const icu = messages.some(hasChoices) ? await import('../../parsers/parse-icu.js') : undefined;
  const own = catalogs.find((each) => each.dialect !== undefined)?.dialect;
  const dialect = chooseDialect(format, own, () => messages);
  const pieces = { fill: icu?.fillIcu, findPieces: icu?.findIcuPieces };
  const cut: Cut = { manner: { dialect, readIcu: icu?.parseIcu }, ...pieces, before };
  const isWhole =
    entry.isText &&
    findForms(entry.path, format, catalogs)(entry.path) === '' &&
    (cut.findPieces?.(entry.value) ?? []).length === 0;
  const languages = files.flatMap(({ path: each, locale, catalog }): readonly WordsLanguage[] => {
    if (catalog === undefined || catalog.problem !== undefined)
      return [
        {
          path: each,
          locale,
          parts: [],
          trouble: `It cannot be read: ${catalog?.problem?.message ?? 'its format is unknown'}.`,
        },
      ];
    if (format === 'xcstrings') return languagesInside(entry, catalog, cut);
    const formOf = findForms(entry.path, format, catalogs);
    const parts = [...catalog.entries.values()].flatMap((one) => {
      const form = one.isText ? formOf(one.path) : undefined;
      return form === undefined ? [] : cutParts(each, locale, one, form, cut);
    });
    // A text with forms has others in another language.
    const isOpen = parts.length === 0 && isWhole && canAddTo(each) && !catalog.groups.has(keyPath);
    return [{ path: each, locale, parts, ...(isOpen && !catalog.entries.has(keyPath) && { isOpen }) }];
  });
  const rank = (language: WordsLanguage): number =>
    language.path === path && format !== 'xcstrings' ? 0 : isEnglish(language.locale ?? 'en') ? 1 : 2;
  const original = originalWords(path, entry);
  const isInCode = original !== undefined && !languages.some((each) => saysOriginal(each, original));
  return {
    key: entry.label,
    ...(isInCode && { inCode: original }),
    languages: languages.toSorted((one, other) => rank(one) - rank(other)),
    manner: cut.manner,
    asked: entry,
    order: [...asked.entries.values()].map((each) => each.path),
  };
}

/** English that is written out is what the product shows in place of the words in the code. */
function saysOriginal({ locale = '', parts }: WordsLanguage, original: string): boolean {
  return parts.some(({ value }) => value === original || (isEnglish(locale) && value.trim() !== ''));
}

/** Xcode keeps all languages of a text in one file: its keys are the text's, the language and the form. */
function languagesInside(
  { path: [key] }: CatalogEntry,
  { path, entries }: Catalog,
  cut: Cut,
): readonly WordsLanguage[] {
  const languages = new Map<string, WordsPart[]>();
  for (const entry of entries.values()) {
    const [own, language, ...form] = entry.path;
    if (own !== key || !entry.isText) continue;
    const locale = String(language);
    const parts = languages.get(locale) ?? [];
    languages.set(locale, parts);
    parts.push(...cutParts(path, locale, entry, String(form.at(-1) ?? ''), cut));
  }
  return [...languages].map(([locale, parts]) => ({ path, locale, parts }));
}
