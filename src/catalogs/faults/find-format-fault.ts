import { findTokens, type Dialect } from '../find-tokens.js';

/** What keeps a message from being filled in, though it says where; `offset` in UTF-16 units of the message. */
export interface FormatFault {
  readonly message: string;
  readonly offset: number;
  /** What to do, where that is not to fix the placeholder. */
  readonly advice?: string;
}

/**
 * A percent sign by itself in a text that has placeholders such as `%s`, which takes the letter behind it for one; or a placeholder behind a
 * single apostrophe, where Java fills nothing in.
 */
export function findFormatFault(message: string, dialect: Dialect): FormatFault | undefined {
  if (dialect === 'printf') return findPercent(message);
  return dialect === 'quoting' ? findQuoted(message) : undefined;
}

/** Are apostrophes doubled where these texts have numbered placeholders, as Java's MessageFormat wants it? More often than not counts. */
export function doublesApostrophes(messages: Iterable<string>): boolean {
  let balance = 0;
  for (const message of messages) {
    if (!numbered.test(message) || !message.includes("'")) continue;
    if (findQuoted(message) !== undefined) balance--;
    else if (message.includes("''")) balance++;
  }
  return balance > 0;
}

const numbered = /\{\d{1,2}[,}]/;

function findPercent(message: string): FormatFault | undefined {
  const offset = named.test(message) ? -1 : message.search(lonePercent);
  const isFilled = offset >= 0 && findTokens(message, 'printf').some((token) => /^%[^{]/.test(token));
  return isFilled ? { message: 'a “%” by itself is written “%%” beside a placeholder', offset } : undefined;
}

/** Of Symfony and others, where signs stand on both sides. */
const named = /%[A-Za-z_][\w.-]{1,60}%/;

/** Followed by no conversion that C, Python, PHP, Java or Apple knows; two are one sign. */
const lonePercent =
  /(?<!%)(?:%%){0,20}%(?![%{])(?!(?:\d{1,2}\$|\([\w.]{1,100}\)|<[\w.]{1,100}>)?[-#+0,(']{0,5}(?:\d{1,3}|\*)?(?:\.(?:\d{1,2}|\*))?(?:hh?|ll?|[qLztj])?[A-Za-z@])/;

function findQuoted(message: string): FormatFault | undefined {
  const plain = message.replaceAll("''", '  ');
  const quoted = /'[^'{]{0,1000}(\{\d{1,2}[,}])/.exec(plain);
  // A brace right behind it is meant to stand there.
  if (quoted === null || quoted[0].startsWith("'{")) return undefined;
  const opening = plain.slice(0, quoted.index).split("'").length % 2 === 1;
  if (!opening) return undefined;
  return {
    message: `“${String(quoted[1]).slice(0, -1)}}” stands behind a single apostrophe ('), so people read it as it is written`,
    advice: "Write the apostrophe as ’, or twice ('').",
    offset: quoted.index,
  };
}

/**
 * Where a `}` stands right behind something that no `{` opens, in UTF-16 units of the message; `undefined` where none does. One by itself is a
 * text's own, as is what stands between apostrophes behind a brace (ICU), also in `{'}'}` (Vue). Of 107,000 texts with braces in 55
 * public repositories ten have one, nine of them by mistake.
 */
export function findUnopened(message: string): number | undefined {
  let open = 0;
  for (const { 0: sign, index } of message.replace(asText, blank).matchAll(/[{}]/g)) {
    if (sign === '{') open += 1;
    else if (open > 0) open -= 1;
    else if (/\S/.test(message.charAt(index - 1))) return index;
  }
  return undefined;
}

const asText = /'[{}][^']{0,500}'|\\[{}]/g;

function blank(text: string): string {
  return ' '.repeat(text.length);
}
