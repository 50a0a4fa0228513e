/** What a value says names nothing. */
const values = /:[^:;{}]{0,2000}(?=[;}])/gu;
const comments = /\/\*[^*]{0,5000}\*\//gu;
const names =
  /[.#%][a-z_-][\w-]{0,100}|--[\w-]{1,100}|\$[\w-]{1,100}(?=\s{0,9}:)|@(?:mixin|function|keyframes|layer|property)\s{1,9}[\w-]{1,100}/giu;

/** The names that a style sheet gives to others: classes, ids, variables, mixins and animations. Takes time in proportion to the text. */
export function namesOfStyles(text: string): ReadonlySet<string> {
  const plain = text.replaceAll(comments, ' ');
  // A variable is named where it is set, before its value.
  const set = [...plain.matchAll(/(?<![\w-])(?:--|\$)[\w-]{1,100}(?=\s{0,9}:)/gu)].map(([name]) => name);
  return new Set([...set, ...[...plain.replaceAll(values, ';').matchAll(names)].map(([name]) => name)]);
}
