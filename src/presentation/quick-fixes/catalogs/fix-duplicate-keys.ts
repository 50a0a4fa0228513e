import type { Node } from 'jsonc-parser';
import {
  propertyKey,
  keyAndValue,
  listProperties,
  removeProperty,
  sourceText,
  parseCatalogTree,
  type CatalogSides,
} from './catalog-tree.js';
import type { QuickFix, QuickFixInput } from '../quick-fix.js';

/** Of a key that stands twice in one object, takes one out. Without doubt only where both say the same. */
export function fixDuplicateKeys(
  { path, after }: CatalogSides,
  { finding, offset }: QuickFixInput,
): readonly QuickFix[] {
  if (offset === undefined || finding.key?.kind !== 'twice') return [];
  const tree = parseCatalogTree(after.text);
  const found = findAt(tree.root, offset);
  if (found === undefined) return [];
  const { holder, property } = found;
  const first = listProperties(holder).find((each) => propertyKey(each) === propertyKey(property));
  if (first === undefined || first === property) return [];
  const [one, other] = [first, property].map((each) => sourceText(tree, keyAndValue(each)[1]));
  const same = one === other;
  const fix = (title: string, lost: Node, isPreferred: boolean): QuickFix => ({
    title,
    steps: [{ kind: 'edit', path, edits: [removeProperty(holder, lost)] }],
    isPreferred,
  });
  return [
    fix(same ? 'Take this second one out' : 'Keep the first one, take this one out', property, same),
    ...(same ? [] : [fix('Keep this one, take the first one out', first, false)]),
  ];
}

/** The property whose key stands at an offset, with its object. */
function findAt(root: Node, at: number): { readonly holder: Node; readonly property: Node } | undefined {
  let holder: Node | undefined = root;
  while (holder !== undefined) {
    const inside: Node | undefined = holder.children?.find(
      ({ offset, length }) => offset <= at && at < offset + length,
    );
    if (inside?.type === 'property' && inside.offset === at) return { holder, property: inside };
    holder = inside?.type === 'property' ? keyAndValue(inside)[1] : inside;
  }
  return undefined;
}
