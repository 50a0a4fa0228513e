import { areWords, isSentence, withoutWords } from '../without-words.js';

/** What a model is told, which reads like what people are; people alone are invited, signed in and the like, and close no window. */
const told =
  /^\W*(?:you are(?! (?:(?:not|now|already|currently|no longer|still|about to be) )?(?:invited|welcome|signed (?:in|out|up)|logged (?:in|out)|subscribed|unsubscribed|registered|verified|connected|disconnected|offline|online|redirected)\b)|you must|act as|behave|respond|reply|answer|return|output|ignore|never|always|do not(?! (?:close|refresh|reload|leave|unplug|turn off) )|given|as an? (?:ai|assistant|expert))\b/i;
/** Masks of a date or a number: a letter that is repeated alone. */
const mask = /(?<!\p{L})(\p{L})\1+(?!\p{L})/u;
/** What is filled in, in the ways of many languages. */
const filledIn =
  /[#$%]?\{\{?[^{}]*\}?\}|%(?:\d+\$)?[-+#*\d.]*[a-zA-Z@]+|%L?\d+|%\(\w+\)\w|\$\w+|__\w+__|\[\w+\]|(?<!\S)(?:[!:@]\w+|-\w+-(?!\S))|#?@{1,2}\w+(?![\w.-]*\.\w)(?<!\w#?@{1,2}\w+)|[(:]@\w+|##?\w+##?|\$t\([^()]*\)|%/g;
/** Signs that code has, that nobody sees, or that end a line. */
const odd = /[<>{}=|\\^~_`\p{C}\u2028\u2029]|&(?![a-z]+;|\s)|\p{L}\.\p{Ll}|\(\)/u;

/** Is one sentence another one, with all that is filled in as it was? */
export function isOtherSentence(was: string, now: string): boolean {
  const [one, other] = [readPlain(was), readPlain(now)];
  return one.filled === other.filled && [one, other].every(({ text }) => readsLikeSentence(text));
}

/** Are several words other ones, which people read where something shows them? */
export function areOtherWords(was: string, now: string): boolean {
  const [one, other] = [readPlain(was), readPlain(now)];
  return one.filled === other.filled && [one, other].every(({ text }) => readsLikeWords(text));
}

function readsLikeWords(text: string): boolean {
  return (
    /\p{L}{2}.*\s.*\p{L}{2}|\p{Lo}{2}/u.test(text) &&
    areWords(text) &&
    !told.test(text) &&
    !mask.test(text) &&
    !odd.test(text)
  );
}

function readsLikeSentence(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /\p{Ll}{2}|\p{Lo}/u.test(word));
  return (
    words.length > 1 &&
    readsLikeWords(text) &&
    /^\s*[^\s,;:?.!)]/.test(text) &&
    isSentence(text.trim().replaceAll(/\s+/g, ' '))
  );
}

/** A literal as it is read, without what is filled in and the ends of its lines, and what these are. */
function readPlain(literal: string): { readonly text: string; readonly filled: string } {
  const escaped = /\\[nrt]/g;
  const text = literal
    .replaceAll(filledIn, ' ')
    .replaceAll(/[\w.+-]*@{1,2}[\w-]+(?:\.[\w-]+)+/g, 'mail')
    .replaceAll(escaped, ' ')
    .replaceAll(/\\["'`]/g, '’')
    .replaceAll(/\((e?s)\)/g, '$1');
  return {
    text,
    filled: [...(literal.match(filledIn) ?? []), ...(literal.match(escaped) ?? []), withoutWords(text)].join('\n'),
  };
}
