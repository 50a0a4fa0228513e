import type { Dialect } from '../find-tokens.js';
import type { FormatFault } from './find-format-fault.js';

/**
 * A brace that stands by itself where the program that fills the message in stops at it: vue-i18n at each that is not written out, .NET and Java at one that is never closed,
 * once they fill something in.
 */
export function findStrayBrace(message: string, dialect: Dialect): FormatFault | undefined {
  if (dialect === 'vue') return findInVue(message);
  return numbered.has(dialect) && /\{\d/.test(message) ? findUnclosed(message) : undefined;
}

const numbered: ReadonlySet<Dialect> = new Set(['numbered', 'quoting']);

function findInVue(message: string): FormatFault | undefined {
  const rest = message.replace(/\{\s{0,20}'[^']{0,200}'\s{0,20}\}|\\[{}]/g, blank);
  const offset = rest.replace(/\{[^{}]{0,300}[^{}\s][^{}]{0,300}\}/g, blank).search(/[{}]/);
  return offset < 0 ? undefined : { message: "a brace by itself is written “{'{'}” or “{'}'}”", offset };
}

/** A choice of Java holds braces within its own. */
function findUnclosed(message: string): FormatFault | undefined {
  const open: number[] = [];
  for (const { 0: sign, index } of message.replace(asText, blank).matchAll(/[{}]/g))
    if (sign === '{') open.push(index);
    else open.pop();
  const offset = open.at(-1);
  return offset === undefined ? undefined : { message: 'a “{” is never closed by “}”', offset };
}

/** What stands between apostrophes Java takes as it is written. */
const asText = /'[{}]{1,9}[^']{0,500}'/g;

function blank(text: string): string {
  return ' '.repeat(text.length);
}
