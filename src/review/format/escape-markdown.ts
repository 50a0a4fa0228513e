import { printable } from './printable.js';

/**
 * Text of the repository or its people as Markdown that shows exactly it: no markup, HTML, table border, mention, reference or
 * link of it comes alive on a host.
 */
export function escapeMarkdown(text: string): string {
  return printable(text.replace(/\s+/g, ' '))
    .replace(/[\\`*_{}[\]()#+!|~$^=]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '&#64;')
    .replace(/^(\s*)([-+>]|\d+\.)(?=\s)/, '$1\\$2')
    .replace(/\b(https?):\/\//gi, '$1&#58;//')
    .replace(/\bwww\./gi, 'www&#46;');
}
