import type { Wave } from '../policy/policy.js';

/** "2: src/cart/**, after a compliance review". */
export function describeWave({ number, globs, from, needsReview, reviewed }: Wave): string {
  return [
    `${Number.isFinite(number) ? number : 'without a number'}: ${globs.join(' ')}`,
    ...(needsReview === true ? ['after a compliance review'] : []),
    ...(reviewed === undefined ? [] : [`compliance review on ${reviewed}`]),
    ...(from === undefined ? [] : [`from ${from}`]),
  ].join(', ');
}
