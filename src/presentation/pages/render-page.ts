import { escapeHtml } from '../../text/escape-html.js';

/** A page of the editor; `body` and `styles` are taken as they are. */
export interface HtmlPage {
  readonly language: string;
  readonly title: string;
  readonly body: string;
  readonly styles?: string;
}

/** The document of a page: headings, lists and links, no script, nothing that is loaded. `nonce` is the one style sheet's. */
export function renderPage({ language, title, body, styles = '' }: HtmlPage, nonce: string): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${commonStyles}${styles}</style>
</head>
<body>
<main>
${body}
</main>
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
