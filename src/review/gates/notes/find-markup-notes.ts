import type { Region } from '../gated-regions.js';

/** How notes of templates begin, and code, in which a text may look like one; with what each ends. */
const ends: ReadonlyMap<string, string> = new Map([
  ['<%#', '%>'],
  ['<!--', '-->'],
  ['{{--', '--}}'],
  ['<%', '%>'],
  ['{{', '}}'],
  ['{!!', '!!}'],
  ['{', '}'],
]);
const isNote = /^(?:<%#|<!--|\{\{--)$/;
const opener = /<%#|<%|<!--|<(?=[a-z/])|\{\{--|\{\{|\{!!|\{/gi;
/** One with a note of ERB in it is looked into. */
const tag = /(?:"(?:[^"<]|<(?!%#))*"|'(?:[^'<]|<(?!%#))*'|[^"'<>])*>/y;
/** In these a page shows what looks like a note. */
const showsNotes = /<(?:textarea|title)\b/i;

/** Where the notes of a template stand that end, in their order; none of HTML that may be a text, in code or in a tag, or that a page takes for shorter. Linear in the length of the text. */
export function findMarkupNotes(text: string): readonly Region[] {
  const found: Region[] = [];
  const endless = new Set<string>();
  const isShown = showsNotes.test(text);
  const from = new RegExp(opener);
  for (let match = from.exec(text); match !== null; match = from.exec(text)) {
    const { 0: sign, index } = match;
    if (sign === '<') {
      tag.lastIndex = from.lastIndex;
      if (tag.test(text)) from.lastIndex = tag.lastIndex;
      continue;
    }
    const close = ends.get(sign) as string;
    // Looked for in vain once, its end is not looked for again.
    const end = endless.has(sign) ? -1 : text.indexOf(close, from.lastIndex);
    if (end === -1) {
      endless.add(sign);
      continue;
    }
    const to = end + close.length;
    from.lastIndex = to;
    const isText =
      sign === '<!--' && (isShown || /["'`]/.test(text.charAt(index - 1)) || isShorter(text.slice(index, to)));
    if (isNote.test(sign) && !isText) found.push([index, to]);
  }
  return found;
}

/** Browsers end it before its end. */
function isShorter(note: string): boolean {
  return /^<!---?>|--!>/.test(note);
}
