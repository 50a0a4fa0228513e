import type { ShapeDifference } from '../../../catalogs/compare-shapes.js';
import type { MessageShape } from '../../../catalogs/message-shape.js';

/**
 * The difference of a translation with the number that a form for many numbers of its plural does not say any more, though its original says it in all of
 * them. Who words the original may say it in words.
 */
export function withLostNumber(
  difference: ShapeDifference | undefined,
  shape: MessageShape,
  before: MessageShape,
  original: MessageShape,
): ShapeDifference | undefined {
  const isCounted = (name: string): boolean => shape.choices.some(({ argument }) => name === `{${argument}}`);
  const lost = [...(before.counts ?? [])].filter(
    (name) => original.counts?.has(name) && isCounted(name) && !shape.counts?.has(name),
  );
  if (lost.length === 0) return difference;
  const { missing, extra, arms } = difference ?? { missing: [], extra: [], arms: [] };
  return { missing: [...new Set([...missing, ...lost])], extra, arms };
}
