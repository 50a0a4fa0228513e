import type { TableCell } from 'mdast';
import { tokenize } from '../grammar/tokenize.js';
import { columnNames, type Column } from './roster-columns.js';

/**
 * What the cells of a row take back in words that nothing reads: "(left in May)" beside a name, "not `src/pay`" among folders. Each as a
 * sentence's end: what the row says, and how it is written instead.
 */
export function findTakenBack(
  cells: readonly TableCell[],
  columns: readonly (Column | undefined)[],
): readonly string[] {
  return cells.flatMap((cell, at) => {
    const column = columns[at];
    if (column === 'status') return [];
    const tokens = tokenize(cell);
    const words = tokens.map(({ kind, text }) => (kind === 'code' ? ' ` ' : text)).join('');
    if (column === undefined || column === 'pm' || column === 'email' || column === 'handle') {
      const [word] = (column === undefined ? goneForSure : gone).exec(words) ?? [];
      return word === undefined
        ? []
        : [`says “${word.trim()}”, and only a column “Status” is read for that: active or revoked`];
    }
    const [word] = /[`/@,;]/u.test(words) ? (exception.exec(words) ?? []) : [];
    if (word !== undefined)
      return [
        `says “${word.trim()}” in its column “${columnNames[column]}”, where exceptions are not read: list there only what counts, and keep paths from PMs by a list of the zone`,
      ];
    const [limit] = column === 'folders' || column === 'flags' ? (limited.exec(words) ?? []) : [];
    return limit === undefined
      ? []
      : [
          `says “${limit.replace(/[\s`]+/gu, ' ').trim()}” in its column “${columnNames[column]}”, where days and conditions are not read: list there only what counts today`,
        ];
  });
}

const apart = (words: string, signs = ''): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}@/._-])(?:${words})(?![\\p{L}\\p{N}@/_-])${signs}`, 'iu');

const signs = '|[❌🚫⛔✗✘]';
const surely = 'revoked|inactive|deactivated|disabled|suspended|paused|offboarded|on leave|no longer';
const goneForSure = apart(surely, signs);
const gone = apart(`${surely}|left|leaving|former(?:ly)?|previously|removed|retired|expired|ended|until|till`, signs);
/** Behind what a cell lists, in words: when it counts, or for whom. */
const limited =
  /(?<=[`)/]\s{0,9})[\s,;(–—-]{1,9}(?:from|starting|since|as of|after|before|during|when|once|if|unless|pending|with|together|planned|proposed|draft|soon|later|temporarily|subject to|ab|wenn|sobald)\s[^`|]{1,40}/iu;
const exception = apart(
  'not|no|never|except\\p{L}*|exclud\\p{L}*|without|but|only|minus|until|left|former(?:ly)?|read[- ]only|nur|nicht|kein\\p{L}*|ohne|außer|sauf|sans|excepto|salvo|sin',
  signs,
);
