import type { Region } from '../gated-regions.js';
import { findComments } from '../notes/find-comments.js';
import { findMarkupNotes } from '../notes/find-markup-notes.js';
import { blank } from '../../../text/blank.js';

/**
 * A template, or a program without a syntax tree here, with its comments blanked where they are certainly that: the same length. In a language, or beside a text, where
 * nobody can tell, a comment counts as anything else.
 */
export function blankNotes(path: string, text: string): string {
  if (/\.(?:erb|vue|svelte)$|\.blade\.php$/i.test(path)) return blankAll(text, findMarkupNotes(text));
  return blankAll(text, findComments(path, text) ?? []);
}

/** Comments that somebody takes for orders, or that run: of a shell, of Ruby, Python and Go. */
const orders =
  /^#!.*|(?:frozen_string_literal|shareable_constant_value|warn_indent).*|coding[:=].*|\/\/\s*(?:go:|export\b|\+build).*/gm;
/** The same of templates: of Rails, of servers, and with code of the template in them. */
const markupOrders = /^<%#\s*locals:|^<!--(?:\s*\[if|#|[^]*(?:<%|\{[{!]))/;

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

/** The comments of a text that are more than that, one after the other. A program of C in one of Go is a comment, so that all of such a text is taken for that. */
export function ordersOf(text: string): string {
  if (text.includes('import "C"')) return text;
  const ofMarkup = findMarkupNotes(text).map(([from, to]) => text.slice(from, to));
  return [...(text.match(orders) ?? []), ...ofMarkup.filter((note) => markupOrders.test(note))].join('\n');
}

function blankAll(text: string, notes: readonly Region[]): string {
  let left = '';
  for (const [from, to] of notes) left += text.slice(left.length, from) + blank(text.slice(from, to));
  return left + text.slice(left.length);
}
