/** Elements that hold what people read. */
const reading =
  /^(?:p|h[1-6]|li|td|th|div|span|a|b|strong|em|i|u|small|label|legend|dt|dd|summary|figcaption|caption|blockquote|section|header|footer|main|article|button|govuk-[\w-]+)$/;
/** Tags; what a type of C# is made of is none (`List<Item>`). */
const tags =
  /(?<!\w(?=<(?:[A-Z]|int\b|string\b|bool\b)))<(\/?)([a-zA-Z][\w:.-]*)((?:"[^"]{0,1000}"|'[^']{0,1000}'|[^<>"']){0,500})>/g;
/** A longer page is not read, in characters. */
const longest = 60_000;
/** Elements that hold those, and do nothing with what they hold. */
const holding =
  /^(?:html|body|form|fieldset|ul|ol|dl|table|thead|tbody|tfoot|tr|nav|aside|figure|details|partial|hgroup|address|font|center|c:(?:if|choose|when|otherwise|foreach))$/;
const empty = /^(?:br|hr|img|input|wbr|meta|link|col|source|area|base|embed|track|param)$/;
/** Attributes by which a text stays a text of its element; with any other it may be saved, hidden, filled in, or read by a script. */
const plain =
  /^(?:\s+(?:class|style|id|href|title|role|tabindex|(?:col|row)span|scope|width|height|v?align|for|target|rel|lang|dir|open|disabled|type|action|method|enctype|novalidate|autocomplete|cellpadding|cellspacing|border|bgcolor|aria-[\w-]+|asp-(?:for|action|controller|area|page-handler|route[\w-]*|validation[\w-]*)|data-(?:test(?:-?id)?|cy|qa|module|toggle|dismiss|bs-toggle|bs-dismiss)|govuk-[\w-]+|@onclick)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?(?=\s|$))*\s*$/i;
const odd =
  /\sclass=["'][^"']*\b(?:katex|tex|latex|math\w*|asciimath|mermaid|plantuml|flowchart|editor|editable|trumbowyg|tmpl|wysiwyg|prosemirror|ql|tpl|template|markdown|notranslate|hidden|invisible|d-none|hide|system-prompt|p-name)\b|\sstyle=["'][^"']*(?:display|visibility|opacity|position|clip|height:\s*0)|\s(?:id|class)=["'][^"']*(?:prompt|system|json|editor|summernote|tinymce|quill|wysiwyg|froala|mermaid)|\srole=["']?(?:option|textbox)|\stype=(?!["']?(?:button|submit|reset)\b)/i;
/** A script in the page may read what stands there. */
const script = /<script(?![^>]*\ssrc=)[^>]*>\s*[^\s<]/i;
/** Parts of a page that hold no text of it, by their names. */
const notShown = /prompt|system|instruct|persona|agent|tool|subject|sms|script|style|head|mail|json|xml|sql|query/i;
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
  ['<#noparse', '</#noparse'],
  ['<#assign', '</#assign'],
  ['<#macro', '</#macro'],
  ['<#local', '</#local'],
  ['<#global', '</#global'],
  ['<#function', '</#function'],
  ['<#transform', '</#transform'],
  ['<#outputformat', '</#outputformat'],
  ['<@', '</@'],
] as const;

/** Do words stand where a page shows them: right in an element that people read, in no code, no script and no comment? */
export function isInText(before: string, after: string): boolean {
  if (before.length + after.length > longest) return false;
  const small = before.toLowerCase();
  if (/@(?:functions|code|helper)\b|@"|[(,]\s*@</.test(before) || /^---/.test(before) || small.includes('[#'))
    return false;
  const [part = ''] =
    [...before.matchAll(/\{\{-?\s*(?:define|block)\s+(?:"[^"]*"|`[^`]*`)|@section\s+\w+/g)].at(-1) ?? [];
  if (notShown.test(part) || script.test(`${before}${after}`)) return false;
  if (pairs.some(([open, close]) => small.lastIndexOf(open) > small.lastIndexOf(close))) return false;
  // Between two tags, and what is filled in.
  const [end, start] = [before.trimEnd().at(-1), after.trimStart()];
  if (!(end === '>' || end === '}') || !/^(?:<\/?[a-z]|\{\{|@[A-Za-z(])/.test(start)) return false;
  const open = openElements(before);
  const [inner] = open.slice(-1);
  return (
    inner !== undefined &&
    reading.test(inner.name) &&
    open.every(({ name }) => reading.test(name) || holding.test(name)) &&
    !isInBlock(before.slice(inner.end))
  );
}

interface OpenElement {
  readonly name: string;
  /** Behind its tag. */
  readonly end: number;
}

/** The elements that are open at the end of a page's text, the innermost last; one that is odd is called `?`. */
function openElements(before: string): readonly OpenElement[] {
  const open: (OpenElement & { readonly own: string })[] = [];
  // What stands in a comment keeps its place.
  const text = before.replace(/<!--[^]*?-->|@\*[^]*?\*@/g, (comment) => ' '.repeat(comment.length));
  for (const { index, 0: tag, 1: closes, 2: name = '', 3: rest = '' } of text.matchAll(tags)) {
    const own = name.toLowerCase();
    if (empty.test(own) || rest.endsWith('/')) continue;
    if (closes === '') open.push({ own, name: isPlain(own, rest) ? own : '?', end: index + tag.length });
    else if (open.at(-1)?.own === own) open.pop();
    else return [];
  }
  return open;
}

function isPlain(name: string, attributes: string): boolean {
  return name.startsWith('govuk-') || (plain.test(attributes) && !odd.test(attributes));
}

/** Is a block of code open, as behind `@if (…) {`, so that what stands right in it is code? */
function isInBlock(text: string): boolean {
  const plainText = text.replace(/\{\{[^]*?\}\}|"[^"\n]*"/g, '');
  return plainText.split('{').length > plainText.split('}').length;
}
