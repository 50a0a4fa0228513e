import type { CatalogFamily, CatalogFile } from './catalog-family.js';
import { readCatalog, type Catalog } from './read-catalog.js';

/** Parses the texts of a family. */
export function readFamily(files: readonly CatalogFile[]): CatalogFamily {
  return {
    members: files.map(({ path, place, file, before, after }) => {
      const now = catalogOf(path, after?.text);
      return { place, file, before: file === undefined ? now : catalogOf(path, before?.text), after: now };
    }),
  };
}

function catalogOf(path: string, text: string | undefined): Catalog | undefined {
  return text === undefined ? undefined : readCatalog(path, text);
}
