import { fillTokens, type Dialect } from '../../catalogs/find-tokens.js';
import type { fillIcu } from '../../parsers/parse-icu.js';
import { knownLocale } from './forms.js';

/** What is put into a text so that one sees how it reads. */
export interface Sample {
  readonly locale: string | undefined;
  /** How many there are. */
  readonly number: number;
  /** The case of a select that is wanted. */
  readonly select?: { readonly argument: string; readonly arm: string };
  /** The placeholders that the product fills in, where they are known: any other stays as it is written, as it would on the screen. */
  readonly filled?: readonly string[];
}

/** ICU's reading, where the text is written so. */
export type FillIcu = typeof fillIcu;

/** What placeholders are called that stand for something one knows how to make up. The first that fits counts. */
const known: readonly (readonly [name: RegExp, value: string])[] = [
  [/e-?mail/i, 'anna@example.com'],
  [/url|link|domain|host/i, 'example.com'],
  [/date|day$|deadline/i, '3 May'],
  [/time|hour/i, '10:30'],
  [/price|amount|cost|balance/i, '12.50'],
  [/file/i, 'report.pdf'],
  [/user|author|person|member|owner|sender|first|last|^name$|^s$|^@$/i, 'Anna'],
];
const counted = /^(?:count|n|num|number|total|numItems|items|d|i|u|f)$|count$|number$|(?:^|_)num/i;

/** The text as it may stand on the screen: with values for its placeholders, and without tags. Throws on no input. */
export function fillSample(text: string, dialect: Dialect, sample: Sample, icu: FillIcu | undefined): string {
  const filledIn = sample.filled && new Set(sample.filled.map((each) => readToken(each).name));
  const name = (token: string): string =>
    filledIn?.has(readToken(token).name) === false ? asWritten(token) : sampleOf(token, sample.number);
  const locale = safeLocale(sample.locale);
  const select = (argument: string): string | undefined =>
    argument === sample.select?.argument ? sample.select.arm : undefined;
  const filled = icu === undefined ? text : icu(text, { locale, number: sample.number, select, sample: name });
  return withoutTags(filled === text ? fillTokens(text, dialect, name) : filled);
}

/** ICU's reading names an argument without its braces. */
function asWritten(token: string): string {
  return /^[\p{L}\p{N}_.-]+$/u.test(token) ? `{${token}}` : token;
}

function sampleOf(token: string, number: number): string {
  if (token === '|') return '|';
  const { name, kind } = readToken(token);
  const value = known.find(([pattern]) => pattern.test(name))?.[1];
  if (counted.test(name)) return String(number);
  if (value !== undefined) return value;
  if (/^[diufxX]$/.test(kind) && kind !== name) return String(number);
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[-_.]+/g, ' ')
    .toLowerCase();
  return `‹${words}›`;
}

/**
 * What a token (`findTokens`) is called, whichever way its format writes it, and what kind of value its format says that it is: `%(size)d`,
 * `%<size>s`, `%1$s`, `{{size}}`, `$t(size)`, `@:size`. One without a name is called after its kind.
 */
function readToken(token: string): { readonly name: string; readonly kind: string } {
  const [, named, printed = ''] = /^%[(<]([\w.]+)[)>](\w?)$/.exec(token) ?? [];
  if (named !== undefined) return { name: named, kind: printed };
  const kind = /^%(?:\d{1,2}\$)?([a-zA-Z@])$/.exec(token)?.[1];
  if (kind !== undefined) return { name: kind, kind };
  const linked = /^(?:\$t\(|@:)(.+?)\)?$/.exec(token)?.[1];
  return { name: linked ?? token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''), kind: '' };
}

function safeLocale(locale: string | undefined): string {
  const name = knownLocale(locale);
  try {
    return String(Intl.getCanonicalLocales(name)[0]);
  } catch {
    return 'en';
  }
}

function withoutTags(text: string): string {
  return text
    .replace(/<br\s{0,5}\/?>/gi, '\n')
    .replace(/<\/?(?:[a-z][\w.:-]{0,60}|\d{1,3})(?:\s[^<>]{0,500})?\/?>/gi, '')
    .trim();
}
