import { normalizeWords } from '../tokenize.js';
import { wholeWords } from '../words/whole-words.js';

/**
 * Whether words keep PMs out, found anywhere in a text, so that more words cannot weaken them. They only close: whatever is not
 * found here opens nothing either.
 */
export function forbids(text: string): boolean {
  return findForbidding(text) !== undefined;
}

/** The first words of a text that keep PMs out, in lower case. */
export function findForbidding(text: string): string | undefined {
  const words = normalizeWords(text).replace(harmless, ' ');
  for (const each of forbidding) {
    const found = each.exec(words);
    if (found) return found[0];
  }
  return undefined;
}

/** Whether words ask for an engineer beside the PM, and say nothing stricter: "Only together with an engineer:". */
export function asksForEngineer(text: string): boolean {
  return findAskForEngineer(text) !== undefined;
}

/** The words, in lower case, by which a text asks for an engineer beside the PM and says nothing stricter. */
export function findAskForEngineer(text: string): string | undefined {
  const words = normalizeWords(text);
  const isStricter = strict.test(words) || forbids(words.replace(pairing, ' ').replace(refusals, ' '));
  return isStricter ? undefined : pairing.exec(words)?.[0].trim();
}

/** Whether words point back at more than what they stand beside: "both only in May", "not the list above". */
export function pointsBack(text: string): boolean {
  return pointing.test(normalizeWords(text).replace(aside, ' '));
}

const engineers = '(?:engineering|engineers?|eng|developers?|devs?|admins?)';

/** Words that say no to some people or all. */
const forbidding = [
  /[🚫❌❎✖✗✘⛔🛑🔒🔐🔏👎🙅🙈✋🛇☠💀🚧]/u,
  wholeWords(
    'cannot|cant|not|never|nor|neither|none|nobody|nothing|noone|no-one|avoid|refrain|forbid|forbidden|forbids',
  ),
  wholeWords(
    'prohibited|disallowed|denied|banned|dont|mustnt|wont|shouldnt|untouchable|hands[ -]?off|off[ -]?limits|no[ -]?go',
  ),
  /\p{L}{0,8}n't(?![\p{L}\p{N}])/u,
  wholeWords(
    `${engineers}[ -](?:zone|only|owned)|only (?:the )?${engineers}|by (?:the )?${engineers}(?: team)? (?:only|alone)`,
  ),
  /(?<![\p{L}\p{N}])(?:only|solely|exclusively|just) by (?!(?:the |a )?(?:pms?|pilot|product)(?![\p{L}\p{N}]))/u,
  wholeWords(
    '(?:everything|anything|all|the above) (?:except|save|minus)|exceptions?|in no case|under no|no business|leave .{1,60} alone',
  ),
  /: no[.!]?$/u,
  /\(no[.!]?\)[.!:]?$/u,
  /(?:^|[.?!…] )no: /u,
  /(?:red|stop)(?::| [–-]) (?:please )?leave (?:it|them|these|those|this)[.!]?$/u,
  wholeWords(
    'no[ -]fly|stay out|keep out|leave alone|out of bounds|out of scope|outside the pm[ -]zone|stay away|keep away|steer clear',
  ),
  wholeWords('no (?:access|changes?|edits?|editing|touching|pms?|pilot pms?|one|longer|circumstances?|way|means)'),
  wholeWords('(?:anything|everything|all) but|closed to|closed for|stays? closed'),
  wholeWords(`(?:${engineers}|(?<!product )teams?)(?: and [a-z]+| team)? (?:can|may)`),
  /(?<![\p{L}\p{N}-])(?:locked|restricted|reserved|blocked|barred|protected(?![ -]data)|excluded|exclusions?|read[ -]?only|frozen|sensitive)(?![\p{L}\p{N}])/u,
  wholeWords(
    `(?:belongs?|left|leave (?:it|them|this|these|those|(?:all )?the following)?) to (?:the )?${engineers}|(?:stays?|remains?) with (?:the )?${engineers}`,
  ),
  wholeWords(`(?:for|owned by) (?:the )?${engineers}|${engineers} (?:owns?|territory|land)`),
  /(?<![\p{L}\p{N}])owned by (?!pms?|product)/u,
  // In the languages of our neighbours.
  wholeWords(
    'nicht|keine?[nrms]?|niemals|niemand|verboten|gesperrt|untersagt|jamais|aucune?|interdite?s?|ne \\p{L}+ (?:pas|plus|rien)|prohibid[oa]s?|nunca|no (?:deben?|pueden?|tocar|cambiar|modificar|editar)|niet|geen|nooit|vietat[oaie]|non (?:devono|possono|toccare|modificare)|n[ãa]o (?:devem?|podem?|mexer|alterar|editar)|nie (?:wolno|zmienia\\p{L}*|dotyka\\p{L}*|edytuj\\p{L}*|można|rusza\\p{L}*)|nigdy|inte|aldrig|ikke|får ej|нельзя|запрещ\\p{L}*|никогда|не \\p{L}+',
  ),
  /しない|禁止|変更不可|編集不可|不要|不得|不能|不可|请勿|勿/u,
];

/** "Non-protected-data pages" and "protected data" name a condition, and "no engineer needed" is the opposite of a refusal. */
const harmless = wholeWords(`no ${engineers} needed|without (?:an? )?${engineers}|protected[ -]data`);

const pairing = wholeWords(
  [
    `(?:together|along|alongside|pair(?:s|ed|ing)?|co-?author(?:s|ed|ing)?|jointly)(?: (?:up|it|this|these|only|the change|changes))?(?: with)? (?:an? |the |your |their |our |some )?(?:[a-z-]+ )?${engineers}`,
    `with (?:an? |the |your |their |our )(?:[a-z-]+ )?${engineers}`,
    // "(w/ eng)", "yes + developer"
    `(?:w\\/|with|[+&]) ?(?:an? )?${engineers}(?=[.)\\]!:]*$)`,
    `(?<!(?:no|not|without) (?:[a-z]{1,20} ){0,4})${engineers} (?:is )?(?:needed|required|necessary|present)`,
    `(?:an? |the )?${engineers} (?:sits|stands|is|works|sitting|looking) (?:next to|beside|with|at the side|on)`,
    `(?:an? |the )?${engineers} (?:pairs?|joins?|co-?authors?)|(?:an? |the )?${engineers} is (?:an? |the |their |your )?co-?author`,
    `(?:needs?|requires?|wants?) (?:an? |the |your |their )?(?:[a-z-]+ )?(?:${engineers}|pair(?:ing)?|co-?author)`,
    `(?:without|unless) (?:an? |the |your |their |pairing with )?(?:an? |the )?(?:[a-z-]+ )?(?:${engineers}|pair(?:ing|ed)?)`,
    `pair(?:ing)? (?:only|required|needed|zone|first)|pair(?:ing)?|paired|(?:ask|check with) (?:an? |the )?${engineers}(?: first)?`,
    'not (?:alone|on their own|by themselves)',
  ].join('|'),
);

/** Refusals that a pairing takes back: "cannot … without an engineer". */
const refusals = wholeWords(
  "isn't|aren't|cannot|can not|can't|may not|must not|mustn't|do not|don't|never|only|no changes?|not",
);

const strict = wholeWords(
  'locked|forbidden|prohibited|off[ -]?limits|hands[ -]?off|no[ -]?go|read[ -]?only|blocked|under no circumstances|not even|even (?:together )?with|with or without',
);

/** "Above 200 kB" and "both languages" point at nothing that is listed. */
const aside = wholeWords(
  'all of(?: it)?$|above \\d+|above (?:the |its )?(?:max\\p{L}*|min\\p{L}*|limits?|bounds?|caps?|thresholds?)|both (?:languages?|apps?|platforms?|versions?|systems?|sites?|shops?|themes?|sizes|colou?rs|names|currencies|genders|themes|modes|stores|countries|brands|products)',
);

const pointing = wholeWords(
  'both|all of|above|the lists? (?:above|before)|(?:this|that|first|second|last) (?:\\p{L}+ )?list|each of|the whole|the others?',
);
