import type { Dialect } from '../find-tokens.js';
import type { FormatFault } from './find-format-fault.js';

/**
 * A brace that stands by itself where the program that fills the message in stops at it: vue-i18n at each that is not written out, .NET and Java at one that opens nothing,
 * once they fill something in.
 */
export function findStrayBrace(message: string, dialect: Dialect): FormatFault | undefined {
  if (dialect !== 'vue' && !(numbered.has(dialect) && /\{\d/.test(message))) return undefined;
  const rest = message.replace(dialect === 'vue' ? /\{\s{0,20}'[^']{0,200}'\s{0,20}\}|\\[{}]/g : asText, blank);
  const offset = rest.replace(/\{[^{}]{0,300}[^{}\s][^{}]{0,300}\}/g, blank).search(dialect === 'vue' ? /[{}]/ : /\{/);
  if (offset < 0) return undefined;
  const why = dialect === 'vue' ? "a brace by itself is written “{'{'}” or “{'}'}”" : 'a “{” is never closed by “}”';
  return { message: why, offset };
}

const numbered: ReadonlySet<Dialect> = new Set(['numbered', 'quoting']);
/** Twice is once in .NET, and what stands between apostrophes Java takes as it is written. */
const asText = /\{\{|\}\}|'[{}]{1,9}[^']{0,500}'/g;

function blank(text: string): string {
  return ' '.repeat(text.length);
}
