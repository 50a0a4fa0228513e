import { blankNotes } from './blank-notes.js';
import { isShown } from '../opened/is-said.js';
import { findUnusedMethods } from './find-unused-methods.js';
import { partsWhileOff } from './parts-while-off.js';
import { readTextRegions } from '../regions/read-text-regions.js';
import type { OffToken } from './tokens/read-live-tokens.js';
import { blank } from '../../../text/blank.js';

/** What a text without a syntax tree here is while the flag is off, and whether any of it is known to depend on the flag. */
export interface TextOffState {
  readonly tokens: readonly OffToken[];
  readonly asks: boolean;
}

/**
 * A template, or a program in another language, as it is while the flag is off: without comments and what depends on the flag, its words one by one. Blanks and commas
 * before an end make no difference, nor does how far a line is set in: nothing is proven by it.
 */
export function readTextOffState(path: string, text: string, keys: ReadonlySet<string>, before?: string): TextOffState {
  const { choices } = readTextRegions(path, text, keys);
  const all = partsWhileOff(text.length, choices);
  const unused = before === undefined ? [] : findUnusedMethods(path, text, before, all);
  const parts =
    unused.length === 0
      ? all
      : partsWhileOff(text.length, [
          ...choices,
          ...unused.map((whole) => ({ whole, whileOff: [], whileOn: undefined })),
        ]);
  const bare = blankNotes(path, text);
  const tokens: OffToken[] = [];
  const unseen = isTemplate(path) ? templateCode : undefined;
  for (const [from, to] of parts) {
    const part = bare.slice(from, to);
    const seen = unseen === undefined ? quotedOnly(part, name) : part.replaceAll(unseen, (code) => quotedOnly(code));
    const sure =
      unseen === undefined
        ? sentencesOnly(part)
        : part.replaceAll(unseen, (code) => (isSaid(code) ? quotedOnly(code) : blank(code)));
    for (const { 0: word, index } of part.matchAll(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu)) {
      const isSeen = /\p{L}/u.test(seen.charAt(index));
      const isSure = isSeen && /\p{L}/u.test(sure.charAt(index));
      tokens.push({ text: word, at: from + index, isSeen, isSure, isNewEntry: false });
    }
  }
  return {
    tokens: tokens.filter(({ text: sign }, index) => !isIdleComma(sign, tokens[index + 1]?.text)),
    asks: choices.length > 0,
  };
}

/** Tags, and code between the signs of a template language. */
const templateCode =
  /<%[^]*?%>|<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^"'<>])*>|\{\{[^]*?\}\}|\{[^{}]*\}|@\w+(?:\([^()\n]*\))?/g;
/** A text that in a program is a name, and no words for people. */
const name = /^[a-z_][\w./:#?=&-]*$/;
/** What is quoted, and a text by its name: `$i18n.home.title`. */
const said = /(["'])((?:(?!\1)[^\\\n]|\\.)*)\1|(?<![\w.])\$?(?:i18n|translations|LL)(?:\.\w+)+/g;

/** An element, or code that gives a text by its key. */
function isSaid(code: string): boolean {
  const [, element] = /^<([A-Za-z][\w.:-]*)/.exec(code) ?? [];
  return element === undefined ? asksForText.test(code) : isShown(element);
}

const asksForText = /(?<![\w.])\$?tc?(?:\(|\s+["':])|\bI18n\b|\$?i18n\b|\$_\(|\b(?:trans|gettext|__)\(/;

/** A text of the same length in which only sentences are left that stand in quotes, those apart that engineers read. */
function sentencesOnly(code: string): string {
  return code.replaceAll(/[^\n]+/g, (line) => {
    if (forEngineers.test(line)) return blank(line);
    let left = '';
    for (const { 0: quoted, index } of line.matchAll(sentence)) left += ' '.repeat(index - left.length) + quoted;
    return left.padEnd(line.length);
  });
}

const sentence = /(["'])(?=[^\n]*?\p{L}[,.’']? \p{L})(?:(?!\1)[^\\\n]|\\.)*\1/gu;
const forEngineers =
  /\b(?:log(?:ger)?|raise|fail|throw|puts|print(?:ln|f)?|warn|abort|desc|sentry|where|order|joins|execute|select|require|comment|class|data|style|Exception|Error)\b|\b(?:SELECT|FROM|WHERE|AND|OR|ASC|DESC|IS NULL)\b/;

function isTemplate(path: string): boolean {
  return /\.(?:erb|vue|svelte|php|haml|slim)$/i.test(path);
}

/** A text of the same length in which only what stands in quotes is left, and which element a tag opens; its attributes are read by machines. */
function quotedOnly(code: string, unread?: RegExp): string {
  const tag = /^<(?:\/|[A-Za-z][\w.:-]*)/.exec(code)?.[0];
  if (tag !== undefined) return (/^<(?:\/|svelte:fragment$|template$|slot$)/.test(tag) ? '' : tag).padEnd(code.length);
  let left = '';
  for (const { 0: whole, 2: text, index } of code.matchAll(said))
    if (text === undefined || unread?.test(text) !== true) left += ' '.repeat(index - left.length) + whole;
  return left.padEnd(code.length);
}

function isIdleComma(sign: string, next: string | undefined): boolean {
  return sign === ',' && (next === undefined || /^[)\]}]$/.test(next));
}
