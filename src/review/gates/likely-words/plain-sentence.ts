import { isLabel } from '../words-only/shown/label-words.js';
import { isSentence, withoutWords } from './without-words.js';

/** What a model is told, which reads like what people are. */
const told =
  /^\W*(?:you are|you must|act as|behave|respond|reply|answer|return|output|ignore|never|always|do not|given|as an? (?:ai|assistant|expert))\b/i;

/** What is filled in, whatever it computes. */
const filledIn = /[#$%]?\{\{?[^{}]*\}?\}|\\\([^()]*\)/g;

/** Is one sentence another one, with all that is filled in as it was? */
export function isOtherSentence(was: string, now: string): boolean {
  const [one, other] = [readPlain(was), readPlain(now)];
  return one.filled === other.filled && [one, other].every(({ text }) => readsLikeSentence(text));
}

/** Are several words other ones, which people read where something shows them? */
export function areOtherWords(was: string, now: string): boolean {
  return [was, now].every((each) => isLabel(each) && /\S\s+\S/.test(each) && !told.test(each));
}

function readsLikeSentence(text: string): boolean {
  const words = text.split(/\s+/).filter((token) => withoutWords(token) === '');
  const isProse = words.filter((word) => /\p{Ll}{2}|\p{Lo}/u.test(word)).length > 1;
  return isProse && /^\s*[^\s,;:?.!)]/.test(text) && !told.test(text) && isSentence(words.join(' ').trim());
}

/** A literal as it is read, with nothing where something is filled in, and what that is. */
function readPlain(literal: string): { readonly text: string; readonly filled: string } {
  const text = literal
    .replaceAll(filledIn, '')
    .replaceAll('@@', '@')
    .replaceAll(/\\[nrt]/g, ' ')
    .replaceAll(/\\["'`]/g, '’')
    .replaceAll(/\((e?s)\)/g, '$1');
  return { text, filled: [...(literal.match(filledIn) ?? []), withoutWords(text)].join('\n') };
}
