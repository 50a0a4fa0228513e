import { compareShapes, type ShapeDifference } from '../../../catalogs/compare-shapes.js';
import type { MessageShape } from '../../../catalogs/message-shape.js';
import type { CatalogEntry } from '../../../catalogs/catalog.js';

/**
 * A change of `entry` without what only brings it in line with the `original` that it translates, from which it differed so before;
 * `undefined` where nothing is left.
 */
export function withoutFollowing(
  change: ShapeDifference | undefined,
  entry: CatalogEntry,
  original: CatalogEntry,
  locale: string | undefined,
  read: (text: CatalogEntry) => MessageShape,
): ShapeDifference | undefined {
  if (change === undefined) return undefined;
  const [shape, wanted] = [read(entry), read(original)];
  const difference = compareShapes(entry, shape, wanted, locale, false);
  const count = ({ placeholders }: MessageShape, name: string): number => placeholders.get(name) ?? 0;
  // A translation may have fewer tags and forms than its original; but that has no part in it where one is lost.
  const isLost = (name: string): boolean => /^[<|]/.test(name) && count(wanted, name) > count(shape, name);
  // What one form still has, another lost; the original has it in that form, or has other forms.
  const isOfForm = (name: string): boolean =>
    !name.startsWith('<') && shape.placeholders.has(name) && (name === '|' || wanted.always?.has(name) === true);
  // What both had, the original still has: a form for some numbers may be without it in another language, and did not follow by losing it.
  const stays = (name: string): boolean =>
    !name.startsWith('<') && wanted.placeholders.has(name) && !shape.placeholders.has(name);
  const missing = change.missing.filter(
    (name) => isLost(name) || isOfForm(name) || stays(name) || difference?.missing.includes(name) === true,
  );
  const extra = change.extra.filter((name) => difference?.extra.includes(name));
  // Which numbers a language tells apart its original cannot say, where that tells any apart.
  const counts = (argument: string): boolean =>
    wanted.choices.some((each) => each.argument === argument && each.kind !== 'select' && each.arms.length > 1);
  const arms = change.arms.filter(
    ({ argument }) => counts(argument) || difference?.arms.some((other) => other.argument === argument),
  );
  return missing.length + extra.length + arms.length === 0 ? undefined : { missing, extra, arms };
}
