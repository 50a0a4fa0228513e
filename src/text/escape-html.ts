import { printable } from './printable.js';

/** Text as HTML, or as the value of an attribute in quotes, that shows exactly it. */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
