import { escapeMarkdown, toInlineCode, truncate } from '../../text/plain-markdown.js';
import { readFences } from './read-fences.js';

/** Characters and lines of a section that are shown; the plan itself is a link away. */
const mostCharacters = 3000;
const mostLines = 40;
const longestLine = 800;

/**
 * What a section of a plan says, as its author means it: paragraphs, lists and code stay what they are, a link is its words and its address.
 * Nothing of it is live Markdown, and none of its boxes is ticked here. `undefined` where it says nothing.
 */
export function renderPlanText(body: string): string | undefined {
  const blocks: string[] = [];
  const fences = readFences();
  let before: Kind = 'blank';
  for (const line of body.slice(0, mostCharacters).split(/\r\n|\r|\n/, mostLines)) {
    const shown = fences.isCode(line) ? codeLine(line) : plainLine(line);
    if (shown.kind === 'nothing') continue;
    if (shown.kind !== 'blank') blocks.push(joint(blocks.length === 0, before, shown.kind) + shown.text);
    before = shown.kind;
  }
  return blocks.length === 0 ? undefined : blocks.join('');
}

type Kind = 'blank' | 'text' | 'item' | 'code' | 'nothing';

interface ShownLine {
  readonly kind: Kind;
  readonly text: string;
}

/** Lines of one paragraph go on, of code each stands by itself; a line behind a blank one does not become part of a list. */
function joint(isFirst: boolean, before: Kind, kind: Kind): string {
  if (isFirst) return '';
  if (before === 'code' && kind === 'code') return '\\\n';
  return before === 'blank' || before === 'code' || kind === 'code' ? '\n\n' : '\n';
}

function codeLine(line: string): ShownLine {
  const code = line.trim();
  return /^(?:`{3}|~{3})/.test(code) || code === ''
    ? { kind: 'nothing', text: '' }
    : { kind: 'code', text: toInlineCode(truncate(code, longestLine)) };
}

function plainLine(line: string): ShownLine {
  if (line.trim() === '') return { kind: 'blank', text: '' };
  // A line across, or the one below a table's head.
  if (!/[\p{L}\p{N}]/u.test(line)) return { kind: 'nothing', text: '' };
  const row = /^\s{0,3}\|(.*?)\|?\s*$/.exec(line)?.[1];
  if (row !== undefined)
    return {
      kind: 'item',
      text: `- ${plainText(
        row
          .split(/(?<!\\)\|/)
          .map(trim)
          .join(' · '),
      )}`,
    };
  const [, mark, , item] = /^\s{0,20}([-*+]|(\d{1,9})[.)])\s+(.*)$/.exec(line) ?? [];
  if (mark === undefined || item === undefined)
    return { kind: 'text', text: plainText(line.replace(/^\s*(?:#{1,6}\s+|>\s?)*/, '')) };
  const number = Number.parseInt(mark, 10);
  return {
    kind: 'item',
    text: `${Number.isNaN(number) ? '-' : `${number}.`} ${plainText(item.replace(/^\[[ xX]\]\s+/, ''))}`,
  };
}

const trim = (text: string): string => text.trim();

/** A line without the marks that its author wrote for the eye; code stays code. */
function plainText(line: string): string {
  return truncate(line.trim(), longestLine)
    .split(/(?<!\\)`+([^`]+)`+/)
    .map((text, at) => (at % 2 === 1 ? toInlineCode(text.trim()) : escapeMarkdown(withoutMarks(text))))
    .join('');
}

/** Signs behind a backslash are no marks. Meanwhile they stand where no letter is. */
const hidden = 0xe000;

function withoutMarks(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => String.fromCharCode(hidden + sign.charCodeAt(0)))
    .replace(/!?\[([^[\]]*)\]\(<?([^\s()<>]*)>?(?:\s+"[^"]*")?\)/g, (_, words: string, address: string) =>
      words === '' || words === address ? address : address === '' ? words : `${words} (${address})`,
    )
    .replace(/<((?:https?|mailto):[^\s<>]*)>/gi, '$1')
    .replace(/\*\*|__/g, '')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])([^*_]*[^\s*_])\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/[\uE021-\uE07E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - hidden));
}
