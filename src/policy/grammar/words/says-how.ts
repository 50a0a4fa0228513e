/**
 * Whether words that name nothing but things say how a change has to be, and not what a file holds: "within the schema", "in the house style", "as in the
 * mockup", "sentence case". `words` are in lower case.
 */
export function saysHow(words: string): boolean {
  return how.test(words.trim());
}

/** What a text is in, or not: "in the header" says where it stands. */
const manner =
  '(?:case|style|voice|tone|spelling|grammar|format|order|size|shape|limits?|range|scale|scope|budget|brand|mood|context|pairs?|meetings?|office)';
/** What texts and pictures are chosen from. */
const source =
  '(?:glossary|dictionary|vocabulary|terminology|palette|lists?|library|libraries|style|brand|guide|collection)';
const determiner = '(?:(?:the|a|an|our|their|its|this|that|all|each|every) )*';

const how = new RegExp(
  [
    '(?<![\\p{L}])within(?![\\p{L}])',
    '(?<!(?:such|well|known) )(?<![\\p{L}])as (?!well(?![\\p{L}])|(?:seen|shown|displayed|rendered|printed|used|read|sent|stored) )',
    '^(?:through|to|like (?:the|our|its|their|in|on)) ',
    `(?<![\\p{L}])in ${determiner}(?:\\p{L}+ )?${manner}$`,
    `(?<![\\p{L}])from ${determiner}(?:\\p{L}+ )?${source}$`,
    '(?<![\\p{L}])(?:on brand|to scale|sign here)$',
    '(?:sentence|title|upper|lower|camel|snake|kebab) case$',
    '(?<![\\p{L}])(?:house|brand|company|editorial|formal|informal|friendly) (?:style|voice|tone|spelling|case)$',
    '^tone of voice$',
    `^(?:what|as) ${determiner}(?:\\p{L}+ )?${source} (?:says?|tells?|describes?|explains?|shows?)$`,
    // As words of their own they are how it has to be changed.
    '^(?:(?:always )?(?:in|across) (?:all|both|every|each) (?:\\p{L}+ )?languages?|(?:in |use |always )*(?:plain|simple|easy|clear|short|b1|informal|formal) (?:languages?|english|words|texts?|sentences?))$',
  ].join('|'),
  'u',
);
