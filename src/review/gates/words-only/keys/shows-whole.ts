import type { TextCall } from './find-calls.js';

const opens = /^(?:\{\{\{?[-~&]?|\{!!|<%(?:==?|-)|\{|\[\[|@)?\s*$/;
const closes = /^\s*(?:[-~]?\}?\}\}|!!\}|[-_]?%>|\}|\]\])?$/;

/** Is a call all that a piece of code shows? Nothing is worked out with what it gives. */
export function showsWhole(code: string, { callAt, callEnd }: TextCall): boolean {
  return opens.test(code.slice(0, callAt)) && closes.test(code.slice(callEnd));
}
