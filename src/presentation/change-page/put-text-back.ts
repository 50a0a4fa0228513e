import { formatOf, loadReader } from '../../catalogs/catalog-formats.js';
import { entriesEqual } from '../../catalogs/compare-catalogs.js';
import type { Catalog, CatalogEntry } from '../../catalogs/catalog.js';
import { toSourceOffset } from '../../catalogs/to-source-offset.js';
import type { TextEdit } from '../../text/text-edit.js';
import { applyEdits } from '../../text/text-edit.js';

/** The file's new text, or in a sentence why this text does not go back by itself. */
export type PutBack =
  | { readonly done: true; readonly text: string; readonly value: string }
  | { readonly done: false; readonly why: string };

/**
 * Gives one text of a catalog the value that it had before the change. Nothing but that value is changed: what comes out is read again,
 * and where any other text would differ, nothing is done. `before` and `now` are the whole file.
 */
export async function putTextBack(path: string, keyPath: string, before: string, now: string): Promise<PutBack> {
  const format = formatOf(path);
  if (format === undefined) return refuse('This file is no catalog of texts that PM Zone can read.');
  const mark = now.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = now.slice(mark.length);
  const [readOld, read] = await Promise.all([loadReader(format, before), loadReader(format, text)]);
  const [old, current] = [readOld(path, before), read(path, text)];
  if (old.problem !== undefined || current.problem !== undefined)
    return refuse('The file cannot be read as it is now.');
  const [was, is] = [old.entries.get(keyPath), current.entries.get(keyPath)];
  if (was === undefined || is === undefined) return refuse('The text is not in the file on both sides any more.');
  if (entriesEqual(was, is)) return refuse('The text is as it was before your change already.');
  const edit = format === 'json' ? valueEdit(old, was, current, is) : lineEdit(old, was, current, is);
  if (edit === undefined)
    return refuse('It is written over several lines, or with signs that are written otherwise there.');
  const result = applyEdits(text, [edit]);
  if (!isOnly(keyPath, was, current, read(path, result))) return refuse('Other texts would be changed with it.');
  return { done: true, text: mark + result, value: was.value };
}

function refuse(why: string): PutBack {
  return { done: false, why };
}

/** In JSON it is known where each value begins and ends. */
function valueEdit(old: Catalog, was: CatalogEntry, current: Catalog, is: CatalogEntry): TextEdit {
  const end = (catalog: Catalog, { offset, value, isText }: CatalogEntry): number =>
    isText ? toSourceOffset(catalog.text, offset, value.length) + 1 : offset + value.length;
  return { start: is.offset, end: end(current, is), text: old.text.slice(was.offset, end(old, was)) };
}

/** Elsewhere a value is replaced that stands in its line just as it reads, and once. */
function lineEdit(old: Catalog, was: CatalogEntry, current: Catalog, is: CatalogEntry): TextEdit | undefined {
  // What was empty is so again: nothing has to be found for that.
  if (was.value !== '' && findInLine(old, was) === undefined) return undefined;
  const start = findInLine(current, is);
  return start === undefined ? undefined : { start, end: start + is.value.length, text: was.value };
}

function findInLine({ text }: Catalog, { at, value }: CatalogEntry): number | undefined {
  const lines = text.split('\n');
  // Its position is one in this text.
  const line = lines[at.line - 1] as string;
  const first = line.indexOf(value);
  if (value === '' || first === -1 || line.includes(value, first + 1)) return undefined;
  return lines.slice(0, at.line - 1).reduce((sum, each) => sum + each.length + 1, 0) + first;
}

function isOnly(keyPath: string, was: CatalogEntry, current: Catalog, result: Catalog): boolean {
  if (result.problem !== undefined || result.entries.size !== current.entries.size) return false;
  return [...result.entries].every(([id, entry]) => {
    const expected = id === keyPath ? was : current.entries.get(id);
    return expected !== undefined && entriesEqual(expected, entry);
  });
}
