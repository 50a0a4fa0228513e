import { applyEdits, modify } from 'jsonc-parser';
import type { CatalogEntry } from '../../../catalogs/catalog.js';

/**
 * JSON with one text more, where nothing stands beside it yet: with the objects that it lies in, as the file is indented, and behind what
 * stands before it in the other language. `undefined` where it cannot be put in without writing something else anew.
 */
export function addToJson(
  text: string,
  order: readonly CatalogEntry['path'][],
  path: CatalogEntry['path'],
  value: string,
): string | undefined {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  const getInsertionIndex = (names: readonly string[]): number => placeAmong(names, order, path);
  // What is written on one line stays on it.
  return [{ formattingOptions, getInsertionIndex }, { getInsertionIndex }]
    .map((options) => applyEdits(text, modify(text, [...path], value, options)))
    .find((result) => isInsertion(text, result));
}

function isInsertion(text: string, result: string): boolean {
  let start = 0;
  while (start < text.length && text[start] === result[start]) start++;
  return result.endsWith(text.slice(start));
}

/** Behind the last name that comes before it in the other language; in a file that has another order, at the end. */
function placeAmong(
  names: readonly string[],
  order: readonly CatalogEntry['path'][],
  path: CatalogEntry['path'],
): number {
  const depth = path.findIndex((_, index) => {
    const known = order.filter((each) => path.slice(0, index).every((step, at) => each[at] === step));
    return known.some((each) => names.includes(String(each[index])));
  });
  if (depth === -1) return names.length;
  const own = order.filter((each) => path.slice(0, depth).every((step, at) => each[at] === step));
  const turns = [...new Set(own.map((each) => String(each[depth])))];
  const before = turns.slice(0, turns.indexOf(String(path[depth])));
  return names.findLastIndex((name) => before.includes(name)) + 1;
}
