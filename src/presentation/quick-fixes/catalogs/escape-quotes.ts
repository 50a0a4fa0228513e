import { readCatalog } from '../../../catalogs/read-catalog.js';
import { applyEdits, type TextEdit } from '../../../text/text-edit.js';

/** Longer lines hold more than one text, in UTF-16 units. */
const longestLine = 2000;

/** The text of one line of JSON, between the signs that begin and end it. */
const value = /^([ \t]*(?:"(?:[^"\\]|\\.)*"[ \t]*:[ \t]*)?")(.*)"[ \t]*,?[ \t\r]*$/;

/** Puts a backslash before the quotation marks within the text of the line where JSON cannot be read; `undefined` where it can be read no better then. */
export function escapeQuotes(path: string, text: string, at: number): readonly TextEdit[] | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end === -1 ? text.length : end);
  const [, before, inside] = line.length > longestLine ? [] : (value.exec(line) ?? []);
  if (before === undefined || inside === undefined) return undefined;
  const first = start + before.length;
  const edits = [...inside.matchAll(/\\.|"/g)]
    .filter(([sign]) => sign === '"')
    .map(({ index }): TextEdit => ({ start: first + index, end: first + index, text: '\\' }));
  return readCatalog(path, applyEdits(text, edits)).problem === undefined ? edits : undefined;
}
