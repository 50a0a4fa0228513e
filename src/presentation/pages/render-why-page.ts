import { escapeHtml } from '../../text/escape-html.js';
import { renderPage } from './render-page.js';
import type { RuleLocation, PathExplanation } from './path-explanation.js';

/** The words of the page that are not the policy's own, and where its links lead. Addresses are taken as they are. */
export interface WhyLabels {
  readonly language: string;
  readonly title: string;
  readonly standing: Readonly<Record<PathExplanation['standing'], string>>;
  readonly rules: string;
  readonly builtIn: string;
  readonly owners: string;
  readonly nextStep: string;
  readonly requestToPair: string;
  readonly rulePlace: (rule: RuleLocation) => string;
  readonly ruleAddress: (rule: RuleLocation) => string;
  readonly requestAddress: string;
}

/**
 * The page that answers “Why?” for one or several paths: headings, lists and links, no script. All text of the repository is shown as
 * it is; `nonce` is the one style sheet's.
 */
export function renderWhyPage(parts: readonly PathExplanation[], labels: WhyLabels, nonce: string): string {
  const isClosed = parts.some(({ standing }) => standing !== 'editable');
  const request = isClosed
    ? `<p><a class="button" role="button" href="${escapeHtml(labels.requestAddress)}">${escapeHtml(labels.requestToPair)}</a></p>`
    : '';
  const judgedBy = [...new Set(parts.map((part) => part.judgedBy))];
  const body = `${parts.map((part) => sectionOf(part, labels, parts.length === 1 ? request : '')).join('\n')}
${parts.length === 1 ? '' : request}
${judgedBy.map((line) => `<p class="quiet">${escapeHtml(line)}</p>`).join('\n')}`;
  return renderPage({ language: labels.language, title: labels.title, body, styles }, nonce);
}

function sectionOf(part: PathExplanation, labels: WhyLabels, request: string): string {
  const { path, standing, sentence, condition, asked, owners, rules, nextStep } = part;
  return `<section>
<h1>${escapeHtml(path)}</h1>
<p class="standing ${standing}">${escapeHtml(labels.standing[standing])}</p>
<p>${withCode(sentence)}</p>
${[condition, asked].map((each) => (each === undefined ? '' : `<p>${withCode(each)}</p>`)).join('\n')}
<h2>${escapeHtml(labels.nextStep)}</h2>
<p>${escapeHtml(nextStep)}</p>
${request}
${owners.length === 0 ? '' : `<h2>${escapeHtml(labels.owners)}</h2>\n<ul>${owners.map((owner) => `<li>${escapeHtml(owner)}</li>`).join('')}</ul>`}
<h2>${escapeHtml(labels.rules)}</h2>
${rules.length === 0 ? `<p>${escapeHtml(labels.builtIn)}</p>` : `<ol>${rules.map((rule) => ruleOf(rule, labels)).join('')}</ol>`}
</section>`;
}

/** What stands in backticks, as in Markdown, is code: a rule in the words of the policy. */
function withCode(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function ruleOf(rule: RuleLocation, labels: WhyLabels): string {
  return `<li><a href="${escapeHtml(labels.ruleAddress(rule))}">${escapeHtml(labels.rulePlace(rule))}</a><br><code>${escapeHtml(rule.text)}</code></li>`;
}

const styles = `
section + section { border-top: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); margin-top: 2em; }
.standing { display: inline-block; margin: 0; padding: 0 0.7em; border: 1px solid currentColor; border-radius: 1em; }
.locked { color: var(--vscode-pmZone-lockedForeground); }
.pair { color: var(--vscode-pmZone-pairForeground); }
.editable { color: var(--vscode-pmZone-editableForeground); }
.button { display: inline-block; margin-top: 0.2em; padding: 0.4em 1em; border: 1px solid var(--vscode-button-border, transparent); border-radius: 2px; text-decoration: none; color: var(--vscode-button-foreground); background: var(--vscode-button-background); }
.button:hover { color: var(--vscode-button-foreground); background: var(--vscode-button-hoverBackground); }
.button:focus { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`;
