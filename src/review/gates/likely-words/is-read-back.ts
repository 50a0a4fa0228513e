/** Where what is called so is only shown: in an element, filled in to a page, or handed on as what people read. */
const shown = (name: string): string =>
  String.raw`>\s*\{[\w.?!]*\.${name}\b(?!\s*(?:[=!]=|\??\.|[([]))|(?:\{\{\s*|\s(?:label|title|aria-label|placeholder|alt|tooltip)=\{)[\w.?!]*\.${name}\s*\}`;

/** Are elements looked for by an attribute that is called so, in the same file? */
export function isAskedFor(name: string, text: string): boolean {
  return new RegExp(String.raw`\[[@\w-]*\b${name}\s*(?:[~|^$*]?=|\])|@${name}\b(?!=)`).test(text);
}

/** Does a file read what a page shows, or the attributes of its elements, whatever they are called? */
export function readsPage(text: string): boolean {
  return (
    /(?:inner|outer)(?:text|html)|textcontent|textlabel|nodevalue|\$props|:contains\(|table_?(?:to|2)|tableexport|getselection|getHTML\(|serializeToString|\.clone(?:node)?\(|\.(?:text|html)\(\)|firstchild\.data|\bdataset\b|\battributes\b|[gs]etattribute|\.(?:attr|prop|data)\(|\.(?:ariaLabel|placeholder)\b|\bserialize(?:Array)?\(/i.test(
      text,
    ) || /\{[^{}]*\b(?:placeholder|ariaLabel)\b[^{}]*\}\s*(?:=[^=>]|\)\s*=>)|\[["']placeholder["']\]/.test(text)
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
