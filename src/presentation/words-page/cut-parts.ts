import { createHash } from 'node:crypto';
import { keyPathId, type Catalog, type CatalogEntry } from '../../catalogs/catalog.js';
import { originalOf, wordsInCode } from '../../catalogs/original-words.js';
import { readMessageShape } from '../../catalogs/message-shape.js';
import type { findIcuPieces } from '../../parsers/parse-icu.js';
import { fillSample, type FillIcu, type Sample } from './fill-sample.js';
import type { Manner } from './find-trouble.js';
import { exampleNumbers } from './forms.js';
import type { WordsPart } from './words.js';

/** How texts are taken apart. */
export interface Cut {
  readonly manner: Manner;
  readonly fill: FillIcu | undefined;
  readonly findPieces: typeof findIcuPieces | undefined;
  /** The files of the change as they were before it; `undefined` for one that is new. */
  readonly before: ReadonlyMap<string, Catalog | undefined>;
}

/** What of a text is written on its own: the whole, or each piece of an ICU plural or select. `form`: of the whole, empty where it has none. */
export function cutParts(
  path: string,
  locale: string | undefined,
  entry: CatalogEntry,
  form: string,
  { manner, fill, findPieces, before }: Cut,
): readonly WordsPart[] {
  const { value } = entry;
  const pieces = findPieces?.(value) ?? [];
  const was = before.get(path)?.entries.get(keyPathId(entry.path));
  const isNew = before.has(path) && was === undefined;
  const saidBefore = (each: CatalogEntry): string => (each.value.trim() === '' && originalOf(path, each)) || each.value;
  const old = was === undefined || was.value === value ? undefined : saidBefore(was);
  const original = value.trim() === '' || isNew ? originalOf(path, entry) : undefined;
  const inCode = wordsInCode(path, locale, entry);
  const oldPieces = old === undefined ? [] : (findPieces?.(old) ?? []);
  const askedFor = nameChoices(pieces);
  const part = (
    { name, kind, start, end }: { name: string; kind: WordsPart['kind']; start: number; end: number },
    arm?: number,
    argument = '',
    askedFor?: string,
  ): WordsPart => {
    const own = value.slice(start, end);
    const oldPart =
      old === undefined || oldPieces.length !== pieces.length ? undefined : oldOf(old, oldPieces[arm ?? -1]);
    const placeholdersOf = (text: string): readonly string[] => [
      ...readMessageShape(text, manner.dialect, manner.readIcu).placeholders.keys(),
    ];
    const numbers = kind === 'plural' || kind === 'ordinal' ? exampleNumbers(name, locale, kind === 'ordinal') : [];
    const sample: Sample = {
      locale,
      number: numbers.at(-1) ?? 5,
      ...(kind === 'select' && { select: { argument, arm: name } }),
    };
    const previewWith = (typed: string, filled?: readonly string[]): string =>
      fillSample(
        inCode !== undefined && typed.trim() === '' ? inCode : value.slice(0, start) + typed + value.slice(end),
        manner.dialect,
        filled === undefined ? sample : { ...sample, filled },
        fill,
      );
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
      placeholders: [...new Set([oldPart ?? original ?? '', own].flatMap(placeholdersOf))].slice(0, 100),
      preview: previewWith(own),
      previewWith,
      entry,
      ...(old !== undefined && oldPart !== undefined && { before: { entry: old, part: oldPart } }),
      ...(inCode !== undefined && { inCode }),
      ...(original !== undefined && { original }),
      ...(isNew && { isNew }),
      start,
      end,
    };
  };
  if (pieces.length === 0)
    return [part({ name: form, kind: form === '' ? 'text' : 'plural', start: 0, end: value.length })];
  return pieces.map((each, index) => part(each, index, each.argument, askedFor.get(each.choice)));
}

function oldOf(text: string, piece: { readonly start: number; readonly end: number } | undefined): string {
  return piece === undefined ? text : text.slice(piece.start, piece.end);
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
