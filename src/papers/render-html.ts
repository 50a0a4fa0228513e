import { createHash } from 'node:crypto';
import { escapeHtml } from '../text/escape-html.js';
import { isWebAddress } from './is-web-address.js';
import type { Block, DatedPaper, Line, Span } from './paper.js';
import { paperStyles } from './paper-styles.js';

/** A paper as one page of HTML that loads nothing and runs nothing: to keep, to send, to print. */
export function renderHtml({ title, facts, sections, date, hash }: DatedPaper): string {
  const all: readonly (readonly [string, Line])[] = [
    ...facts,
    ['Drawn up', [date]],
    ['Hash of all but the day', [{ code: `sha256:${hash}` }]],
  ];
  const style = createHash('sha256').update(paperStyles).digest('base64');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${paperStyles}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<dl>
${all.map(([name, line]) => `<dt>${escapeHtml(name)}</dt><dd>${renderLine(line)}</dd>`).join('\n')}
</dl>
${sections.map((section) => `<section>\n<h2>${escapeHtml(section.title)}</h2>\n${section.blocks.map(renderBlock).join('\n')}\n</section>`).join('\n')}
</main>
</body>
</html>
`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${renderLine(block.line)}</p>`;
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${renderLine(item)}</li>`).join('\n')}\n</ul>`;
    case 'table': {
      const head = block.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
      const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${renderLine(cell)}</td>`).join('')}</tr>`);
      return `<div class="table"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`;
    }
    case 'commands': {
      const lines = block.commands.map((command) => `<code>${escapeHtml(command)}</code>`);
      return `<p class="again">To see it again: ${lines.join(' ')}</p>`;
    }
  }
}

function renderLine(line: Line): string {
  return line.map(renderSpan).join('');
}

function renderSpan(span: Span): string {
  if (typeof span === 'string') return escapeHtml(span);
  if ('code' in span) return `<code>${escapeHtml(span.code)}</code>`;
  if ('strong' in span) return `<strong>${escapeHtml(span.strong)}</strong>`;
  if ('fill' in span) return `<mark>to fill in: ${escapeHtml(span.fill)}</mark>`;
  if ('mark' in span) return `<span class="mark ${span.mark}">${escapeHtml(span.words)}</span>`;
  const { text, link } = span;
  return isWebAddress(link) ? `<a href="${escapeHtml(link)}">${escapeHtml(text)}</a>` : escapeHtml(text);
}
