/** A place where a text came out wrong on its way: letters that were read in another encoding, or lost. */
export interface Garbled {
  readonly letters: string;
  readonly offset: number;
}

/**
 * What a text has more often than before of letters that no one types: the sign for what could not be read, half a sign, and UTF-8 that was read as another
 * encoding (`Ã¶` for `ö`, `â€™` for `’`). What ends a word in capitals before a quotation mark, a dash or a blank (`MAÇÃ”`) is none.
 */
export function findNewGarbled(text: string, before: string | undefined): Garbled | undefined {
  const found = [...text.matchAll(garbled)];
  if (found.length === 0) return undefined;
  const known = new Map<string, number>();
  for (const [letters] of (before ?? '').matchAll(garbled)) known.set(letters, (known.get(letters) ?? 0) + 1);
  for (const { 0: letters, index: offset } of found) {
    const left = known.get(letters) ?? 0;
    if (left === 0) return { letters, offset };
    known.set(letters, left - 1);
  }
  return undefined;
}

const garbled =
  /\ufffd|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\u00c3[\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u20ac\u0192\u02c6\u0160\u0152\u017d\u02dc\u0153\u017e\u0178]|\u00c2[\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf]|\u00e2\u20ac[\u0080-\u00bf\u2018-\u201d\u2122\u0153\u00a6\u00a2\u02dc]/g;
