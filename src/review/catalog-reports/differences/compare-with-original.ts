import { compareShapes, type ShapeDifference } from '../../../catalogs/compare-shapes.js';
import type { MessageShape } from '../../../catalogs/message-shape.js';
import type { CatalogEntry } from '../../../catalogs/catalog.js';

/**
 * How a translation differs from the text that it translates; `undefined` where it does not. A sign that stands between two forms where the
 * original has its bar (`1 car ! {n} cars`) is a bar that is missing: a language may have fewer forms, but then nothing stands between them.
 */
export function compareWithOriginal(
  entry: Pick<CatalogEntry, 'path' | 'value'>,
  original: Pick<CatalogEntry, 'value'>,
  locale: string | undefined,
  read: (text: Pick<CatalogEntry, 'value'>) => MessageShape,
): ShapeDifference | undefined {
  const [shape, wanted] = [read(entry), read(original)];
  const difference = compareShapes(entry, shape, wanted, locale, false);
  const isLost = wanted.placeholders.has('|') && !shape.placeholders.has('|') && hasOtherSign(entry.value);
  if (!isLost) return difference;
  const { missing = [], extra = [], arms = [] } = difference ?? {};
  return { missing: [...missing, '|'], extra, arms };
}

/** What is hit beside the bar, or looks as it does. */
const likeBar = /\s[!¦/\\｜‖∣ǀ]\s/;

/** One form of a number on each side of a sign that is no bar. */
function hasOtherSign(value: string): boolean {
  const [first = '', second, ...more] = value.split(likeBar);
  return second?.includes('{') === true && more.length === 0 && /\p{Nd}|\{/u.test(first);
}
