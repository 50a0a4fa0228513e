import { languageTag } from '../text/is-locale.js';
import type { IcuChoice } from '../parsers/parse-icu.js';
import { joinSome } from '../text/join-words.js';
import type { MessageShape } from './message-shape.js';
import { countingCategories, readNumberArm } from './number-arms.js';
import type { CatalogEntry } from './catalog.js';

/** What a message lacks of another one's placeholders and plural or select arms, and what it has beyond its placeholders. */
export interface ShapeDifference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly arms: readonly { readonly argument: string; readonly missing: readonly string[] }[];
}

/** Compares `shape` with that of the same key before the change or in another language; `undefined` where they agree. */
export function compareShapes(
  entry: Pick<CatalogEntry, 'path'>,
  shape: MessageShape,
  other: MessageShape,
  locale: string | undefined,
  sameLocale: boolean,
): ShapeDifference | undefined {
  const { mayHave, mayLack } = readNumberArm(entry, locale, sameLocale);
  const fewer = (name: string, wanted: number): boolean => {
    const has = shape.placeholders.get(name) ?? 0;
    // A value may be said once or twice, in every language as often as it likes; tags come in pairs around words.
    if (has === 0 || !sameLocale || has >= wanted) return has === 0;
    return name.startsWith('<') || (name === '|' && has + 1 < countingCategories(locale, false).size);
  };
  // In Turkish a percent sign stands before its number: `%{share}` is `{share}%`.
  const bare = (name: string): string =>
    !sameLocale && name.startsWith('%{') && signBefore(locale) ? name.slice(1) : name;
  const given = new Set([...shape.placeholders.keys()].map(bare));
  const lacks = [...other.placeholders].flatMap(([name, wanted]) =>
    fewer(name, wanted) && !layout.test(name) && !mayLack(name) && (shape.placeholders.has(name) || !given.has(name))
      ? [name]
      : [],
  );
  // What one form still has, the one for all other numbers may have lost.
  if (sameLocale && shape.always !== undefined && other.always !== undefined)
    for (const name of other.always) if (shape.placeholders.has(name) && !shape.always.has(name)) lacks.push(name);
  const extra = [...shape.placeholders.keys()].filter(
    (name) => !other.placeholders.has(name) && !other.placeholders.has(bare(name)) && !mayHave(name),
  );
  const arms = other.choices.flatMap((choice) => {
    if (lacks.includes(`{${choice.argument}}`)) return [];
    const mine = shape.choices.find(({ argument, kind }) => argument === choice.argument && kind === choice.kind);
    // Words that fit all numbers need no cases.
    if (!sameLocale && choice.kind !== 'select' && mine === undefined) return [];
    const missing = findMissingArms(mine ?? none(choice), choice, locale, sameLocale);
    return missing.length === 0 ? [] : [{ argument: choice.argument, missing }];
  });
  return lacks.length + extra.length + arms.length === 0 ? undefined : { missing: lacks, extra, arms };
}

/** Where a line ends is up to the words, and nothing is filled in there. */
const layout = /^<(?:br|hr|wbr)\/>$/i;

function signBefore(locale: string | undefined): boolean {
  const options = { style: 'percent', numberingSystem: 'latn' } as const;
  return locale !== undefined && !/^\d/.test(new Intl.NumberFormat(languageTag(locale), options).format(1));
}

/** A message that only fills the number in treats all numbers alike. */
function none(choice: IcuChoice): IcuChoice {
  return { ...choice, arms: choice.kind === 'select' ? [] : ['other'] };
}

/**
 * The arms that `choice` would need in the language `locale` and does not have, given the same plural or select elsewhere (before the
 * change, in another language). A select needs the arms that the other has: they are values of the app. A plural needs the exact
 * numbers of the other and, where the other distinguishes numbers at all, the categories that the language uses for counting (CLDR).
 */
export function findMissingArms(
  choice: IcuChoice,
  other: IcuChoice,
  locale: string | undefined,
  sameLocale: boolean,
): readonly string[] {
  const has = new Set(choice.arms);
  if (choice.kind === 'select' || sameLocale) return other.arms.filter((arm) => !covers(has, arm));
  const categories = countingCategories(locale, choice.kind === 'ordinal');
  // A language that says one as it says two has no words for 1 alone.
  const hasOne = locale === undefined || categories.has('one');
  const needed = new Set(other.arms.filter((arm) => arm.startsWith('=') && (arm !== '=1' || hasOne)));
  if (other.arms.some((arm) => !arm.startsWith('=') && arm !== 'other')) {
    const lacking = [...categories].filter((category) => !covers(has, category));
    // `other`, where it stands for no whole number, holds the one form that has no arm of its own.
    if (lacking.length > 1 || categories.has('other')) for (const category of lacking) needed.add(category);
  }
  return [...needed].filter((arm) => !covers(has, arm));
}

/** `=1` and `one` are interchangeable in languages whose `one` is 1 or which count nothing else exactly. */
function covers(has: ReadonlySet<string>, arm: string): boolean {
  if (has.has(arm)) return true;
  const twin = twins.get(arm);
  return twin !== undefined && has.has(twin);
}

const twins: ReadonlyMap<string, string> = new Map(
  (
    [
      ['=0', 'zero'],
      ['=1', 'one'],
      ['=2', 'two'],
    ] as const
  ).flatMap(([number, word]) => [
    [number, word],
    [word, number],
  ]),
);

/** Was all that one difference names in the other already? */
export function isPartOf({ missing, extra, arms }: ShapeDifference, other: ShapeDifference): boolean {
  return (
    missing.every((name) => other.missing.includes(name)) &&
    extra.every((name) => other.extra.includes(name)) &&
    arms.every((arm) =>
      other.arms.some(
        (old) => old.argument === arm.argument && arm.missing.every((each) => old.missing.includes(each)),
      ),
    )
  );
}

/** The difference in words, each part as one of these texts has it: "lacks {name} and has %d in addition". */
export function describeShapeDifference(
  { missing: lacks, extra, arms }: ShapeDifference,
  texts: readonly string[] = [],
): string {
  const parts: string[] = [];
  const written = (names: readonly string[]): string => list(names.map((name) => writtenAs(name, texts)));
  const sorted = (names: readonly string[]): string => written(names).split(', ').sort().join(', ');
  // Without numbers their order says which is which.
  const isTurned = lacks.length > 1 && sorted(lacks) === sorted(extra);
  if (isTurned) parts.push(`has ${written(lacks)} in another order than they are filled in`);
  if (!isTurned && lacks.length > 0) parts.push(`lacks ${written(lacks)}`);
  if (!isTurned && extra.length > 0) parts.push(`has ${written(extra)} in addition`);
  for (const { argument, missing } of arms) {
    parts.push(
      `lacks the case${missing.length === 1 ? '' : 's'} ${list(missing.map((arm) => `“${arm}”`))} of {${argument}}`,
    );
  }
  return parts.join(' and ');
}

/** `%1$d`, which is the first of several, is `%d` where a text has it so, once. */
function writtenAs(name: string, texts: readonly string[]): string {
  const [, kind] = /^%\d+\$(.+)$/.exec(name) ?? [];
  if (kind === undefined || texts.some((text) => text.includes(name))) return name;
  const isAlone = (each: string): boolean =>
    texts.some((text) => text.includes(each)) && texts.every((text) => text.split(each).length <= 2);
  return [`%${kind}`, `%l${kind}`, ...(kind === 'ld' ? ['%li'] : [])].find(isAlone) ?? name;
}

function list(names: readonly string[]): string {
  return joinSome(
    names.map((name) => (name.length > 60 ? `${name.slice(0, 60)}…` : name)),
    6,
  );
}
