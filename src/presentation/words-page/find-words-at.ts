import { formatOf, loadReader } from '../../catalogs/catalog-formats.js';
import { locateCatalogText } from '../../catalogs/locate-catalog.js';
import { keyPathId } from '../../catalogs/catalog.js';
import type { Position } from '../../text/index-lines.js';

/** The text of a catalog that stands at a place of the file, as its path of keys; `undefined` where the file is no catalog or has none there. */
export async function findWordsAt(path: string, text: string, { line, column }: Position): Promise<string | undefined> {
  const format = formatOf(path);
  if (format === undefined || locateCatalogText(path, text) === undefined) return undefined;
  const { entries } = (await loadReader(format, text))(path, text.replace(/^\uFEFF/, ''));
  const isBefore = (at: Position): boolean => at.line < line || (at.line === line && at.column <= column);
  const texts = [...entries.values()].filter(({ isText }) => isText);
  // In the blanks before a key it is the key's that is meant.
  const found = texts.findLast(({ keyAt }) => isBefore(keyAt)) ?? texts[0];
  const first = texts.find(({ keyAt }) => keyAt.line === line);
  const meant = found?.keyAt.line === line ? found : (first ?? found);
  return meant && keyPathId(meant.path);
}
