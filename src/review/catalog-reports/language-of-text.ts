import type { Catalog, CatalogEntry } from '../../catalogs/catalog.js';
import { isLocale } from '../../text/is-locale.js';

/** The language of one text: what its catalog is called after, else what the catalog says itself; Xcode's holds all of them. */
export function languageOfText(
  { path: [, second] }: CatalogEntry,
  { path, text, dialect }: Catalog,
  ofFile: string | undefined,
): string | undefined {
  const isXcode = path.endsWith('.xcstrings');
  if (ofFile !== undefined && !isXcode) return ofFile;
  const said = isXcode ? String(second) : rootOf(text, dialect);
  return said !== undefined && isLocale(said) ? said : undefined;
}

function rootOf(text: string, dialect: Catalog['dialect']): string | undefined {
  if (dialect === 'qt') return /<TS\b[^>]{0,200}\slanguage="([\w-]{2,20})"/.exec(text)?.[1];
  return dialect === 'rails' ? /^["']?([\w-]{2,20})["']?:/m.exec(text)?.[1] : undefined;
}
