import { languageTag } from '../../text/is-locale.js';
import { escapeHtml } from '../../text/escape-html.js';

/** A text of the product as it reads, in its own lines; the joiners that Persian and emoji are written with stay. */
export function escapeWords(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .split(/([\u200c\u200d])/)
        .map((part) => (part === '\u200c' ? '&#x200c;' : part === '\u200d' ? '&#x200d;' : escapeHtml(part)))
        .join(''),
    )
    .join('<br/>');
}

/** A link, or what looks like a button. */
export interface Link {
  readonly label: string;
  readonly address: string;
  /** The same in the next version of the page, so that the focus stays. */
  readonly id: string;
  /** What a screen reader says instead, beginning with the label. */
  readonly spoken?: string;
}

export function renderLink({ label, address, id, spoken }: Link, look?: 'primary' | 'secondary'): string {
  const button = look === undefined ? '' : ` class="button ${look}"`;
  const said = spoken === undefined ? '' : ` aria-label="${escapeHtml(spoken)}"`;
  return `<a id="${escapeHtml(id)}"${button}${said} href="${escapeHtml(address)}">${escapeHtml(label)}</a>`;
}

/** A part of the page with its heading, which the focus can go to; nothing where it says nothing. */
export function renderSection(id: string, heading: string, body: string): string {
  if (body === '') return '';
  return `<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading" tabindex="-1">${escapeHtml(heading)}</h2>
${body}
</section>`;
}

export function renderList(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`;
}

/** So that a screen reader takes the right voice, a spelling checker the right words, and Arabic runs from the right. */
export function languageOf(locale: string | undefined): string {
  return ` dir="auto"${locale === undefined ? '' : ` lang="${escapeHtml(languageTag(locale))}"`}`;
}
