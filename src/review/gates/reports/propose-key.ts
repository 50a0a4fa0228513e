import { formatKeyPath, keyPathId, type Catalog, type CatalogEntry } from '../../../catalogs/catalog.js';

/**
 * A key that is free beside that of a text, written as it is, for messages: `home.titleNew`; `undefined` where texts are known by their words, or by
 * their place in a list.
 */
export function proposeKey({ path }: Pick<CatalogEntry, 'path'>, catalog: Catalog): string | undefined {
  // Forms of a number, and what a tool puts around a text, stay as they are.
  const at = path.findLastIndex(
    (step) => typeof step !== 'number' && !/^(?:zero|one|two|few|many|other|message)$/.test(step),
  );
  const name = path[at];
  if (typeof name !== 'string' || /\s/.test(name)) return undefined;
  for (let count = 1; count < 100; count++) {
    const proposed = name + endingFor(name) + (count === 1 ? '' : String(count));
    const own = path.with(at, proposed);
    const isFree = own.every((_, index) => {
      const id = keyPathId(own.slice(0, index + 1));
      return index < at || !(catalog.entries.has(id) || catalog.groups.has(id));
    });
    if (isFree) return formatKeyPath(own);
  }
  return undefined;
}

function endingFor(name: string): string {
  if (name.includes('-')) return '-new';
  if (/^[A-Z\d_]+$/.test(name)) return '_NEW';
  return name.includes('_') ? '_new' : 'New';
}
