import { printable } from './printable.js';

/** Text of the repository or its people for a pull request's body: shown as it is, cut to `longest` characters. */
export function toPlainMarkdown(text: string, longest = 500): string {
  return escapeMarkdown(truncate(text.replace(/\s+/g, ' ').trim(), longest));
}

/**
 * A path, a key or a handle as inline code where nothing in it could end the code, else as plain text. What refers to an issue is no code
 * either: where a host makes a commit's message of the text, the marks around it are nothing.
 */
export function toInlineCode(text: string): string {
  return /^(?!.*(?:GH-\d|:\/\/))[\w./@ :,+=-]{1,300}$/i.test(text) && text.trim() === text
    ? `\`${text}\``
    : toPlainMarkdown(text, 300);
}

/** A title is no Markdown, but it becomes a commit's subject, which can mention people, close issues and switch checks off. */
export function toPlainTitle(text: string): string {
  const line = printable(text.replace(/\s+/g, ' ').trim());
  const quiet = line
    .replace(/#(?=\d)/g, 'no. ')
    .replace(/@/g, '(at)')
    .replace(/(GH)-(?=\d)/gi, '$1 ')
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
 * into, where an escape is gone; a comment behind the sign splits it there. Braces stay, since people read placeholders, but for “{-” and “-}”,
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
    .replace(/(GH-)(?=\d)/gi, '$1<!-- -->')
    .replace(/^(\s*)-(?=\s)/, '$1\\-')
    .replace(/^(\s*\d+)\.(?=\s)/, '$1\\.')
    .replace(/:\/\//g, ':<!-- -->//')
    .replace(/(www)\./gi, '$1<!-- -->.')
    .replace(/^\//, '&sol;');
}
