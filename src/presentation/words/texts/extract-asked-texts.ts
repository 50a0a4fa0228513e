import { readsLikeWords } from '../../../text/reads-like-words.js';
import type { FoundText } from '../product-text.js';
import { createTextFinder } from './create-text-finder.js';

const quoted = String.raw`("(?:[^"\\\n]|\\.){1,300}"|'(?:[^'\\\n]|\\.){1,300}')`;
/** `{% trans "Words" %}`, `_("Words")`, `gettext("Words")`: their keys are the words themselves. */
const gettext = new RegExp(
  String.raw`(?:\{%[-+]?\s{0,9}trans(?:late)?\s{1,9}|(?<![\w$'’])(?:_|\w{0,20}gettext\w{0,20})\(\s{0,20})${quoted}`,
  'g',
);
/** `{{ __('Words') }}`, `$t('Words')`, `{{t "Words"}}`, `<%= t "Words" %>`, `'Words' | trans`: a key of any kind. */
const keyed = [
  new RegExp(
    String.raw`(?:(?<![\w$'’])(?:__|\$?tc?|trans|translate|lang)\(\s{0,20}|\{\{[-~]?\s{0,9}(?:t|tr|trans|translate)\s{1,9}|<%[-=]{0,2}\s{0,9}(?:t|_|I18n\.t)\s{1,9})${quoted}`,
    'g',
  ),
  new RegExp(String.raw`${quoted}\s{0,9}\|\s{0,9}(?:trans|translate|t|transloco|localize|gettext|_)\b`, 'g'),
];

/** The words by which a template asks for their translation: the source language itself is written there, in no file of words. */
export function extractAskedTexts(source: string): readonly FoundText[] {
  const find = createTextFinder(source);
  const read = (pattern: RegExp, isText: (words: string) => boolean): readonly FoundText[] =>
    [...source.matchAll(pattern)].flatMap(({ 0: whole, 1: string = '', index }) => {
      const words = string.slice(1, -1);
      const start = index + whole.indexOf(string) + 1;
      return isText(words) ? find(start, start + words.length, words.replace(/\\(["'])/g, '$1')) : [];
    });
  // Where the words are the key in any case, one of them in small letters is words, too.
  const isWord = (words: string): boolean => readsLikeWords(words) || /^\p{L}+$/u.test(words);
  return [...read(gettext, isWord), ...keyed.flatMap((pattern) => read(pattern, readsLikeWords))];
}
