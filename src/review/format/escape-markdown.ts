import { printable } from './printable.js';

/**
 * Text of the repository or its people as Markdown that shows exactly it: no markup, HTML, table border, mention, reference or
 * link of it comes alive on a host.
 */
export function escapeMarkdown(text: string): string {
  return (
    printable(text.replace(/\s+/g, ' '))
      .replace(/[\\`*_{}[\]()+!|~$^=]/g, '\\$&')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/^(#+)/, '\\$1')
      // Hosts look for mentions and references in the rendered text; a comment node splits it where an escape would not.
      .replace(/[@#]/g, '$&<!-- -->')
      .replace(/^(\s*)-(?=\s)/, '$1\\-')
      .replace(/^(\s*\d+)\.(?=\s)/, '$1\\.')
      .replace(/\b(https?):\/\//gi, '$1&colon;//')
      .replace(/\bwww\./gi, 'www&period;')
  );
}
