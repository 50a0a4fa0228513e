/**
 * Whether words that name nothing but things say how a change has to be, and not what a file holds: "within the schema", "in the house style", "as in the
 * mockup", "sentence case". `words` are in lower case.
 */
export function saysHow(words: string): boolean {
  return how.test(words.trim().replace(/["'“”‘’]/gu, ''));
}

/** What a text is in, or not: "in the header" says where it stands. */
const manner =
  '(?:case|style|voice|tone|spelling|grammar|format|size|shape|limits?|range|scale|scope|budget|brand|mood|context|pairs?|meetings?|office|italics|colou?r|verse|prose|capitals)';
/** What texts and pictures are chosen from. */
const source =
  '(?:glossary|dictionary|vocabulary|terminology|palette|lists?|library|libraries|style|brand|guide|collection|account|kit|gazette|office|archive|bank|catalogue|catalog)';
/** A part of one document: what stands in it is asked of each. "Icons in the menu" only says where they are. */
const part = '(?:title|name|file ?name|heading|header|footer|caption|cover|description|file|page)';
/** How texts are written. */
const manners =
  '(?:plain|informal|formal|friendly|readable|official|human|everyday|warm|clear|polite|neutral|funny|fun|lively|playful|gentle|crisp|simple|short|easy|standard)';
/** Who has a say in a product, but none of its customers. */
const department =
  '(?:legal|product|design|marketing|support|content|sales|brand|seo|editorial|community|press|research|data|security|finance|hr|qa|compliance|privacy|help|service|operations|ops|editor|writer|lead|agency|team|board)';
const determiner = '(?:(?:the|a|an|our|their|its|this|that|all|each|every) )*';

const how = new RegExp(
  [
    '(?<![\\p{L}])within(?![\\p{L}])',
    '(?<!(?:such|well|known) )(?<![\\p{L}])as (?!well(?![\\p{L}])|(?:seen|shown|displayed|rendered|printed|used|read|sent|stored) )',
    '^(?:through|to|like (?:the|our|its|their|in|on)) ',
    `(?<![\\p{L}])in ${determiner}(?:\\p{L}+ )?${manner}$`,
    // Who has a say, and what is only looked at.
    `^${determiner}${department}(?: (?:team|department|desk))? (?:reads|sees|signs|says|decides|looks|has|watches|knows|writes|keeps|owns|edits|maintains)(?![\\p{L}])`,
    '^(?:for |to |only |just )*(?:view|viewing|read|reading|look|looking|looking at)$',
    // In what order, and who comes first.
    `(?<![\\p{L}])in ${determiner}(?:\\p{L}+ )?(?:order|sequence)(?: of .*)?$`,
    `^(?:\\p{L}+ )?(?:order|sequence) of (?:appearance|importance|${determiner}(?:\\p{L}+ )?(?:menu|card|map|list|book|page|site map|letter|form|app))$`,
    `(?<![\\p{L}])from ${determiner}(?:\\p{L}+ )?${source}$`,
    // One thing has to stand in a part of each document.
    `^(?:\\p{L}+ )?\\p{L}*(?:[^s]|ss) (?:in|on|below|above|under|behind|before) ${determiner}${part}$`,
    '(?<![\\p{L}])(?:on (?:brand|file)|to scale|sign here)$',
    '(?<!(?:use|test|edge|phone|display) )(?<=\\p{L} )(?:case|tense|register|tone|language)$',
    '(?<![\\p{L}])(?:house|brand|company|editorial|formal|informal|friendly|headline) (?:style|voice|spelling)$',
    '(?<![\\p{L}])(?:polite|formal|informal|short|long|plural|singular|we|you) form$',
    '^tone of voice$',
    // What each has to have: "logo on each picture", "each post has a picture".
    '(?<=\\p{L} )(?:on|in|for|below|above|behind|beside|under) (?:each|every) ',
    '^(?:each|every|all) \\p{L}+ (?:has|have|with|an?) ',
    // What it keeps to, and which words it is made of.
    '^(?:(?:the|our|brand) )?(?:style ?guide|brand book|brief|guidelines?|house rules)$',
    '^(?:(?:metric|imperial)(?: (?:system|units?))?|(?:snake|camel|kebab|pascal)[_ -]?case|(?:typographic|straight|curly) quotes|stock (?:photos|images|pictures))$',
    '^(?:verbs|nouns|adjectives|numbers|emojis?) (?:on|in) ',
    `^(?:${manners}(?:,? and |, | ))+(?:texts?|words|wording|names|terms|voice|copy|language|tone|sentences|you)$`,
    `^(?:${manners}) (?:and|on) (?:an? |the )?\\p{L}+$`,
    `^(?:glossary|dictionary|catalogue) (?:words|terms)$|^(?:words|terms) of ${determiner}(?:\\p{L}+ )?${source}$`,
    '^\\p{L}+ in the (?:corner|middle|centre|center)$',
    '(?<![\\p{L}])(?:public|customer|user|guest|reader|patient|client|visitor)s?(?: |-)?(?:wording|view|perspective)$',
    '^(?:title case|sentence case|question|numbered|short|active) (?:headings?|titles?|headlines?)$',
    `^\\p{L}+ in ${determiner}(?:title|description|caption|heading|file ?name)$`,
    '^(?:the )?(?:answers?|quotes?|words) (?:from|of|by) (?:the|our|all) (?:doctors|customers|experts|patients|engineers|teachers|lawyers|nurses|users|vets|chefs)$',
    '(?<![\\p{L}])(?:string|text) (?:literals?|constants?)$',
    `^(?:what|as) ${determiner}(?:\\p{L}+ )?${source} (?:says?|tells?|describes?|explains?|shows?)$`,
    // What each has to be like.
    '^(?:\\p{L}+ )?(?:mirrors?|match(?:es)?|echoes) (?:the|our|its|each|every|app|apps|site|website)(?![\\p{L}])',
    '^(?:\\p{L}+ )?(?:reads?|sounds?|looks?) (?:like|well|as|naturally)(?![\\p{L}])',
    '^(?:use|uses|has|have) (?:an?|the|our|its) ',
    '(?<![\\p{L}])(?:local|universal|standard) time$',
    // As words of their own they are how it has to be changed.
    '^(?:(?:always )?(?:in|across) (?:all|both|every|each) (?:\\p{L}+ )?languages?|(?:in |use |always )*(?:plain|simple|easy|clear|short|b1|informal|formal) (?:languages?|english|words|texts?|sentences?))$',
  ].join('|'),
  'u',
);
