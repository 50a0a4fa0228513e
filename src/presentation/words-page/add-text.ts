import { formatOf, loadReader, type CatalogFormat } from '../../catalogs/catalog-formats.js';
import { keyPathId, type Catalog, type CatalogEntry } from '../../catalogs/catalog.js';
import { addToJson } from './additions/add-to-json.js';
import { cloneNeighbor, type ClonedLine } from './additions/clone-neighbor.js';
import { longestValue, writeText, type WrittenText } from './write-text.js';

/** Formats whose files get a text that they do not have yet. Gettext's have all of them; Xcode's have their languages inside. */
export function canAddTo(path: string): boolean {
  const format = formatOf(path);
  return format !== undefined && !['po', 'xcstrings'].includes(format);
}

/**
 * Adds a text to a catalog that lacks it: beside what stands beside it in the other language (`order` has its keys), and written as that
 * is. Nothing else of the file says anything else afterwards: what comes out is read again, and where it does, nothing is done.
 */
export async function addText(
  path: string,
  keys: CatalogEntry['path'],
  value: string,
  order: readonly CatalogEntry['path'][],
  now: string,
): Promise<WrittenText> {
  const format = formatOf(path);
  const id = keyPathId(keys);
  if (format === undefined) return refuse('This file is no catalog of texts that PM Zone can read.');
  if (value.trim() === '') return refuse('An empty text would leave a gap in the product.');
  if (value.length > longestValue) return refuse('It is too long to be written here.');
  const mark = now.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = now.slice(mark.length);
  const read = await loadReader(format, text);
  const current = read(path, text);
  if (current.problem !== undefined) return refuse('The file cannot be read as it is now.');
  if (current.entries.has(id))
    return refuse('The file has the text by now. The page shows what it says; look at it, then save again.');
  if (current.groups.has(id)) return refuse('The file has a group of texts under its key.');
  for await (const { text: result, value: said } of proposals(format, current, keys, value, order)) {
    if (isOnlyNew(id, said, current, read(path, result))) return { done: true, text: mark + result, value: said };
  }
  return refuse(
    'Nothing in the file shows where it belongs and how it is written. Add it in the file, or ask an engineer.',
  );
}

async function* proposals(
  format: CatalogFormat,
  current: Catalog,
  keys: CatalogEntry['path'],
  value: string,
  order: readonly CatalogEntry['path'][],
): AsyncGenerator<ClonedLine> {
  for (const cloned of cloneNeighbor(format, current, order, keys)) {
    const written = await writeText(current.path, keyPathId(keys), cloned.value, value, cloned.text);
    if (written.done) yield written;
  }
  const added = format === 'json' ? addToJson(current.text, order, keys, value) : undefined;
  if (added !== undefined) yield { text: added, value };
}

function refuse(why: string): WrittenText {
  return { done: false, why };
}

function isOnlyNew(id: string, value: string, current: Catalog, after: Catalog): boolean {
  const known = current.entries;
  return (
    after.problem === undefined &&
    after.entries.get(id)?.value === value &&
    after.entries.get(id)?.fault === undefined &&
    // An object that held nothing is no entry any more where it holds this.
    [...known].every(
      ([each, { value: old, isText }]) => after.entries.get(each)?.value === old || (!isText && after.groups.has(each)),
    ) &&
    [...after.entries.keys()].every((each) => each === id || known.has(each))
  );
}
