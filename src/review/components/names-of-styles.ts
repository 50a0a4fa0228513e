import { withoutComments } from './without-comments.js';

/** What a value says names nothing. */
const values = /:[^:;{}]{0,2000}(?=[;}])/gu;
const lineComment = /(?<![:("'\w])\/\/[^\n]*/gu;
const names =
  /[.#%][a-z_-][\w-]{0,100}|&[\w-]{1,100}|--[\w-]{1,100}|\$[\w-]{1,100}(?=\s{0,9}:)|@(?:mixin|function|keyframes|layer|property)\s{1,9}[\w-]{1,100}/giu;

/** The names that a style sheet gives to others: classes (`&-part` within another as well), ids, variables, mixins and animations. Takes time in proportion to the text. */
export function namesOfStyles(text: string): ReadonlySet<string> {
  const plain = withoutComments(text, '/*', '*/').replaceAll(lineComment, ' ');
  // A variable is named where it is set, before its value.
  const set = [...plain.matchAll(/(?<![\w-])(?:--|[$@])[\w-]{1,100}(?=\s{0,9}:)/gu)].map(([name]) => name);
  return new Set([...set, ...[...plain.replaceAll(values, ';').matchAll(names)].map(([name]) => name)]);
}
