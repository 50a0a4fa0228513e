import { isKept, findTopmostLost } from '../../../catalogs/compare-catalogs.js';
import { keyPathId, formatKeyPath } from '../../../catalogs/read-catalog.js';
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
  type CatalogTree,
} from './catalog-tree.js';
import type { TextEdit } from '../../../text/text-edit.js';
import type { QuickFix } from '../quick-fix.js';

/** Puts keys back that are gone, as they were written and where they stood: by their old name where they were only renamed. */
export function restoreLostKeys({ path, before, after }: CatalogSides, { key }: Finding): readonly QuickFix[] {
  if (before === undefined || key?.kind !== 'lost') return [];
  const [old, tree] = [parseCatalogTree(before.text), parseCatalogTree(after.text)];
  return lostPaths({ before, after }).flatMap((lost): readonly QuickFix[] => {
    const label = formatKeyPath(lost);
    if (label !== key.name) return [];
    const renamed = renameBack(lost, old, tree);
    const edit = renamed ?? putBack(lost, old, tree);
    if (edit === undefined) return [];
    const title = renamed === undefined ? `Put “${label}” back` : `Call it “${label}” again`;
    return [{ title, steps: [{ kind: 'edit', path, edits: [edit] }], isPreferred: true }];
  });
}

/** The topmost groups and keys of `before` that are gone. */
function lostPaths({
  before,
  after,
}: Required<Pick<CatalogSides, 'after'>> & { before: CatalogSides['after'] }): readonly KeyPath[] {
  const lost = new Map<string, KeyPath>();
  for (const [id, entry] of before.entries) {
    if (isKept(id, entry, after)) continue;
    const path = findTopmostLost(entry, after);
    lost.set(keyPathId(path), path);
  }
  return [...lost.values()];
}

/** The key of the same object that is new and has the very same value. */
function renameBack(lost: KeyPath, old: CatalogTree, tree: CatalogTree): TextEdit | undefined {
  const was = findProperty(old, lost);
  const holder = findNode(tree, lost.slice(0, -1));
  const oldHolder = findNode(old, lost.slice(0, -1));
  if (was === undefined || holder === undefined || oldHolder === undefined) return undefined;
  const known = new Set(listProperties(oldHolder).map(propertyKey));
  const [oldKey, oldValue] = keyAndValue(was);
  const value = sourceText(old, oldValue);
  const [same, ...more] = listProperties(holder).filter(
    (property) => !known.has(propertyKey(property)) && sourceText(tree, keyAndValue(property)[1]) === value,
  );
  if (same === undefined || more.length > 0) return undefined;
  const [key] = keyAndValue(same);
  return { start: key.offset, end: key.offset + key.length, text: sourceText(old, oldKey) };
}

/** Behind the nearest key before it that is still there. Something of a list has no name to be put back by. */
function putBack(lost: KeyPath, old: CatalogTree, tree: CatalogTree): TextEdit | undefined {
  const was = findProperty(old, lost);
  const oldHolder = findNode(old, lost.slice(0, -1));
  const holder = findNode(tree, lost.slice(0, -1));
  if (was === undefined || oldHolder === undefined || holder?.type !== 'object') return undefined;
  const names = listProperties(oldHolder).map(propertyKey);
  const before = names.slice(0, names.lastIndexOf(propertyKey(was))).reverse();
  return insertProperty(tree, holder, sourceText(old, was), before);
}
