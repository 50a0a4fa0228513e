import { escapeMarkdown } from '../text/plain-markdown.js';
import { printable } from '../text/printable.js';
import type { Block, DatedPaper, Line, Span } from './paper.js';
import { isWebAddress } from './is-web-address.js';

/** A paper in GitHub's Markdown, in which no text of the repository means anything. */
export function renderMarkdown({ title, facts, sections, date, hash }: DatedPaper): string {
  const all: readonly (readonly [string, Line])[] = [
    ...facts,
    ['Drawn up', [date]],
    ['Hash of all but the day', [{ code: `sha256:${hash}` }]],
  ];
  return [
    `# ${escapeMarkdown(title)}`,
    ...all
      .map(([name, line]) => `- ${renderStrong(`${name}:`)} ${renderLine(line)}`)
      .join('\n')
      .split('\n\n'),
    ...sections.flatMap((section) => [`## ${escapeMarkdown(section.title)}`, ...section.blocks.map(renderBlock)]),
  ]
    .join('\n\n')
    .concat('\n');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return renderLine(block.line);
    case 'heading':
      return `### ${escapeMarkdown(block.text)}`;
    case 'list':
      return block.items.map((item) => `- ${renderLine(item)}`).join('\n');
    case 'table':
      return [
        `| ${block.head.map(escapeMarkdown).join(' | ')} |`,
        `| ${block.head.map(() => '---').join(' | ')} |`,
        ...block.rows.map((row) => `| ${row.map(renderLine).join(' | ')} |`),
      ].join('\n');
    case 'commands':
      return ['```sh', ...block.commands.map((command) => printable(command).replaceAll('```', "'''")), '```'].join(
        '\n',
      );
  }
}

function renderLine(line: Line): string {
  return line.map(renderSpan).join('');
}

function renderSpan(span: Span): string {
  if (typeof span === 'string') return keepSpaces(span, escapeMarkdown);
  if ('code' in span) return renderCode(span.code);
  if ('strong' in span) return renderStrong(span.strong);
  if ('fill' in span) return `\\[${renderStrong(`to fill in: ${span.fill}`)}\\]`;
  if ('mark' in span) return renderStrong(span.words);
  const { text, link } = span;
  return isWebAddress(link) ? `[${escapeMarkdown(text)}](<${link}>)` : escapeMarkdown(text);
}

/** Stars are marks only beside a letter or digit: what else stands at the ends is left outside of them. */
function renderStrong(text: string): string {
  const line = printable(text.replace(/\s+/gu, ' '));
  // There is nothing that this does not match.
  const found = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(line) as RegExpExecArray;
  const [before, core, after] = found.slice(1).map(String) as [string, string, string];
  if (core === '') return escapeMarkdown(text);
  return `${escapeMarkdown(before)}**${escapeMarkdown(core)}**${escapeMarkdown(after)}`;
}

/** What could end the code, or the cell that it stands in, is text. */
function renderCode(code: string): string {
  return /^[^\s`|\\](?:[^`|\\\n\r]*[^\s`|\\])?$/u.test(code) && printable(code) === code
    ? `\`${code}\``
    : escapeMarkdown(code);
}

/** Escaping looks at the beginning of a text, which here is the middle of a line. */
function keepSpaces(text: string, escape: (text: string) => string): string {
  const rest = text.trimStart();
  return `${rest === text ? '' : ' '}${escape(rest)}`;
}
