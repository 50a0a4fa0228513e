/**
 * Whether words restrict or say that nothing holds though each of them is plain by itself: "on hold", "subject to the works council", "theirs", "net of prices".
 */
export function isNarrowing(words: string): boolean {
  // Nothing so long is plain.
  return words.length > longest || narrowing.test(words.replace(/[\s.!]+$/u, ''));
}

const longest = 500;

const narrowing = new RegExp(
  [
    '^(?:(?:legal|the|on|a) )*hold$',
    '^on (?:paper|loan|demand|display|trial)(?!\\p{L})',
    '(?<!\\p{L})(?:subject to|net of|on loan from)(?!\\p{L})',
    '^(?:an? )?parts?(?: of (?:it|them|this|these))?$',
    "^(?:(?:it|this|that) is |what is )?theirs$|^(?:the )?\\p{L}+'s$",
    "(?<!\\p{L})(?:is|are) (?:the )?\\p{L}+'s$",
    '^(?:for|as an?) (?:reference|information|illustration|example|show|practice|rehearsal)$',
    '^(?:used to be|guided|history|rehearsals?|ideas?|e\\.? ?g\\.?:?|target (?:state|picture)s?)$',
    '^inside the (?:fences|markers|tags|lines)$',
    '^(?:warning|caution|danger|careful|beware)s?:',
    '^(?:\\d+ )?eyes$|^bar (?!chart|code|graph)|^[!-]\\p{L}',
  ].join('|'),
  'u',
);
