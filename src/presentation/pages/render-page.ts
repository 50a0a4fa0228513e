import { escapeHtml } from '../../text/escape-html.js';

/** A page of the editor; all but `language` and `title` is taken as it is. */
export interface HtmlPage {
  readonly language: string;
  readonly title: string;
  readonly body: string;
  readonly styles?: string;
  /** Stands behind the body. */
  readonly script?: string;
}

/** The document of a page: headings, lists and links, nothing that is loaded. `nonce` is that of the style sheet, and of the script where there is one. */
export function renderPage({ language, title, body, styles = '', script }: HtmlPage, nonce: string): string {
  const scripts = script === undefined ? '' : `; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'${scripts}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${commonStyles}${styles}</style>
</head>
<body>
<main>
${body}
</main>${script === undefined ? '' : `\n<script nonce="${nonce}">${script}</script>`}
</body>
</html>`;
}

const commonStyles = `
body { padding: 0 2em 2em; line-height: 1.5; font-size: var(--vscode-font-size); overflow-wrap: anywhere; }
main { max-width: 46em; }
h1 { font-size: 1.5em; font-weight: 600; margin-bottom: 0.4em; }
h2 { font-size: 1.1em; font-weight: 600; margin: 1.4em 0 0.2em; }
ul, ol { margin: 0.2em 0; padding-left: 1.6em; }
li { margin-bottom: 0.4em; }
code { font-family: var(--vscode-editor-font-family); background: none; color: inherit; padding: 0; }
.quiet { color: var(--vscode-descriptionForeground); margin-top: 1.6em; }
`;
