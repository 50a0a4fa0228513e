import { findCheckPage } from './check-pages.js';
import { escapeHtml } from '../../text/escape-html.js';
import { renderPage } from './render-page.js';

/** The words around what a page says. */
export interface CheckPageLabels {
  readonly language: string;
  readonly howToFix: string;
  /** Names the check; `{0}` in it is its id. */
  readonly checkName: string;
}

/** The page on a check: what it means and how to fix what it finds. `nonce` is the style sheet's. */
export function renderCheckPage(id: string, labels: CheckPageLabels, nonce: string): string {
  const { title, meaning, fixes } = findCheckPage(id);
  const body = `<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(meaning)}</p>
<h2>${escapeHtml(labels.howToFix)}</h2>
<ul>${fixes.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ul>
<p class="quiet">${escapeHtml(labels.checkName.replace('{0}', () => id))}</p>`;
  return renderPage({ language: labels.language, title, body }, nonce);
}
