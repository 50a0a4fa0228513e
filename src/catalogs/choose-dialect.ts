import { doublesApostrophes } from './find-format-fault.js';
import type { Dialect } from './find-tokens.js';
import { detectDialect } from './message-shape.js';

/** How the texts of a catalog in all its languages say what is filled in: as their format has it (`own`), or as they read; and whether Java's apostrophes quote. */
export function chooseDialect(
  format: string | undefined,
  own: Dialect | undefined,
  messages: () => Iterable<string>,
): Dialect {
  if (own === 'numbered' && format === 'properties' && doublesApostrophes(messages())) return 'quoting';
  return own ?? detectDialect(messages());
}
