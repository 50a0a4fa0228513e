import { checkPage } from './check-pages.js';
import { escapeHtml } from './escape-html.js';
import { pageHtml } from './page-html.js';

/** The words around what a page says. */
export interface CheckPageLabels {
  readonly language: string;
  readonly howToMend: string;
  /** Names the check; `{0}` in it is its id. */
  readonly isCheck: string;
}

/** The page on a check: what it means and how to fix what it finds. `nonce` is the style sheet's. */
export function checkPageHtml(id: string, labels: CheckPageLabels, nonce: string): string {
  const { title, means, mend } = checkPage(id);
  const body = `<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(means)}</p>
<h2>${escapeHtml(labels.howToMend)}</h2>
<ul>${mend.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ul>
<p class="quiet">${escapeHtml(labels.isCheck.replace('{0}', () => id))}</p>`;
  return pageHtml({ language: labels.language, title, body }, nonce);
}
