import { closing } from '../closing.js';
import type { AskedKey } from './asked-key.js';
import { asksElsewhere } from './asks-elsewhere.js';

/** A call that gives the text of a key, with all that it is given. */
export interface TextCall extends AskedKey {
  readonly callAt: number;
  readonly callEnd: number;
}

/** A key that is written out: no sign in it that a language fills something in for, leaves out or ends a text with. */
const key = String.raw`(?:'[^'\\\n$#<>\x60]+'|"[^"\\\n$#<>\x60]+")`;
/** What gives a text, and nothing else, in the libraries that templates use. */
const asks = String.raw`(?:(?:this|i18n|I18n|i18next|\$i18n)\.)?(?:\$?(?:tc?|_)|tr|__p?|_t|gettext|translate|trans)`;

/** Each up to its key, and how it goes on behind. */
const ways: readonly { readonly pattern: RegExp; readonly endOf: (code: string, at: number, end: number) => number }[] =
  [
    { pattern: new RegExp(String.raw`(?<![\w$.:>'"-])${asks}\s*\(\s*${key}`, 'g'), endOf: endOfBrackets },
    // `f:translate(key: 'a')` of Fluid.
    { pattern: new RegExp(String.raw`(?<![\w.:])f:translate\(\s*key\s*:\s*${key}`, 'g'), endOf: endOfBrackets },
    // `t "a", count: n` of Ruby, `t "a" count=n` of Handlebars.
    { pattern: new RegExp(String.raw`(?<![\w$.:>'"-])${asks}[ ]+${key}`, 'g'), endOf: endOfArguments },
    // `'a' | translate` of Angular, Twig and Liquid.
    { pattern: new RegExp(String.raw`${key}(?=\s*\|\s*(?:translate|trans|transloco|t)\b)`, 'g'), endOf: endOfFilter },
  ];

/** Finds the calls in a piece of code that ask for a text by a key that is written out, in their order. */
export function findCalls(code: string): readonly TextCall[] {
  const found = ways.flatMap(({ pattern, endOf }) =>
    [...code.matchAll(pattern)].flatMap(({ 0: whole, index: callAt }): TextCall[] => {
      const end = callAt + whole.length - 1;
      const callEnd = endOf(code, callAt, end + 1);
      const at = callAt + whole.search(/["']/) + 1;
      return callEnd === -1 || asksElsewhere(code.slice(callAt, callEnd))
        ? []
        : [{ key: code.slice(at, end), at, end, callAt, callEnd }];
    }),
  );
  return found.sort((one, other) => one.at - other.at);
}

/** Behind the last bracket, where the key is an argument by itself. */
function endOfBrackets(code: string, at: number, end: number): number {
  if (!/^\s*[,)]/.test(code.slice(end, end + 50))) return -1;
  return closing(code, code.indexOf('(', at), '(', ')') ?? -1;
}

/** What is given to it goes on to the end of the code. */
function endOfArguments(code: string, _at: number, end: number): number {
  const [rest] = /^(?:\s*,[^?]*?|(?:\s+\w+=(?:"[^"]*"|[\w.@]+))*)(?=\s*[-~]?(?:%>|\}\}|$))/.exec(code.slice(end)) ?? [];
  return rest === undefined ? -1 : end + rest.length;
}

function endOfFilter(code: string, _at: number, end: number): number {
  const [filter, opens] = /^\s*\|\s*\w+(?:\s*(\()|\s*:(?:\{[^{}]*\}|[^|{}?])*)?/.exec(code.slice(end)) as unknown as [
    string,
    string?,
  ];
  const last = end + filter.length;
  return opens === undefined ? last : (closing(code, last - 1, '(', ')') ?? -1);
}
