import type { CatalogFormat } from '../../../catalogs/catalog-formats.js';
import { keyPathId, type Catalog, type CatalogEntry } from '../../../catalogs/catalog.js';
import { findSpellings } from '../spellings/find-spellings.js';

type KeyPath = CatalogEntry['path'];

/** A catalog with one text more, and what that says: in a line that was just made, still what the line says that it is made after. */
export interface ClonedLine {
  readonly text: string;
  readonly value: string;
}

/** Neighbours that are tried; each costs a look at its line. */
const mostNeighbors = 50;

/**
 * A line for a new key made after that of a key which stands beside it in the other language: written and placed as a careful hand would,
 * whatever the format. The nearest before it first, then the nearest behind. None where no neighbour stands on a line of its own.
 */
export function* cloneNeighbor(
  format: CatalogFormat,
  target: Catalog,
  order: readonly KeyPath[],
  path: KeyPath,
): Generator<ClonedLine> {
  const siblings = order.filter((each) => isBeside(each, path));
  const place = siblings.findIndex((each) => each.at(-1) === path.at(-1));
  const before = siblings.slice(0, Math.max(0, place)).toReversed().slice(0, mostNeighbors);
  const behind = siblings.slice(place + 1, place + 1 + mostNeighbors);
  for (const [each, isBefore] of [
    ...before.map((sibling) => [sibling, true] as const),
    ...behind.map((sibling) => [sibling, false] as const),
  ]) {
    const entry = target.entries.get(keyPathId(each));
    const cloned = entry && cloneLine(format, target, entry, String(path.at(-1)), isBefore);
    if (entry !== undefined && cloned !== undefined) yield { text: cloned, value: entry.value };
  }
}

function isBeside(one: KeyPath, other: KeyPath): boolean {
  return one.length === other.length && one.slice(0, -1).every((step, index) => step === other[index]);
}

/** Between whose texts a comma stands. */
const listed: ReadonlySet<CatalogFormat> = new Set(['json', 'json5', 'script', 'php']);

function cloneLine(
  format: CatalogFormat,
  target: Catalog,
  entry: CatalogEntry,
  name: string,
  isBefore: boolean,
): string | undefined {
  const { text } = target;
  const { keyAt, at, value, isText, path } = entry;
  const isAlone = [...target.entries.values()].every((each) => each === entry || each.keyAt.line !== keyAt.line);
  if (!isText || value.trim() === '' || at.line !== keyAt.line || !isAlone) return undefined;
  const [spelling] = findSpellings(format, target, entry);
  if (spelling === undefined) return undefined;
  const start = text.lastIndexOf('\n', spelling.start - 1) + 1;
  const next = text.indexOf('\n', start);
  const end = next === -1 ? text.length : next;
  // It may match nothing.
  const behind = /^(["'`]?)([ \t]*,?)(.*)$/s.exec(text.slice(spelling.end, end));
  const [, close, comma, rest] = behind as unknown as [string, string, string, string];
  // A comment, or whatever else is there, is about that text alone.
  if (spelling.end > end || !/^\s*(?:;|<\/[\w:.-]{1,60}>)?\s*$/.test(rest)) return undefined;
  const head = renameKey(text.slice(start, spelling.start), String(path.at(-1)), name, format);
  if (head === undefined) return undefined;
  const body = text.slice(spelling.start, spelling.end) + close;
  const needsComma = listed.has(format) && (!isBefore || comma.trim() !== '');
  const own = `${head}${body}${needsComma ? ',' : listed.has(format) ? '' : comma}${rest.replace(/\r$/, '')}`;
  const eol = rest.endsWith('\r') || (next === -1 && text.includes('\r\n')) ? '\r\n' : '\n';
  if (!isBefore) return text.slice(0, start) + own + eol + text.slice(start);
  const kept = text.slice(0, spelling.end) + close + (listed.has(format) ? ',' : comma);
  return kept + rest.replace(/\r$/, '') + eol + own + text.slice(end - (rest.endsWith('\r') ? 1 : 0));
}

/** The line up to its value with another key in it; `undefined` where the key is not written plainly. */
function renameKey(head: string, from: string, to: string, format: CatalogFormat): string | undefined {
  if (format === 'xml') return plain.test(to) ? replaceOnce(head, `name="${from}"`, `name="${to}"`) : undefined;
  if (format === 'json') return replaceOnce(head, JSON.stringify(from), JSON.stringify(to));
  return plain.test(from) && plain.test(to) ? replaceOnce(head, from, to) : undefined;
}

const plain = /^[\p{L}\p{N}_.-]+$/u;

function replaceOnce(text: string, from: string, to: string): string | undefined {
  const at = text.indexOf(from);
  return at === -1 || text.includes(from, at + 1) ? undefined : text.slice(0, at) + to + text.slice(at + from.length);
}
