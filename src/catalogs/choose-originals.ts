/**
 * How near a language is to what all others are translated from, 0 the nearest: a file with no language in its name beside others that have one, or
 * plain English; then that of the United States, then any other English, then all else.
 */
export function originalRank(locale: string | undefined): number {
  if (locale === undefined || /^en$/i.test(locale)) return 0;
  if (/^en[-_]us$/i.test(locale)) return 1;
  return /^en[-_]/i.test(locale) ? 2 : 3;
}

/** Of the languages of a catalog those that all others are translated from; British English only where there is no nearer one, none without English. */
export function chooseOriginals<T extends { readonly locale: string | undefined }>(
  languages: readonly T[],
): readonly T[] {
  const near = languages.filter(({ locale }) => originalRank(locale) < 2);
  return near.length > 0 ? near : languages.filter(({ locale }) => originalRank(locale) === 2);
}
