import type { Node } from 'jsonc-parser';
import { locateCatalog } from '../../../catalogs/locate-catalog.js';
import { readCatalog } from '../../../catalogs/read-catalog.js';
import {
  propertyKey,
  keyAndValue,
  listProperties,
  removeProperty,
  sourceText,
  parseCatalogTree,
  type CatalogSides,
} from './catalog-tree.js';
import { escapeQuotes } from './escape-quotes.js';
import { restoreLostKeys } from './restore-lost-keys.js';
import { fixMessage } from './fix-message.js';
import { positionAt } from '../../../text/editor-text.js';
import { diffHunks, revertHunks, touchesLines } from '../../../change/diff-hunks.js';
import { createEditFix, type QuickFix, type FileFixInput } from '../quick-fix.js';
import { applyEdits } from '../../../text/text-edit.js';
import { hunksFix, previousText } from '../lines/revert-lines.js';

/** The quick fixes for what `copy-catalog` finds in a catalog that is there. */
export async function fixCatalog(input: FileFixInput): Promise<readonly QuickFix[]> {
  const { finding, path, reviewed, currentText: text } = input;
  if (locateCatalog(path)?.format !== 'json') return [];
  const after = readCatalog(path, text);
  const old = previousText(reviewed, path);
  if (after.problem !== undefined)
    return [
      ...fixQuotes(path, text, input.offset),
      ...(old === undefined ? [] : fixSyntax(path, old, text, input.offset)),
    ];
  const read = old === undefined ? undefined : readCatalog(path, old);
  const sides = { path, before: read?.problem === undefined ? read : undefined, after };
  const fixes = [...restoreLostKeys(sides, finding), ...fixDuplicateKeys(sides, input)];
  return fixes.length > 0 ? fixes : fixMessage(sides, input);
}

/** What was typed stays, where it has quotation marks as they are typed. */
function fixQuotes(path: string, text: string, at: number | undefined): readonly QuickFix[] {
  const edits = at === undefined ? undefined : escapeQuotes(path, text, at);
  return edits === undefined
    ? []
    : [createEditFix('Keep the words: write \\" for each quotation mark within them', path, edits, true)];
}

/** The lines around a syntax error as they were, or as many more as it takes until the catalog can be read. */
function fixSyntax(path: string, old: string, text: string, at: number | undefined): readonly QuickFix[] {
  const { line } = positionAt(text, at ?? 0);
  const hunks = diffHunks(old, text);
  const near = hunks.filter((hunk) => touchesLines(hunk, line - 1, line));
  for (const some of [near, hunks]) {
    const isFixed = readCatalog(path, applyEdits(text, revertHunks(old, text, some))).problem === undefined;
    if (isFixed) return hunksFix(path, old, text, some, true);
  }
  return [];
}

/** Of a key that stands twice in one object, takes one out. Without doubt only where both say the same. */
function fixDuplicateKeys({ path, after }: CatalogSides, { finding, offset }: FileFixInput): readonly QuickFix[] {
  if (offset === undefined || finding.key?.kind !== 'twice') return [];
  const tree = parseCatalogTree(after.text);
  const found = findAt(tree.root, offset);
  if (found === undefined) return [];
  const { holder, property } = found;
  const first = listProperties(holder).find((each) => propertyKey(each) === propertyKey(property));
  if (first === undefined || first === property) return [];
  const [one, other] = [first, property].map((each) => sourceText(tree, keyAndValue(each)[1]));
  const same = one === other;
  const fix = (title: string, lost: Node, isPreferred: boolean): QuickFix =>
    createEditFix(title, path, [removeProperty(holder, lost)], isPreferred);
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
