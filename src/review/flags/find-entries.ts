import type { FeatureCode } from './feature-code.js';
import { isIn } from './feature-code.js';
import { createImportIndex } from './import-index.js';

/** The programs of a folder by which it is entered: those that nothing in it imports, and what an `index` among these passes on. */
export function findEntries(code: FeatureCode, folder: string): readonly string[] {
  const own = [...code].filter(([path]) => isIn(path, folder));
  const index = createImportIndex();
  for (const [path, text] of own) index.add(path, text);
  const importers = new Map(own.map(([path]) => [path, index.importersOf(path)]));
  const first = own.map(([path]) => path).filter((path) => importers.get(path)?.size === 0);
  const doors = first.filter((path) => /(?:^|\/)index\.[a-z]+$/i.test(path));
  const passed = [...importers].flatMap(([path, from]) => (doors.some((door) => from.has(door)) ? [path] : []));
  return [...first, ...passed];
}
