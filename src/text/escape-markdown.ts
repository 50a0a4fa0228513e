import { printable } from './printable.js';

/**
 * Text of the repository or its people as Markdown that shows exactly it, on one line: no markup, HTML, table border, mention,
 * reference, link or quick action of it comes alive on a host. Hosts look for references in what Markdown has already been turned
 * into, where an escape is gone; a comment behind the sign splits it there.
 */
export function escapeMarkdown(text: string): string {
  return printable(text.replace(/\s+/g, ' '))
    .replace(/[\\`*_{}[\]()+!|~$^=]/g, '\\$&')
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
