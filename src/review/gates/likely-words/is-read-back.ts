/** Where what is called so is only shown: in an element, filled in to a page, or handed on as what people read. */
const shown = (name: string): string =>
  String.raw`>\s*\{[\w.?!]*\.${name}\b(?!\s*(?:[=!]=|\??\.|[([]))|(?:\{\{\s*|\s(?:label|title|aria-label|placeholder|alt|tooltip)=\{)[\w.?!]*\.${name}\s*\}`;

/** Are elements looked for by an attribute that is called so, in the same file? */
export function isAskedFor(name: string, text: string): boolean {
  return new RegExp(String.raw`\[\w*\b${name}[~|^$*]?=`).test(text);
}

/** Is something held against what is called so, looked up by it, or taken out of what has it, in the same file? An attribute of data is read by its last word. */
export function isReadBack(attribute: string, text: string): boolean {
  const name = attribute.replace(/^data-(?:\w+-)*/, '');
  const left = text.replaceAll(new RegExp(shown(name), 'g'), '');
  const member = String.raw`(?:[.?!]\.?|->)${name}\b(?!\s*[:=](?!=))|\.${name.charAt(0).toUpperCase()}${name.slice(1)}\b`;
  const quoted = String.raw`["'\x60:]${attribute}\b["'\x60]?(?!["'\x60]?\s*(?:[:=]|=>))`;
  const taken = String.raw`[{,(]\s*${name}\s*[,})]|\[${name}\]|\{[^{}]*\b${name}\b[^{}]*\}\s*(?:=[^=>]|\)\s*(?:=>|\{)|:\s*\w+\s*\))`;
  const bare = String.raw`(?<![.\w"'<&-])${name}\s*(?:\.\w|[!=]=)|(?:\breturn|=>|[^=!<>]=)\s*${name}\b(?!\s*[:=(])`;
  return new RegExp(`${member}|${quoted}|${taken}|${bare}`).test(left);
}

/** Is what stands in a variable handed on as a whole, so that nobody here can tell what becomes of it? Parts of a page get theirs otherwise. */
export function isHandedOn(variable: string, text: string): boolean {
  const whole = String.raw`[(,]\s*(?:\w+\s*[=:]\s*)?(?:\.\.\.|\*\*?|&)?\$?${variable}\s*[,)]`;
  const acting = String.raw`\b${variable}\.(?:save|create|insert|post|put|send|entries|values)\b|\bin\s+${variable}\s*:`;
  return new RegExp(`${whole}|${acting}`).test(text);
}
