import type { IcuChoice } from '../../parsers/icu.js';

/**
 * The arms that `choice` would need in the language `locale` and does not have, given the same plural or select elsewhere (before the
 * change, in another language). A select needs the arms that the other has: they are values of the app. A plural needs the exact
 * numbers of the other and, where the other distinguishes numbers at all, the categories that the language uses for counting (CLDR).
 */
export function missingArms(
  choice: IcuChoice,
  other: IcuChoice,
  locale: string | undefined,
  sameLocale: boolean,
): readonly string[] {
  const has = new Set(choice.arms);
  if (choice.kind === 'select' || sameLocale) return other.arms.filter((arm) => !covers(has, arm));
  const needed = new Set(other.arms.filter((arm) => arm.startsWith('=')));
  if (other.arms.some((arm) => !arm.startsWith('=') && arm !== 'other')) {
    for (const category of countingCategories(locale, choice.kind)) needed.add(category);
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

/** The categories that whole numbers to 200 fall into: without those for fractions and millions, which catalogs leave to `other`. */
function countingCategories(locale: string | undefined, kind: IcuChoice['kind']): ReadonlySet<string> {
  const categories = new Set<string>();
  if (locale === undefined) return categories;
  const rules = new Intl.PluralRules(locale.replaceAll('_', '-'), {
    type: kind === 'ordinal' ? 'ordinal' : 'cardinal',
  });
  for (let number = 1; number <= 200; number++) categories.add(rules.select(number));
  categories.add(rules.select(0));
  return categories;
}
