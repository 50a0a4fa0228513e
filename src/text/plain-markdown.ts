import { printable } from './printable.js';

/** Text of the repository or its people for a pull request's body: shown as it is, cut to `longest` characters. */
export function toPlainMarkdown(text: string, longest = 500): string {
  return escapeMarkdown(truncate(text.replace(/\s+/g, ' ').trim(), longest));
}

/** Words before a ticket of another tracker (`Fixes ENG-12`), by which hosts and trackers close it. */
const closing =
  /\b((?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|complet(?:e[sd]?|ing)|implement(?:s|ed|ing)?)(?:\s+issues?)?:?\s+)([a-z]\w{0,20})-(?=\d)/i;

/**
 * A path, a key or a handle as inline code where nothing in it could end the code, else as plain text. What refers to an issue is no code
 * either: where a host makes a commit's message of the text, the marks around it are nothing.
 */
export function toInlineCode(text: string): string {
  return /^(?!.*(?:GH-\d|:\/\/))[\w./@ :,+=-]{1,300}$/i.test(text) && text.trim() === text && !closing.test(text)
    ? `\`${text}\``
    : toPlainMarkdown(text, 300);
}

/** A title is no Markdown, but it becomes a commit's subject, which can mention people, close issues and switch checks off. */
export function toPlainTitle(text: string): string {
  const line = printable(text.replace(/\s+/g, ' ').trim());
  const quiet = line
    .replace(/(?<=[\w)])#(?=\d)/g, ' no. ')
    .replace(/#(?=\d)/g, 'no. ')
    .replace(/@/g, '(at)')
    .replace(/(GH)-(?=\d)/gi, '$1 ')
    .replace(new RegExp(closing, 'gi'), '$1$2 ')
    .replace(/:\/\//g, ': //')
    // What machines on hosts take for an order to leave a commit unchecked.
    .replace(/\[(?=[^\]]{0,20}\b(?:ci|skip|no)\b)([^\]]{0,40})\]/gi, '($1)');
  return truncate(quiet, 120);
}

/** At most `longest` characters, the last being an ellipsis where something was cut; no character is cut in two. */
export function truncate(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * Text of the repository or its people as Markdown that shows exactly it, on one line: no markup, HTML, table border, mention,
 * reference, link or quick action of it comes alive on a host. Hosts look for references in what Markdown has already been turned
 * into, where an escape is gone; a comment behind the sign splits it there, and for trackers that read what was written (`ENG-12`). Braces stay, since people read placeholders, but for “{-” and “-}”,
 * between which GitLab shows text as taken out.
 */
export function escapeMarkdown(text: string): string {
  return printable(text.replace(/\s+/g, ' '))
    .replace(/[\\`*_[\]()+!|~$^=]/g, '\\$&')
    .replace(/\{(?=-)|(?<=-)\}/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/^(#+)/, '\\$1')
    .replace(/[@#]/g, '$&<!-- -->')
    .replace(/(\\[!$~^]|%|&amp;)(?=\w|"\w)/g, '$1<!-- -->')
    .replace(/([a-z][a-z0-9]{0,20}-)(?=\d)/gi, '$1<!-- -->')
    .replace(/^(\s*)-(?=\s)/, '$1\\-')
    .replace(/^(\s*\d+)\.(?=\s)/, '$1\\.')
    .replace(/:\/\//g, ':<!-- -->//')
    .replace(/(www)\./gi, '$1<!-- -->.')
    .replace(/^\//, '&sol;');
}
