/** Texts over several lines, in which nothing is a comment. */
const long = /<<[~-]?["'`]?[A-Z]|"""|\'\'\'|`|^=begin|^__END__|%[qQwWi]?[{([<|]|@"/m;
const markup = /<%#[^]*?%>|<!--[^]*?-->|\{\{--[^]*?--\}\}/g;
/** Strings come first: what is in them is no comment. */
const hashes = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?<=^|[ \t])#[^\n]*/gm;
const slashes = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[^]*?\*\//g;

/**
 * A template, or a program without a syntax tree here, with its comments blanked where they are certainly that: the same length. In a language, or beside a text, where
 * nobody can tell, a comment counts as anything else.
 */
export function blankNotes(path: string, text: string): string {
  if (/\.(?:erb|vue|svelte)$|\.blade\.php$/i.test(path)) return text.replaceAll(markup, blank);
  if (long.test(text)) return text;
  if (/\.(?:rb|py)$/i.test(path)) return text.replaceAll(hashes, blankNote);
  return /\.(?:kts?|java|swift|dart|cs|go|scala|groovy|rs)$/i.test(path) ? text.replaceAll(slashes, blankNote) : text;
}

/** Comments that somebody takes for orders, or that run: of a shell, of Ruby, Python, Go with its C, Rails, servers, and code of a template. */
const orders =
  /^#!.*|frozen_string_literal.*|coding[:=].*|\/\/\s*(?:go:|export\b|\+build).*|<%#\s*locals:[^]*?%>|<!--(?:\s*\[if|#)[^]*?-->|<!--(?:(?!-->)[^])*?(?:<%|\{[{!])[^]*?-->|\/\*[^]*?\*\/(?=\s*import "C")|(?:\/\/.*\n)+(?=import "C")/gm;

/** Do two such texts differ in nothing but comments, and lines and blanks at their ends? In the scripts of a frame nobody tells them apart here. */
export function differsInNotesOnly(path: string, before: string, after: string): boolean {
  const same = (of: (text: string) => string): boolean => of(before) === of(after);
  const written = (text: string): string =>
    blankNotes(path, text)
      .replaceAll(/[ \t\r]+$/gm, '')
      .replaceAll(/\n{2,}/g, '\n')
      .trim();
  return (
    same(written) && same(ordersOf) && same((text) => (text.match(/<(script|style)\b[^]*?<\/\1>/gi) ?? []).join('\n'))
  );
}

/** The comments of a text that are more than that, one after the other. */
export function ordersOf(text: string): string {
  return (text.match(orders) ?? []).join('\n');
}

function blankNote(found: string): string {
  return /^["']/.test(found) ? found : blank(found);
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}
