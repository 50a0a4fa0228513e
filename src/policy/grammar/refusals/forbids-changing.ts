import { forbids } from './forbidding-words.js';
import { normalizeWords } from '../tokenize.js';

/**
 * Whether words keep people from changing something: "never edit", "no changes to", "is off limits". Outside the PM zone a refusal
 * alone says too little: "never import from `x`" locks nothing, and "a pull changes `src/` … and nothing warns you" does not either.
 */
export function forbidsChanging(text: string): boolean {
  // A path may spell any word.
  const words = normalizeWords(text.replaceAll(/`[^`]*`/gu, 'x')).replaceAll(needsNone, ' ');
  return refusals.some((each) => each.test(words)) || (changing.test(words) && forbids(withoutPlainRefusal(words)));
}

/** A text without the words that say no to anything at all, in lower case. */
export function withoutPlainRefusal(words: string): string {
  return words.replaceAll(plainRefusal, ' ');
}

const act =
  '(?:hand-?)?(?:touch|edit|chang|modif|updat|writ|commit|delet|remov|renam|alter|overwrit|tamper|patch)\\p{L}*';
const changing = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${act}|off[ -]limits|read[ -]?only|locked|protected|frozen|engineering zone)`,
  'u',
);

/** A few words within one part of a sentence. */
const gap = String.raw`(?:[\s,:"*_()/-]+[\p{L}\p{N}']+){0,6}?[\s,:"*_()/-]+`;
const no =
  "(?:cannot|cant|never|nor|not(?! (?:only|just|merely)(?![\\p{L}]))|dont|mustnt|shouldnt|wont|nobody|no[ -]?one|avoid|refrain|[a-z]+n't)";
const changes = '(?:changes?|edits?|editing|touching|modifications?|commits?|writes?)';

/** "No changes to `x` are needed." */
const needsNone =
  /(?<![\p{L}\p{N}])no (?:[\p{L}]+ )?(?:changes?|edits?)(?=[^.;:]{0,60}(?:needed|required|necessary))/gu;

const refusals = [
  `(?<![\\p{L}\\p{N}])${no}${gap}${act}`,
  `(?<![\\p{L}\\p{N}])(?:nothing|none|neither)${gap}(?:may|can|should|must|be)${gap}${act}`,
  `(?<![\\p{L}\\p{N}])no (?:[\\p{L}]+ )?${changes}(?![\\p{L}])`,
  `(?<![\\p{L}\\p{N}])${act}${gap}(?:not|never) (?:allowed|permitted|ok|okay|fine|welcome)`,
  `(?<![\\p{L}\\p{N}])${changes} (?:to|in|under|of|inside) [^.;:]{0,60}(?<![\\p{L}])(?:never|not|no longer)(?![\\p{L}])`,
  '(?<![\\p{L}])(?:engineers?|engineering|developers?)[ -](?:team )?only(?![\\p{L}])',
  '(?<![\\p{L}])(?:is|are) no longer (?:open|editable)(?![\\p{L}])',
  '(?<![\\p{L}])leaves? (?:[^.;:]{1,60} )?alone(?![\\p{L}])|(?<![\\p{L}])hands off(?![\\p{L}])',
  // "Only translators change `x`."
  '(?<![\\p{L}])only (?:the |our )?(?:[\\p{L}-]+ )?(?:[\\p{L}-]+s|[\\p{L}-]+ team|legal|marketing|finance|design|security) (?:may |can |should |must )?(?:change|touch|edit|modify|update|write)s?(?![\\p{L}])',
].map((pattern) => new RegExp(pattern, 'u'));

/** Words that say no to anything at all, which count where what they refuse is a change. */
const plainRefusal =
  /(?<![\p{L}\p{N}])(?:cannot|cant|not|never|nor|neither|none|nobody|nothing|noone|no-one|avoid|refrain|dont|mustnt|wont|shouldnt|[a-z]+n't|exceptions?|exclusions?|excluded|sensitive)(?![\p{L}\p{N}])/gu;
