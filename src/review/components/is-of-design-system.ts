import { resolveImport } from '../gates/references/import-index.js';

/**
 * Whether what a file imports is of the design system, by the modules and folders that the policy names, or lies in one of the PM's own folders. A folder
 * may be asked for from the root, by its own way or by an alias for what it lies in (`@/design-system` for `src/design-system`).
 */
export function isOfDesignSystem(
  importer: string,
  module: string,
  designSystem: readonly string[],
  ownFolders: readonly string[],
): boolean {
  if (module.startsWith('.')) {
    const path = resolveImport(importer, module);
    return [...designSystem, ...ownFolders].some((folder) => isWithin(path, withoutSlashes(folder)));
  }
  const rest = module.replace(/^[@~#]?\//, '');
  return designSystem.map(withoutSlashes).some((entry) => {
    const short = entry.slice(entry.indexOf('/') + 1);
    return isWithin(module, entry) || isWithin(rest, entry) || (rest !== module && isWithin(rest, short));
  });
}

function isWithin(path: string, folder: string): boolean {
  return folder !== '' && `${path}/`.startsWith(`${folder}/`);
}

function withoutSlashes(entry: string): string {
  return entry.replace(/^(?:\.\/|\/)/, '').replace(/(?:\/\*{1,2})?\/?$/, '');
}
