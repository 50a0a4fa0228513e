import { isKept, topmostLost } from '../../review/catalogs/catalog-difference.js';
import { idOf, writeLabel } from '../../review/catalogs/read-catalog.js';
import type { Finding } from '../../review/review.js';
import {
  findNode,
  findProperty,
  insertProperty,
  keyOf,
  partsOf,
  propertiesOf,
  sourceOf,
  treeOf,
  type CatalogPath,
  type CatalogSides,
  type CatalogTree,
} from './catalog-tree.js';
import type { TextEdit } from '../text-edit.js';
import type { Mend } from './mend.js';

/** Puts keys back that are gone, as they were written and where they stood: by their old name where they were only renamed. */
export function restoreLost({ path, before, now }: CatalogSides, { key }: Finding): readonly Mend[] {
  if (before === undefined || key?.kind !== 'lost') return [];
  const [old, tree] = [treeOf(before.text), treeOf(now.text)];
  return lostPaths({ before, now }).flatMap((lost): readonly Mend[] => {
    const label = writeLabel(lost);
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
  now,
}: Required<Pick<CatalogSides, 'now'>> & { before: CatalogSides['now'] }): readonly CatalogPath[] {
  const lost = new Map<string, CatalogPath>();
  for (const [id, entry] of before.entries) {
    if (isKept(id, entry, now)) continue;
    const path = topmostLost(entry, now);
    lost.set(idOf(path), path);
  }
  return [...lost.values()];
}

/** The key of the same object that is new and has the very same value. */
function renameBack(lost: CatalogPath, old: CatalogTree, tree: CatalogTree): TextEdit | undefined {
  const was = findProperty(old, lost);
  const holder = findNode(tree, lost.slice(0, -1));
  const oldHolder = findNode(old, lost.slice(0, -1));
  if (was === undefined || holder === undefined || oldHolder === undefined) return undefined;
  const known = new Set(propertiesOf(oldHolder).map(keyOf));
  const [oldKey, oldValue] = partsOf(was);
  const value = sourceOf(old, oldValue);
  const [same, ...more] = propertiesOf(holder).filter(
    (property) => !known.has(keyOf(property)) && sourceOf(tree, partsOf(property)[1]) === value,
  );
  if (same === undefined || more.length > 0) return undefined;
  const [key] = partsOf(same);
  return { start: key.offset, end: key.offset + key.length, text: sourceOf(old, oldKey) };
}

/** Behind the nearest key before it that is still there. Something of a list has no name to be put back by. */
function putBack(lost: CatalogPath, old: CatalogTree, tree: CatalogTree): TextEdit | undefined {
  const was = findProperty(old, lost);
  const oldHolder = findNode(old, lost.slice(0, -1));
  const holder = findNode(tree, lost.slice(0, -1));
  if (was === undefined || oldHolder === undefined || holder?.type !== 'object') return undefined;
  const names = propertiesOf(oldHolder).map(keyOf);
  const before = names.slice(0, names.lastIndexOf(keyOf(was))).reverse();
  return insertProperty(tree, holder, sourceOf(old, was), before);
}
