/** Where what is called so is only shown: in an element, filled in to a page, or handed on as what people read. */
const shown = (name: string): string =>
  String.raw`>\s*\{[\w.?!]*\.${name}\b(?!\s*(?:[=!]=|\??\.|[([]))|(?:\{\{\s*|\s(?:label|title|aria-label|placeholder|alt|tooltip)=\{)[\w.?!]*\.${name}\s*\}`;

/** Are elements looked for by an attribute that is called so, in the same file? */
export function isAskedFor(name: string, text: string): boolean {
  return new RegExp(String.raw`\[[@\w-]*\b${name}\s*[~|^$*]?=`).test(text);
}

/** Does a file read attributes of elements at all, whatever they are called? */
export function readsAttributes(text: string): boolean {
  return /\bdataset\b|[aA]ttributes?\b(?=["'\x60]?\s*[()\].[,;])|\.(?:attr|prop|data)\(|\.(?:ariaLabel|placeholder)\b|\bserialize(?:Array)?\(/.test(
    text,
  );
}

/** Is something held against what is called so, looked up by it, or taken out of what has it, in the same file? */
export function isReadBack(name: string, text: string): boolean {
  const left = text.replaceAll(new RegExp(shown(name), 'g'), '');
  const member = String.raw`(?:[.?!]\.?|->)${name}\b(?!\s*[:=](?!=))`;
  const quoted = String.raw`["'\x60:]${name}\b["'\x60]?(?!["'\x60]?\s*(?:[:=]|=>))`;
  const taken = String.raw`[{,(]\s*${name}\s*[,})]|\[${name}\]|\{[^{}]*\b${name}\b[^{}]*\}\s*(?:=[^=>]|\)\s*(?:=>|\{)|:\s*\w+\s*\))`;
  const bare = String.raw`(?<![.\w"'<&-])${name}\s*(?:\.\w|[!=]=)|(?:\breturn|=>|[^=!<>]=)\s*${name}\b(?!\s*[:=(])`;
  return new RegExp(`${member}|${quoted}|${taken}|${bare}`).test(left);
}
