import { toPhrase } from '../grammar/phrase.js';
import type { TextToken } from '../grammar/tokenize.js';

/**
 * The glob of an item that is wholly about what no other line names of it: "the rest of `src/**`", "`src/**` (other than what is listed above)",
 * "anything in `lib/` not listed above". `undefined` for any other item.
 */
export function restOfFolder(tokens: readonly TextToken[]): TextToken | undefined {
  const phrase = toPhrase(tokens);
  const [code, ...more] = tokens.filter(({ kind }) => kind === 'code');
  return more.length === 0 && !phrase.isOdd && phrase.words.length < longest && form.test(phrase.words)
    ? code
    : undefined;
}

/** Signs of such an item; a longer one says more. */
const longest = 300;

const all = '(?:everything|anything|all|all (?:the )?files|any (?:file|files)|(?:all )?(?:the )?code)';
const within = '(?:in|under|of|inside|below)';
const listed = '(?:listed|named|mentioned|opened)(?: (?:above|here|below|elsewhere|in this section))?';
const above = `(?:the above|(?:those|the (?:files|paths|folders|ones))(?: ${listed}| above)|(?:what|whatever) is (?:${listed}|above)|what (?:the )?(?:lists?|we list) above)`;

const form = new RegExp(
  `^(?:${[
    `(?:all )?(?:the )?rest ${within} '[^']*'`,
    `${all} else ${within} '[^']*'|(?:all |any |every )?other (?:files?|paths?|folders?|code|modules?|packages?) ${within} '[^']*'|(?:all|any|every) other '[^']*'(?: files?)?`,
    `${all} ${within} '[^']*',? (?:that (?:is|are) )?not ${listed}`,
    `'[^']*',? \\(?(?:apart from|other than|except(?: for)?|but not|besides) ${above}\\)?`,
    `'[^']*',? \\(?(?:unless|if not|where not|if it is not) ${listed}\\)?`,
  ].join('|')})[.!]?$`,
  'u',
);
