import { normalizeWords } from './tokenize.js';

/** Whether a heading's words are exactly one of the known titles of a PM zone (design §3). */
export function isZoneTitle(words: string): boolean {
  return title.test(words);
}

/** Whether a text speaks of a PM and a zone, in any order and in letters that only look like these. */
export function looksLikeZoneTitle(text: string): boolean {
  const words = normalizeWords(text).replace(/[\u0370-\u04ff]/gu, (letter) => lookAlikes.get(letter) ?? letter);
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '');
  return pm.test(plain) && zone.test(plain) ? true : canAndCannot.test(plain);
}

const remark = String.raw`(?: \((?:pilot|v ?\d+(?:\.\d+)*|codeowners-level|strictly bounded|explicit and bounded)\))?`;
const title = new RegExp(
  String.raw`^(?:(?:the )?pm[ -]zone|pm[ -]zone policy|(?:the )?(?:files )?(?:(?:what|which files) )?(?:the )?(?:two )?(?:pilot )?pms can and cannot touch)${remark}:?$`,
  'u',
);

const pm = /(?<![\p{L}\p{N}])(?:pms?|p\.m\.|product managers?)(?![\p{L}\p{N}])/u;
const zone = /zone|zona(?![\p{L}])|(?<![\p{L}])bereich(?![\p{L}])/u;
const canAndCannot = /(?<![\p{L}\p{N}])pms? can (?:and|or) (?:cannot|can not|can't) /u;

/** Cyrillic and Greek letters that are drawn like the Latin ones of "PM zone". */
const lookAlikes = new Map(
  Object.entries({
    р: 'p',
    м: 'm',
    о: 'o',
    е: 'e',
    п: 'n',
    з: 'z',
    ρ: 'p',
    μ: 'm',
    ο: 'o',
    ε: 'e',
    ζ: 'z',
    ѕ: 's',
    ν: 'n',
  }),
);
