/** Elements that hold what people read. */
const reading =
  /^(?:p|h[1-6]|li|td|th|div|span|a|b|strong|em|i|u|small|label|legend|dt|dd|summary|figcaption|caption|blockquote|section|header|footer|main|article|button|govuk-[\w-]+)$/;
/** So much of what stands above is read, in characters; a page of Razor or Go that is longer has more tags than these around a text. */
const near = 8000;
/** Tags; what a type of C# is made of is none (`List<Item>`). */
const tags = /(?<!\w(?=<(?:[A-Z]|int\b|string\b|bool\b)))<(\/?)([a-zA-Z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>/g;
/** Elements that hold those, and do nothing with what they hold. */
const holding =
  /^(?:html|body|form|fieldset|ul|ol|dl|table|thead|tbody|tfoot|tr|nav|aside|figure|details|partial|hgroup|address|font|center|c:(?:if|choose|when|otherwise|foreach))$/;
const empty = /^(?:br|hr|img|input|wbr|meta|link|col|source|area|base|embed|track|param)$/;
/** What makes a text of an element something else: it is saved, hidden, filled in, or read by a script. */
const odd =
  /(?:^|\s)(?:contenteditable|hidden|itemprop|property|slot|data-(?:json|template|value|i18n|bind|translate|copy|[\w-]*target)|@(?!onclick)\w+|name|asp-page|[vx]-[\w:-]+|ng-[\w-]+)(?=[\s=:/]|$)|\sclass=["'][^"']*\b(?:katex|tex|math\w*|mermaid|editor|tpl|template|notranslate|hidden|d-none|hide|system-prompt)\b|\sstyle=["'][^"']*(?:display|visibility)|\srole=["']?option|\stype=(?!["']?(?:button|submit|reset)\b)/i;
/** Parts of a page that hold no text of it, by their names. */
const notShown = /prompt|system|instruct|script|style|head|mail|json|xml|sql|query/i;
const pairs = [
  ['<!--', '-->'],
  ['<%', '%>'],
  ['{{', '}}'],
  ['@*', '*@'],
  ['<script', '</script'],
  ['<style', '</style'],
  ['<textarea', '</textarea'],
  ['<pre', '</pre'],
  ['<code', '</code'],
  ['<template', '</template'],
  ['<svg', '</svg'],
  ['<xmp', '</xmp'],
  ['<#assign', '</#assign'],
  ['<#macro', '</#macro'],
  ['<#local', '</#local'],
  ['<#global', '</#global'],
  ['<#function', '</#function'],
  ['<@', '</@'],
] as const;

/** Do words stand where a page shows them: right in an element that people read, in no code, no script and no comment? */
export function isInText(before: string, after: string): boolean {
  const above = before.slice(-near);
  const small = before.toLowerCase();
  if (/@(?:functions|code|helper)\b|@"/.test(before) || /^---/.test(before) || small.includes('[#')) return false;
  // A script reads what stands in the page.
  if (/inner(?:text|html)|textcontent|\.(?:text|html)\(\)/.test(`${small}${after.toLowerCase()}`)) return false;
  const [part = ''] = [...before.matchAll(/\{\{-?\s*(?:define|block)\s+"[^"]*"|@section\s+\w+/g)].at(-1) ?? [];
  if (notShown.test(part)) return false;
  if (pairs.some(([open, close]) => small.lastIndexOf(open) > small.lastIndexOf(close))) return false;
  // Between two tags, and what is filled in.
  const [end, start] = [above.trimEnd().at(-1), after.trimStart()];
  if (!(end === '>' || end === '}') || !/^(?:<\/?[a-z]|\{\{|@[A-Za-z(])/.test(start)) return false;
  const open: string[] = [];
  for (const [, closes, name = '', rest = ''] of above.matchAll(tags)) {
    const own = name.toLowerCase();
    if (empty.test(own) || rest.endsWith('/')) continue;
    if (closes === '') open.push(odd.test(rest) ? '?' : own);
    else if (open.at(-1) === own || open.at(-1) === '?') open.pop();
    else open.length = 0;
  }
  return reading.test(open.at(-1) ?? '') && open.every((name) => reading.test(name) || holding.test(name));
}
