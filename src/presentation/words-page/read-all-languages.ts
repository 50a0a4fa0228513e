import { createHash } from 'node:crypto';
import { formatOf, loadReader } from '../../catalogs/catalog-formats.js';
import { locateCatalogText } from '../../catalogs/locate-catalog.js';
import { detectDialect, hasChoices, readMessageShape } from '../../catalogs/message-shape.js';
import { keyPathId, type Catalog, type CatalogEntry } from '../../catalogs/catalog.js';
import type { findIcuPieces } from '../../parsers/parse-icu.js';
import { canAddTo } from './add-text.js';
import { fillSample, type FillIcu, type Sample } from './fill-sample.js';
import type { Manner } from './find-trouble.js';
import { exampleNumbers, findForms } from './forms.js';

/** What is written on its own: a text in one language, a form of it, or a case of it. */
export interface WordsPart {
  readonly path: string;
  readonly keyPath: string;
  /** Which piece it is of a text with an ICU plural or select, where the text has been taken apart. */
  readonly arm: number | undefined;
  /** `one`, `=0`, `female`; of the words around a plural `before` or `after`; empty where the text has no forms. */
  readonly form: string;
  readonly kind: 'text' | 'plural' | 'ordinal' | 'select' | 'around';
  /** What its plural or select asks for, where the text has several of them: numbered where two ask for the same. */
  readonly argument?: string;
  /** Numbers that are said so. */
  readonly numbers: readonly number[];
  readonly value: string;
  /** In signs. */
  readonly length: number;
  /** A digest of the value: a save names the one that its page showed. */
  readonly mark: string;
  readonly placeholders: readonly string[];
  /** As it may stand on the screen. */
  readonly preview: string;
  /** The same with other words in place of this part. */
  readonly previewWith: (typed: string) => string;
  readonly entry: CatalogEntry;
  /** Where it stands in the entry's value. */
  readonly start: number;
  readonly end: number;
}

/** A text in one language. */
export interface WordsLanguage {
  readonly path: string;
  readonly locale: string | undefined;
  /** None where the language does not have it, or its file cannot be read (`trouble`). */
  readonly parts: readonly WordsPart[];
  readonly trouble?: string;
  /** It does not have the text, and can be given it. */
  readonly isOpen?: true;
}

/** One text of a catalog in all its languages. */
export interface Words {
  /** As one writes it: `home.title`. */
  readonly key: string;
  /** The language that was asked for first, then English, then as they were given. */
  readonly languages: readonly WordsLanguage[];
  readonly manner: Manner;
  /** The text that was asked for, and the keys of its file in their order. */
  readonly asked: CatalogEntry;
  readonly order: readonly CatalogEntry['path'][];
}

/** Reads a catalog once for each of its texts: a page is read anew after each save. */
export type ReadText = (path: string, text: string) => Promise<Catalog | undefined>;

export function createTextReader(): ReadText {
  const known = new Map<string, { readonly text: string; readonly catalog: Catalog }>();
  return async (path, text) => {
    const last = known.get(path);
    if (last?.text === text) return last.catalog;
    const format = formatOf(path);
    if (format === undefined) return undefined;
    const catalog = (await loadReader(format, text))(path, text);
    known.set(path, { text, catalog });
    // Reading forty languages at one go would hold up whatever else waits.
    await new Promise((resolve) => setImmediate(resolve));
    return catalog;
  };
}

/** The text under `keyPath` of `path` in all the files of its catalog. `undefined` where it is no text of a catalog. */
export async function readAllLanguages(
  path: string,
  keyPath: string,
  texts: ReadonlyMap<string, string>,
  readText: ReadText,
): Promise<Words | undefined> {
  const files: { path: string; locale: string | undefined; catalog: Catalog | undefined }[] = [];
  for (const [each, text] of texts)
    files.push({ path: each, locale: locateCatalogText(each, text)?.locale, catalog: await readText(each, text) });
  const own = files.find((file) => file.path === path)?.catalog;
  const entry = own?.entries.get(keyPath);
  const format = formatOf(path);
  if (own === undefined || entry === undefined || format === undefined) return undefined;
  const catalogs = files.flatMap(({ catalog }) => catalog ?? []);
  const messages = catalogs.flatMap(({ entries }) => [...entries.values()].map(({ value }) => value));
  const icu = messages.some(hasChoices) ? await import('../../parsers/parse-icu.js') : undefined;
  const dialect = catalogs.find((each) => each.dialect !== undefined)?.dialect ?? detectDialect(messages);
  const cut: Cut = { manner: { dialect, readIcu: icu?.parseIcu }, fill: icu?.fillIcu, findPieces: icu?.findIcuPieces };
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
    language.path === path && format !== 'xcstrings'
      ? 0
      : /^en\b/i.test(language.locale?.replaceAll('_', '-') ?? 'en')
        ? 1
        : 2;
  return {
    key: entry.label,
    languages: languages.toSorted((one, other) => rank(one) - rank(other)),
    manner: cut.manner,
    asked: entry,
    order: [...own.entries.values()].map((each) => each.path),
  };
}

/** How texts are taken apart. */
interface Cut {
  readonly manner: Manner;
  readonly fill: FillIcu | undefined;
  readonly findPieces: typeof findIcuPieces | undefined;
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

function cutParts(
  path: string,
  locale: string | undefined,
  entry: CatalogEntry,
  form: string,
  { manner, fill, findPieces }: Cut,
): readonly WordsPart[] {
  const { value } = entry;
  const pieces = findPieces?.(value) ?? [];
  const askedFor = nameChoices(pieces);
  const part = (
    { name, kind, start, end }: { name: string; kind: WordsPart['kind']; start: number; end: number },
    arm?: number,
    argument = '',
    askedFor?: string,
  ): WordsPart => {
    const own = value.slice(start, end);
    const numbers = kind === 'plural' || kind === 'ordinal' ? exampleNumbers(name, locale, kind === 'ordinal') : [];
    const sample: Sample = {
      locale,
      number: numbers.at(-1) ?? 5,
      ...(kind === 'select' && { select: { argument, arm: name } }),
    };
    const previewWith = (typed: string): string =>
      fillSample(value.slice(0, start) + typed + value.slice(end), manner.dialect, sample, fill);
    return {
      path,
      keyPath: keyPathId(entry.path),
      arm,
      form: name,
      kind,
      ...(askedFor !== undefined && { argument: askedFor }),
      numbers,
      value: own,
      length: Array.from(own).length,
      mark: createHash('sha256').update(own).digest('base64url').slice(0, 22),
      placeholders: [...readMessageShape(own, manner.dialect, manner.readIcu).placeholders.keys()].slice(0, 100),
      preview: previewWith(own),
      previewWith,
      entry,
      start,
      end,
    };
  };
  if (pieces.length === 0)
    return [part({ name: form, kind: form === '' ? 'text' : 'plural', start: 0, end: value.length })];
  return pieces.map((each, index) => part(each, index, each.argument, askedFor.get(each.choice)));
}

/** By each plural or select of a text with several what it is called; nothing for one alone. */
function nameChoices(pieces: ReturnType<typeof findIcuPieces>): ReadonlyMap<number, string> {
  const arms = pieces.filter(({ kind }) => kind !== 'around');
  const names = [...new Map(arms.map(({ choice, argument }) => [choice, argument]))];
  if (names.length < 2) return new Map();
  return new Map(
    names.map(([choice, name]) => {
      const same = names.filter(([, other]) => other === name).map(([each]) => each);
      return [choice, same.length === 1 ? name : `${name} ${same.indexOf(choice) + 1}`];
    }),
  );
}
