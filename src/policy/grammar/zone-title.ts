import { asLatin } from '../globs/as-latin.js';
import { normalizeWords } from './tokenize.js';

/** Whether a heading's words are exactly one of the known titles of a PM zone (design §3). */
export function isZoneTitle(words: string): boolean {
  return title.test(words);
}

/** What an addition to the title demands: a control of all changes, or a condition that nobody can check by itself. */
export function readTitleAddition(words: string): 'regulated' | 'condition' | undefined {
  const [, bracketed, addition = bracketed ?? ''] = title.exec(words) ?? [];
  if (new RegExp(`^${regulated}$`, 'u').test(addition)) return 'regulated';
  return new RegExp(`^${until}$|^${agreement}$`, 'u').test(addition) ? 'condition' : undefined;
}

/** Whether a text speaks of a PM and a zone, in any order and in letters that only look like these. */
export function looksLikeZoneTitle(text: string): boolean {
  const words = asLatin(normalizeWords(text));
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '');
  return pm.test(plain) && zone.test(plain) ? true : canAndCannot.test(plain);
}

/** Whether a text names PMs. */
export function speaksOfPms(text: string): boolean {
  return pm.test(asLatin(normalizeWords(text)));
}

const regulated = 'regulated(?: environment)?(?: variant)?';
const month =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const date = String.raw`(?:(?:the )?end of (?:the )?)?(?:${month}|quarter|month|year|\d{1,2}(?:st|nd|rd|th)?\.? ${month}|${month} \d{1,2}(?:st|nd|rd|th)?|\d{4}-\d\d-\d\d)(?:,? 20\d\d)?`;
/** A time that ends, and words that only say who agreed: each can restrict, and nothing more. */
const until = `(?:pilot,? )?(?:until|till|through) ${date}`;
const agreement = String.raw`(?:the )?(?:pilot|product|team|trio|squad|tribe|guild) (?:agreement|charter)`;
const remark = String.raw`(?: \((pilot|v ?\d+(?:\.\d+)*|codeowners-level|strictly bounded|explicit and bounded|${regulated}|${until})\)|: (${agreement}))?`;
const title = new RegExp(
  String.raw`^(?:(?:the )?pm[ -]zone|pm[ -]zone policy|(?:the )?(?:files )?(?:(?:what|which files) )?(?:the )?(?:two )?(?:pilot )?pms can and cannot touch)${remark}:?$`,
  'u',
);

const pm = /(?<![\p{L}\p{N}])(?:pms?|p\.m\.|product managers?)(?![\p{L}\p{N}])/u;
const zone = /zone|zona(?![\p{L}])|(?<![\p{L}])bereich(?![\p{L}])/u;
const canAndCannot = /(?<![\p{L}\p{N}])pms? can (?:and|or) (?:cannot|can not|can't) /u;
