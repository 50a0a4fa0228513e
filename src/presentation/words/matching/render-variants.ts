import { fillTokens, findTokens, type Dialect } from '../../../catalogs/find-tokens.js';
import { foldWords } from './fold-words.js';

/** Stands in a rendering for what the app fills in. */
export const gapMarker = '\0';

/** Of a message with many plurals and selects, no more than these. */
const mostRenderings = 24;
const deepest = 5;

/**
 * What a message may look like on the screen, folded: one text for each arm of its plurals and selects, `gapMarker` where the app fills
 * something in, without tags, with HTML's usual entities as signs. At least one, each trimmed. Throws on no input, and takes time in
 * proportion to the message's length.
 */
export function renderVariants(message: string, dialect?: Dialect): readonly string[] {
  if (!/[{<%&$@:|]/.test(message)) return [tidy(message.replaceAll(gapMarker, ' '))];
  const known = dialect === undefined || general.has(dialect) ? undefined : dialect;
  if (known !== undefined && message.includes('|') && findTokens(message, known).includes('|'))
    return message.split('|', mostRenderings).flatMap((each) => renderVariants(each.replace(range, ''), known));
  const own = message.replaceAll(gapMarker, ' ');
  const plain = withoutMarkup(known === undefined ? own : fillTokens(own, known, () => gapMarker));
  const variants = plain.includes('{')
    ? readPieces({ text: plain, at: 0, left: 10 * plain.length + 100 }, 0, false)
    : [plain];
  return [...new Set(variants.map(tidy))];
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

interface Reader {
  readonly text: string;
  at: number;
  /** Steps that may still be taken: braces that never close are read again from each one. */
  left: number;
}

const choice =
  /\{\s{0,20}[\p{L}\w.-]{1,100}\s{0,20},\s{0,20}(plural|select|selectordinal)\s{0,20},\s{0,20}(?:offset:\d{1,9}\s{0,20})?/uy;
const arm = /\s{0,50}[=\p{L}\w.-]{1,100}\s{0,50}\{/uy;

/** Reads up to the brace that ends this arm, or to the end. */
function readPieces(reader: Reader, depth: number, counts: boolean): readonly string[] {
  let variants: readonly string[] = [''];
  const add = (...pieces: readonly string[]): void => {
    variants = variants.flatMap((before) => pieces.map((piece) => before + piece)).slice(0, mostRenderings);
  };
  while (reader.at < reader.text.length) {
    const sign = reader.text[reader.at] as string;
    if (sign === '}' && depth > 0) break;
    if (sign === '{') add(...readBraces(reader, depth));
    else if (sign === '#' && counts) {
      reader.at++;
      add(gapMarker);
    } else {
      const end = endOfPlain(reader.text, reader.at + 1);
      add(reader.text.slice(reader.at, end));
      reader.at = end;
    }
  }
  return variants;
}

function endOfPlain(text: string, from: number): number {
  let at = from;
  while (at < text.length && !'{}#'.includes(text[at] as string)) at++;
  return at;
}

function readBraces(reader: Reader, depth: number): readonly string[] {
  const start = reader.at;
  const end = closingBrace(reader, start);
  if (end === undefined) {
    reader.at++;
    return ['{'];
  }
  choice.lastIndex = start;
  const [head, kind] = choice.exec(reader.text) ?? [];
  if (head !== undefined && depth < deepest) {
    reader.at = start + head.length;
    const arms = readArms(reader, depth + 1, kind !== 'select');
    if (arms.length > 0) return arms;
  }
  reader.at = end + 1;
  return [gapMarker];
}

/** The texts of the arms and the brace behind them. None where it is not written as it must be. */
function readArms(reader: Reader, depth: number, counts: boolean): readonly string[] {
  const texts: string[] = [];
  for (;;) {
    arm.lastIndex = reader.at;
    const [head] = arm.exec(reader.text) ?? [];
    if (head === undefined) break;
    reader.at += head.length;
    texts.push(...readPieces(reader, depth, counts));
    reader.at++;
  }
  const rest = /^\s{0,50}\}/.exec(reader.text.slice(reader.at, reader.at + 60));
  if (rest === null) return [];
  reader.at += rest[0].length;
  return texts.slice(0, mostRenderings);
}

function closingBrace(reader: Reader, start: number): number | undefined {
  let open = 0;
  for (let at = start; at < reader.text.length && reader.left > 0; at++) {
    reader.left--;
    if (reader.text[at] === '{') open++;
    else if (reader.text[at] === '}' && --open === 0) return at;
  }
  return undefined;
}
