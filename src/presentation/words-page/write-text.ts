import { formatOf, loadReader } from '../../catalogs/catalog-formats.js';
import type { Catalog } from '../../catalogs/catalog.js';
import { applyEdits } from '../../text/text-edit.js';
import { findSpellings } from './spellings/find-spellings.js';

/** The file's new text and what the text says now, or in a sentence why it was not written. */
export type WrittenText =
  | { readonly done: true; readonly text: string; readonly value: string }
  | { readonly done: false; readonly why: string };

/** Longer texts are not written here, in UTF-16 units. */
export const longestValue = 64 * 1024;

/**
 * Gives one text of a catalog another value, escaped as its format wants. Nothing but that value's bytes is changed: what comes out is
 * read again, and where any other text would differ, nothing is done. `now` is the whole file, `shown` what the text was taken to say.
 */
export async function writeText(
  path: string,
  keyPath: string,
  shown: string,
  value: string,
  now: string,
): Promise<WrittenText> {
  const format = formatOf(path);
  if (format === undefined) return refuse('This file is no catalog of texts that PM Zone can read.');
  const mark = now.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = now.slice(mark.length);
  const read = await loadReader(format, text);
  const current = read(path, text);
  if (current.problem !== undefined) return refuse('The file cannot be read as it is now.');
  const entry = current.entries.get(keyPath);
  if (entry === undefined) return refuse('The text is not in the file any more.');
  if (!entry.isText) return refuse('This is no text but a value that the product computes with.');
  if (entry.value !== shown)
    return refuse('The text was changed in the file in the meantime. The page shows what it says now.');
  if (value.trim() === '') return refuse('An empty text would leave a gap in the product.');
  if (value.length > longestValue) return refuse('It is too long to be written here.');
  if (/\p{Cs}/u.test(value)) return refuse('It has half of a sign in it, which no file can hold.');
  let why = 'It is written in a way that PM Zone does not change by itself.';
  for (const { start, end, write } of findSpellings(format, current, entry)) {
    const written = write(value);
    if (written === undefined) continue;
    const result = applyEdits(text, [{ start, end, text: written.raw }]);
    const after = read(path, result);
    const fault = entry.fault === undefined ? after.entries.get(keyPath)?.fault : undefined;
    if (fault !== undefined) why = `The app could not be built with it: ${fault}.`;
    else if (after.problem !== undefined) why = 'The file could not be read any more with it.';
    else if (!isOnly(keyPath, written.text, current, after)) why = 'Other texts would be changed with it.';
    else return { done: true, text: mark + result, value: written.text };
  }
  return refuse(why);
}

function refuse(why: string): WrittenText {
  return { done: false, why };
}

function isOnly(keyPath: string, value: string, current: Catalog, after: Catalog): boolean {
  if (after.entries.size !== current.entries.size) return false;
  return [...after.entries].every(([id, entry]) => {
    const old = current.entries.get(id);
    return entry.value === (id === keyPath ? value : old?.value) && entry.isText === old?.isText;
  });
}
