import { readVariants } from './matching/read-variants.js';

/** More do not fit on a line. */
const mostCases = 3;

/**
 * A message on one line as its readers know it: of a plural or select in ICU's format the sentences of its first cases, placeholders
 * and all (`Send the price / Send {count} prices`). Any other message is as it is written.
 */
export function listCases(message: string): string {
  const cases = [...new Set(readVariants(message, (placeholder) => placeholder))];
  return cases.slice(0, mostCases).join(' / ') + (cases.length > mostCases ? ' / …' : '');
}
