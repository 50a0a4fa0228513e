import { fillTokens, findTokens, type Dialect } from '../../../catalogs/find-tokens.js';
import { foldWords } from './fold-words.js';
import { mostVariants, readVariants } from './read-variants.js';

/** Stands in a rendering for what the app fills in. */
export const gapMarker = '\0';

/**
 * What a message may look like on the screen, folded: one text for each arm of its plurals and selects, `gapMarker` where the app fills
 * something in, without tags, with HTML's usual entities as signs. At least one, each trimmed. Throws on no input, and takes time in
 * proportion to the message's length.
 */
export function renderVariants(message: string, dialect?: Dialect): readonly string[] {
  if (!/[{<%&$@:|]/.test(message)) return [tidy(message.replaceAll(gapMarker, ' '))];
  const known = dialect === undefined || general.has(dialect) ? undefined : dialect;
  if (known !== undefined && message.includes('|') && findTokens(message, known).includes('|'))
    return message.split('|', mostVariants).flatMap((each) => renderVariants(each.replace(range, ''), known));
  const own = message.replaceAll(gapMarker, ' ');
  const plain = withoutMarkup(known === undefined ? own : fillTokens(own, known, () => gapMarker));
  return [...new Set(readVariants(plain, () => gapMarker).map(tidy))];
}

/** What the patterns here know already. */
const general: ReadonlySet<Dialect> = new Set(['icu', 'braces', 'plain', 'chrome', 'rails', 'printf', 'fluent']);
/** Which numbers an arm of Laravel's plural is for. */
const range = /^\s{0,20}(?:\{\d{1,9}\}|[[\]][\d*]{1,9},\s?[\d*]{1,9}[[\]])/;

function tidy(text: string): string {
  return foldWords(text)
    .replaceAll(new RegExp(`${gapMarker}+`, 'g'), gapMarker)
    .trim();
}

// Each pattern repeats single signs up to a bound or to a sign of its own.
const block = /<\/?(?:br|p|div|li|ul|ol|h[1-6]|tr|td)(?:\s[^<>]{0,500})?\/?>/gi;
const tag = /<\/?(?:[a-z][\w.-]{0,60}|\d{1,3})(?:\s[^<>]{0,500})?\/?>/gi;
const printf =
  /%(?:\d{1,2}\$|\([\w.]{1,100}\)|<[\w.]{1,100}>)?(?:0\d)?(?:\.\d{1,2})?[sdifuxX@](?![\p{L}\d])|\$t\([^()]{1,200}\)|@(?:\.\w{1,20})?:[\w-]{1,100}(?:\.[\w-]{1,100}){0,20}|\$[A-Z][A-Z0-9_]{0,100}\$/gu;
const entity = /&(?:amp|lt|gt|quot|apos|nbsp|hellip|ndash|mdash|lsquo|rsquo|ldquo|rdquo|#39|#x27|#34);/g;
const signs: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&hellip;', '…'],
  ['&nbsp;', ' '],
  ['&ndash;', '-'],
  ['&mdash;', '-'],
  ['&ldquo;', '"'],
  ['&rdquo;', '"'],
]);

function withoutMarkup(message: string): string {
  return message
    .replace(block, ' ')
    .replace(tag, '')
    .replace(printf, gapMarker)
    .replace(entity, (name) => signs.get(name) ?? "'")
    .replace(/[%#$](?=\{)/g, '');
}
