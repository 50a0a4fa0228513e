import { mostVariants, readVariants } from './matching/read-variants.js';

/** More do not fit on a line. */
const mostOnLine = 3;

/** A message as the sentences of the cases of its ICU plurals and selects, placeholders and all; of too many, and of one without cases, the message as it is written. */
export function readCases(message: string): readonly string[] {
  const cases = readVariants(message, (placeholder) => placeholder);
  return cases.length < mostVariants ? [...new Set(cases)] : [message];
}

/** A message on one line as its readers know it: the first of its cases (`Send the price / Send {count} prices`). */
export function listCases(message: string): string {
  const cases = readCases(message);
  return cases.slice(0, mostOnLine).join(' / ') + (cases.length > mostOnLine ? ' / …' : '');
}
