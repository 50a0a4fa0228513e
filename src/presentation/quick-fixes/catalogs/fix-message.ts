import { compareShapes } from '../../../catalogs/compare-shapes.js';
import { detectDialect, readMessageShape, hasChoices, type MessageShape } from '../../../catalogs/message-shape.js';
import { toSourceOffset } from '../../../catalogs/to-source-offset.js';
import { keyPathId, findText, type Catalog, type CatalogEntry } from '../../../catalogs/catalog.js';
import { readCatalog } from '../../../catalogs/read-catalog.js';
import { locateCatalog } from '../../../catalogs/locate-catalog.js';
import type { CatalogSides } from './catalog-tree.js';
import { createEditFix, type QuickFix, type QuickFixInput } from '../quick-fix.js';
import { applyEdits, type TextEdit } from '../../../text/text-edit.js';
import { shorten } from '../lines/revert-lines.js';
import { findRewordings, type Rewording } from './find-rewordings.js';

/**
 * Quick fixes of the one text that a finding stands at: its placeholders as they were, or as another language has them, and the whole old
 * text. One that would leave the text as wrong as it is, is not offered.
 */
export async function fixMessage(sides: CatalogSides, input: QuickFixInput): Promise<readonly QuickFix[]> {
  const { path, before, after } = sides;
  const entry = entryAt(after, input.offset);
  if (entry === undefined) return [];
  const id = keyPathId(entry.path);
  const old = before?.entries.get(id);
  const reference = await readReference(id, input);
  const like = reference ?? (old?.isText === true ? { catalog: before as Catalog, entry: old } : undefined);
  const read = await openReader([after, ...(before ? [before] : []), ...(like ? [like.catalog] : [])]);
  const ways =
    like === undefined || entry.value.trim() === ''
      ? []
      : reword(entry, like.entry, read, locateCatalog(path)?.locale, reference === undefined);
  const fixes = ways.map(({ title, edits, isSure }) => {
    const inFile = edits.map((edit) => inSource(after.text, entry, edit));
    return createEditFix(title, path, inFile, isSure);
  });
  if (old === undefined || before === undefined || (old.value === entry.value && old.isText === entry.isText))
    return fixes;
  const [was, is] = [sourceOf(before, old), sourceOf(after, entry)];
  const back = { start: entry.offset, end: entry.offset + is.length, text: was };
  const title = old.value.trim() === '' ? 'Make it empty again' : `Put the old text back: ${shorten(old.value)}`;
  return [...fixes, createEditFix(title, path, [back], fixes.length === 0)];
}

type Read = (value: string) => MessageShape;

/** The ways after which `entry` agrees with `like`. */
function reword(
  entry: CatalogEntry,
  like: CatalogEntry,
  read: Read,
  locale: string | undefined,
  sameLocale: boolean,
): readonly Rewording[] {
  const wanted = read(like.value);
  const difference = compareShapes(entry, read(entry.value), wanted, locale, sameLocale);
  if (difference === undefined) return [];
  return findRewordings(entry.value, like.value, difference).filter(({ edits }) => {
    const shape = read(applyEdits(entry.value, edits));
    return shape.problem === undefined && compareShapes(entry, shape, wanted, locale, sameLocale) === undefined;
  });
}

async function openReader(catalogs: readonly Catalog[]): Promise<Read> {
  const messages = catalogs.flatMap(({ entries }) => [...entries.values()].map(({ value }) => value));
  const dialect = detectDialect(messages);
  const readIcu = messages.some(hasChoices) ? (await import('../../../parsers/parse-icu.js')).parseIcu : undefined;
  return (value) => readMessageShape(value, dialect, readIcu);
}

/** The same key in the language that the finding compares it with. */
async function readReference(
  id: string,
  { finding, readText }: QuickFixInput,
): Promise<{ readonly catalog: Catalog; readonly entry: CatalogEntry } | undefined> {
  const other = finding.key?.comparedWith;
  const text = other === undefined ? undefined : await readText(other);
  if (other === undefined || text === undefined) return undefined;
  const catalog = readCatalog(other, text);
  const entry = findText(catalog, id);
  return entry && { catalog, entry };
}

/** The text that an offset lies in. */
function entryAt(catalog: Catalog, at: number | undefined): CatalogEntry | undefined {
  if (at === undefined) return undefined;
  for (const entry of catalog.entries.values()) {
    if (entry.offset <= at && at < entry.offset + sourceOf(catalog, entry).length) return entry;
  }
  return undefined;
}

/** As it is written; a text with its quotation marks. */
function sourceOf({ text }: Catalog, { offset, value, isText }: CatalogEntry): string {
  return text.slice(offset, isText ? toSourceOffset(text, offset, value.length) + 1 : offset + value.length);
}

/** An edit of the value as one of the JSON text, with what JSON escapes escaped. */
function inSource(text: string, { offset }: CatalogEntry, { start, end, text: put }: TextEdit): TextEdit {
  return {
    start: toSourceOffset(text, offset, start),
    end: toSourceOffset(text, offset, end),
    text: JSON.stringify(put).slice(1, -1),
  };
}
