import type { ShapeDifference } from '../../../catalogs/compare-shapes.js';

/**
 * The difference of a text from what it `was` but for bars between forms that said the same of every number, as Hungarian does: one
 * of them is enough. `undefined` where nothing else differs.
 */
export function ignoreAlikeForms(difference: ShapeDifference | undefined, was: string): ShapeDifference | undefined {
  if (!difference?.missing.includes('|')) return difference;
  const words = was.split('|').map((form) => form.replaceAll(number, ' ').trim().toLowerCase());
  if (new Set(words).size > 1) return difference;
  const missing = difference.missing.filter((name) => name !== '|');
  return missing.length + difference.extra.length + difference.arms.length === 0
    ? undefined
    : { ...difference, missing };
}

/** What says how many there are, in the ways of vue-i18n, Laravel and Symfony, or for which numbers a form is. */
const number = /\{[^{}]{0,100}\}|[[\]][\d*]+,\s?[\d*]+[[\]]|%\w+%|:\w+|\p{Nd}/gu;
