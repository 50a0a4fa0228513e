import { findLostEntries, findTopmostLost } from '../../../catalogs/compare-catalogs.js';
import { keyPathId, formatKeyPath, type Catalog } from '../../../catalogs/catalog.js';
import type { Finding } from '../../../review/review.js';
import {
  findNode,
  findProperty,
  insertProperty,
  propertyKey,
  keyAndValue,
  listProperties,
  sourceText,
  parseCatalogTree,
  type KeyPath,
  type CatalogSides,
} from './catalog-tree.js';
import { createEditFix, type QuickFix } from '../quick-fix.js';

/**
 * Puts keys back that are gone, as they were written: by their old name where they were only renamed, else behind the nearest key before
 * them that is still there. Something of a list has no name to be put back by.
 */
export function restoreLostKeys({ path, before, after }: CatalogSides, { key }: Finding): readonly QuickFix[] {
  if (before === undefined || key?.kind !== 'lost') return [];
  const [old, tree] = [parseCatalogTree(before.text), parseCatalogTree(after.text)];
  return lostPaths(before, after).flatMap((lost): readonly QuickFix[] => {
    const label = formatKeyPath(lost);
    if (label !== key.name) return [];
    const property = findProperty(old, lost);
    const [oldHolder, holder] = [findNode(old, lost.slice(0, -1)), findNode(tree, lost.slice(0, -1))];
    if (property === undefined || oldHolder === undefined || holder?.type !== 'object') return [];
    const names = listProperties(oldHolder).map(propertyKey);
    const [oldKey, oldValue] = keyAndValue(property).map((part) => sourceText(old, part)) as [string, string];
    const known = new Set(names);
    const [renamed, ...more] = listProperties(holder).filter(
      (each) => !known.has(propertyKey(each)) && sourceText(tree, keyAndValue(each)[1]) === oldValue,
    );
    if (renamed !== undefined && more.length === 0) {
      const [{ offset, length }] = keyAndValue(renamed);
      const edit = { start: offset, end: offset + length, text: oldKey };
      return [createEditFix(`Call it “${label}” again`, path, [edit], true)];
    }
    const above = names.slice(0, names.lastIndexOf(propertyKey(property))).reverse();
    const edit = insertProperty(tree, holder, sourceText(old, property), above);
    return [createEditFix(`Put “${label}” back`, path, [edit], true)];
  });
}

/** The topmost groups and keys of `before` that are gone. */
function lostPaths(before: Catalog, after: Catalog): readonly KeyPath[] {
  const paths = [...findLostEntries(before, after)].map(({ entry }) => findTopmostLost(entry, after));
  return [...new Map(paths.map((path) => [keyPathId(path), path])).values()];
}
