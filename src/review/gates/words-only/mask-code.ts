import { closing, endsInString } from './closing.js';
import { endOfLineOfCode } from './end-of-line-of-code.js';
import { matchAt } from './match-at.js';

/** Stands in a masked text for a piece of code. */
export const mark = '\uE000';

/** A template in which each piece of code is one `mark`, and those pieces in their order. */
export interface MaskedTemplate {
  readonly text: string;
  readonly codes: readonly string[];
}

/** Elements in which nothing is read as text, with all that they hold. */
const raw =
  /<(script|style|pre|code|textarea|svg|math|iframe|object|i18n|noembed|xmp|plaintext)\b|\{%[-~+]?\s*(schema|javascript|stylesheet|style|raw|verbatim|comment)\b|@(php(?!\w|\s*\()|verbatim\b)|\{\{(\{\{[\w-]+)/iy;

/** Code, by how it opens and closes. What opens like another and is longer comes first. */
const pairs = [
  ['<!--', '-->'],
  ['<%--', '--%>'],
  ['<%', '%>'],
  ['<?', '?>'],
  ['{{!--', '--}}'],
  ['{{--', '--}}'],
  ['{#', '#}'],
  ['[[', ']]'],
  ['[%', '%]'],
  ['((', '))'],
] as const;

/** `@if (ready) {` of Angular, `@include('x')` of Blade; `@let a = b;`. */
const directive = /@let\b[^;]{0,2000};|@[A-Za-z][\w-]*(?:::\w+)?(?:\s+if\b)?/y;
/** These of Angular stand anywhere, and their bracket on any line. */
const control = /@(?:if|else|for|switch|case|defer|placeholder|loading)\b/y;

/** Where a link of Markdown leads, and what names its place; a short code, or a name that something else is put in for. */
const target =
  /\][ \t]?\([^()]{0,1000}\)|\]\[[^\]\n]{0,200}\]|\]:[^\n]{0,1000}|\[\/?\p{L}[^[\]<>{}\n]{0,200}\](?!\(|\[|:)/uy;

/** The head of a page, whatever it is written in. */
const head = /^\uFEFF?\s*(?:---[^\n]*\n[^]*?\n(?:---|\.\.\.)|(\+\+\+|;;;)[^\n]*\n[^]*?\n\1)[ \t]*(?:\r?\n|$)/;

/** The file itself says what opens its code, or hides the signs that do. */
const unknown = /\{\{=|&(?:#0*12[35]|#x0*7[bd]|[lr](?:brace|cub));/i;

/**
 * Masks what is code in a template of any usual language: comments, scripts, what stands between the signs of its language, directives, and where links of Markdown lead.
 * `undefined` where that does not close, where a string goes over its end, or where nobody can tell.
 */
export function maskCode(path: string, text: string): MaskedTemplate | undefined {
  if (text.includes(mark) || text.includes('\0') || unknown.test(text)) return undefined;
  const codes: string[] = [];
  let masked = '';
  let at = head.exec(text)?.[0].length ?? 0;
  if (at > 0) codes.push(text.slice(0, at));
  masked += at > 0 ? mark : '';
  for (let next = nextSign(text, at); next < text.length; next = nextSign(text, Math.max(at, next + 1))) {
    const end = endOfCode(path, text, next);
    if (end === undefined) return undefined;
    if (end === next) continue;
    masked += text.slice(at, next) + mark;
    codes.push(text.slice(next, end));
    at = end;
  }
  masked += text.slice(at);
  // A brace too many: what looked like the end of a piece of code was none.
  const blocks = codes.filter((code) => /^@[^]*\{$/.test(code)).length;
  return codes.filter((code) => code === '}').length > blocks ? undefined : { text: masked, codes };
}

function nextSign(text: string, from: number): number {
  const sign = /[<{}@[\](%#`~]/g;
  sign.lastIndex = from;
  return sign.exec(text)?.index ?? text.length;
}

/** Where the code that begins at `at` ends; `at` itself where none does, `undefined` where it does not close. */
function endOfCode(path: string, text: string, at: number): number | undefined {
  const [, element, block, php, handed] = matchAt(raw, text, at) ?? [];
  if (handed !== undefined) return after(text, new RegExp(`\\{\\{\\{\\{/${handed.slice(2)}\\}\\}\\}\\}`, 'g'), at);
  if (element !== undefined) return after(text, new RegExp(`</${element}\\s*>`, 'gi'), at);
  if (block !== undefined) return after(text, new RegExp(`\\{%[-~+]?\\s*end${block}\\s*[-~+]?%\\}`, 'gi'), at);
  if (php !== undefined) return after(text, new RegExp(`@end${php}`, 'gi'), at);
  const pair = pairs.find(([opens]) => text.startsWith(opens, at) && !(opens === '{#' && /\.svelte$/i.test(path)));
  if (pair !== undefined) {
    const [opens, closes] = pair;
    const end = text.indexOf(closes, at + opens.length);
    const isNote = /^(?:<!--|<%--|\{\{!?--|\{#)/.test(opens) || text.startsWith('<%#', at);
    const code = text.slice(at, Math.max(end, at));
    return end === -1 || (!isNote && (endsInString(code) || (opens === '<?' && runsOn.test(code))))
      ? undefined
      : end + closes.length;
  }
  if (text[at] === '{') return closing(text, at, '{', '}');
  // It ends a block of Angular.
  if (text[at] === '}') return at + 1;
  if (text[at] === '@') return endOfDirective(text, at);
  if (/[%#`~]/.test(text.charAt(at))) return endOfLineOfCode(path, text, at);
  return at + (matchAt(target, text, at)?.[0].length ?? 0);
}

/** In PHP neither a text of several lines nor a comment ends with the code. */
const runsOn = /<<<|\/\*(?![^]*\*\/)/;

function endOfDirective(text: string, at: number): number | undefined {
  const isControl = matchAt(control, text, at) !== null;
  const [word] = !isControl && /\w/.test(text.charAt(at - 1)) ? [] : (matchAt(directive, text, at) ?? []);
  if (word === undefined) return at;
  const end = at + word.length;
  const open = end + (matchAt(isControl ? /\s*\(/y : /[ \t]*\(/y, text, end)?.[0].length ?? 0);
  const close = open === end ? end : closing(text, open - 1, '(', ')');
  return close === undefined
    ? undefined
    : close + (/^\s*\{(?![{!])/.exec(text.slice(close, close + 200))?.[0].length ?? 0);
}

function after(text: string, closes: RegExp, at: number): number | undefined {
  closes.lastIndex = at;
  const found = closes.exec(text);
  return found === null ? undefined : found.index + found[0].length;
}
