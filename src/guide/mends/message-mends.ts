import { compareShapes } from '../../review/catalogs/compare-shapes.js';
import { dialectOf, shapeOf, usesChoices, type MessageShape } from '../../review/catalogs/placeholders.js';
import { rawOffset } from '../../review/catalogs/raw-offset.js';
import { idOf, readCatalog, textIn, type Catalog, type CatalogEntry } from '../../review/catalogs/read-catalog.js';
import { placeCatalog } from '../../review/catalogs/catalog-place.js';
import type { CatalogSides } from './catalog-tree.js';
import type { Mend, MendInput } from './mend.js';
import { applyEdits, type TextEdit } from '../text-edit.js';
import { shorten } from './put-back.js';
import { rewordings } from './placeholder-texts.js';

/**
 * Quick fixes of the one text that a finding stands at: its placeholders as they were, or as another language has them, and the whole old
 * text. One that would leave the text as wrong as it is, is not offered.
 */
export async function mendMessage(sides: CatalogSides, input: MendInput): Promise<readonly Mend[]> {
  const { path, before, now } = sides;
  const entry = entryAt(now, input.at);
  if (entry === undefined) return [];
  const id = idOf(entry.path);
  const old = before?.entries.get(id);
  const reference = old === undefined || isAboutLanguages(input) ? await otherLanguage(path, id, input) : undefined;
  const like = reference ?? (old?.isText === true ? { catalog: before as Catalog, entry: old } : undefined);
  const read = await openReader([now, ...(before ? [before] : []), ...(like ? [like.catalog] : [])]);
  const ways =
    like === undefined || entry.value.trim() === ''
      ? []
      : reword(entry, like.entry, read, placeCatalog(path)?.locale, reference === undefined);
  const fixes = ways.map(({ title, edits, isSure }): Mend => ({
    title,
    steps: [{ kind: 'edit', path, edits: edits.map((edit) => inSource(now.text, entry, edit)) }],
    isPreferred: isSure,
  }));
  if (old === undefined || before === undefined || (old.value === entry.value && old.isText === entry.isText))
    return fixes;
  const [was, is] = [sourceOf(before, old), sourceOf(now, entry)];
  const back = { start: entry.offset, end: entry.offset + is.length, text: was };
  const title = old.value.trim() === '' ? 'Make it empty again' : `Put the old text back: ${shorten(old.value)}`;
  return [...fixes, { title, steps: [{ kind: 'edit', path, edits: [back] }], isPreferred: fixes.length === 0 }];
}

type Read = (value: string) => MessageShape;

interface Way {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly isSure: boolean;
}

/** The ways after which `entry` agrees with `like`. */
function reword(
  entry: CatalogEntry,
  like: CatalogEntry,
  read: Read,
  locale: string | undefined,
  sameLocale: boolean,
): readonly Way[] {
  const wanted = read(like.value);
  const difference = compareShapes(entry, read(entry.value), wanted, locale, sameLocale);
  if (difference === undefined) return [];
  return rewordings(entry.value, like.value, difference).filter(({ edits }) => {
    const shape = read(applyEdits(entry.value, edits));
    return shape.problem === undefined && compareShapes(entry, shape, wanted, locale, sameLocale) === undefined;
  });
}

async function openReader(catalogs: readonly Catalog[]): Promise<Read> {
  const messages = catalogs.flatMap(({ entries }) => [...entries.values()].map(({ value }) => value));
  const dialect = dialectOf(messages);
  const readIcu = messages.some(usesChoices) ? (await import('../../parsers/icu.js')).readIcu : undefined;
  return (value) => shapeOf(value, dialect, readIcu);
}

function isAboutLanguages({ finding }: MendInput): boolean {
  return finding.key?.comparedWith !== undefined;
}

/** The same key in the language that the finding compares it with. */
async function otherLanguage(
  path: string,
  id: string,
  { finding, reviewed, textOf }: MendInput,
): Promise<{ readonly catalog: Catalog; readonly entry: CatalogEntry } | undefined> {
  const family = placeCatalog(path)?.family;
  const paths = [...reviewed.change.files.map((file) => file.path), ...reviewed.beside.keys()];
  const other = paths.find(
    (each) => each !== path && placeCatalog(each)?.family === family && finding.key?.comparedWith === each,
  );
  const text = other === undefined ? undefined : await textOf(other);
  if (other === undefined || text === undefined) return undefined;
  const catalog = readCatalog(other, text);
  const entry = textIn(catalog, id);
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
  return text.slice(offset, isText ? rawOffset(text, offset, value.length) + 1 : offset + value.length);
}

/** An edit of the value as one of the JSON text, with what JSON escapes escaped. */
function inSource(text: string, { offset }: CatalogEntry, { start, end, text: put }: TextEdit): TextEdit {
  return {
    start: rawOffset(text, offset, start),
    end: rawOffset(text, offset, end),
    text: JSON.stringify(put).slice(1, -1),
  };
}
