import { escapeHtml } from '../../text/escape-html.js';
import { languageOf } from '../change-page/html.js';

interface Field {
  readonly spoken: string;
  readonly rows: number;
  /** Placeholders as they are written. */
  readonly written: readonly string[];
  readonly locale: string | undefined;
  readonly isClosed: boolean;
}

/** A field for one text, with its placeholders as chips behind it: the page's script draws them. */
export function renderField(id: string, { spoken, rows, written, locale, isClosed }: Field): string {
  const placeholders = escapeHtml(JSON.stringify([...new Set(written)]));
  return `<div class="field"><div class="chips" aria-hidden="true" data-kept="yes"${languageOf(locale)}></div><textarea id="${id}" aria-label="${escapeHtml(spoken)}" aria-describedby="about-${id}" rows="${rows}" data-placeholders="${placeholders}" spellcheck="true"${languageOf(locale)}${isClosed ? ' readonly="readonly"' : ''}></textarea></div>`;
}

/** Where the script says what came of a save, and offers what may be done about it. */
export function renderSaid(id: string): string {
  return `<span data-kept="yes"><span id="said-${id}" class="said"></span></span>`;
}
