import { locateCatalog } from '../../catalogs/locate-catalog.js';
import { keyPathId } from '../../catalogs/catalog.js';
import { readCatalog } from '../../catalogs/read-catalog.js';
import {
  findNode,
  insertProperty,
  propertyKey,
  listProperties,
  parseCatalogTree,
  type KeyPath,
  type CatalogTree,
} from './catalogs/catalog-tree.js';
import type { QuickFix, QuickFixInput, QuickFixStep } from './quick-fix.js';
import type { TextEdit } from '../../text/text-edit.js';
import { shortFileName, previousText } from './lines/revert-lines.js';

/** Stands before a text that was copied from another language and waits for its translation. */
const translationMarker = '[to translate] ';

/**
 * Gives a key that is new in one language to the others that lack it: the same text, marked to be translated, with the same
 * placeholders, at the same place. `at` is an offset in the key or its text. Nothing for a key that stood there before the change.
 */
export async function addToLanguages(
  path: string,
  { at, reviewed, readText }: Pick<QuickFixInput, 'reviewed' | 'readText'> & { readonly at: number },
): Promise<readonly QuickFix[]> {
  const place = locateCatalog(path);
  if (place?.format !== 'json') return [];
  const text = await readText(path);
  if (text === undefined) return [];
  const catalog = readCatalog(path, text);
  if (catalog.problem !== undefined) return [];
  const source = parseCatalogTree(text);
  const old = previousText(reviewed, path);
  const entry = [...catalog.entries.values()].find(
    (each) => each.isText && each.offset <= at && at <= each.offset + each.value.length + 1,
  );
  const keyed = entry ?? [...catalog.entries.values()].find((each) => each.isText && isAtKey(source, each.path, at));
  if (keyed === undefined || keyed.path.some((step) => typeof step === 'number')) return [];
  if (old === undefined ? !isNew(path, reviewed) : readCatalog(path, old).entries.has(keyPathId(keyed.path))) return [];
  const paths = [
    ...reviewed.change.files.filter(({ after }) => after).map((file) => file.path),
    ...reviewed.siblingTexts.keys(),
  ];
  const others = paths.filter((other) => other !== path && locateCatalog(other)?.family === place.family);
  const steps: QuickFixStep[] = [];
  for (const other of others) {
    const edit = await addTo(other, keyed.path, translationMarker + keyed.value, source, readText);
    if (edit !== undefined) steps.push({ kind: 'edit', path: other, edits: [edit] });
  }
  if (steps.length === 0) return [];
  const names = steps.slice(0, 3).map((step) => shortFileName(step.path));
  const more = steps.length > names.length ? ` and ${steps.length - names.length} more` : '';
  return [{ title: `Add “${keyed.label}” to ${names.join(', ')}${more}, to be translated`, steps, isPreferred: true }];
}

function isNew(path: string, { change }: QuickFixInput['reviewed']): boolean {
  return change.files.some((file) => file.path === path && file.before === undefined);
}

function isAtKey(tree: CatalogTree, path: KeyPath, at: number): boolean {
  const property = findNode(tree, path)?.parent;
  return property?.type === 'property' && property.offset <= at && at < property.offset + property.length;
}

async function addTo(
  path: string,
  keys: KeyPath,
  value: string,
  source: CatalogTree,
  textOf: QuickFixInput['readText'],
): Promise<TextEdit | undefined> {
  const text = await textOf(path);
  if (text === undefined) return undefined;
  const catalog = readCatalog(path, text);
  const id = keyPathId(keys);
  if (catalog.problem !== undefined || catalog.entries.has(id) || catalog.groups.has(id)) return undefined;
  const tree = parseCatalogTree(text);
  let depth = keys.length - 1;
  while (depth > 0 && findNode(tree, keys.slice(0, depth)) === undefined) depth -= 1;
  const holder = findNode(tree, keys.slice(0, depth));
  if (holder?.type !== 'object') return undefined;
  const inner = keys
    .slice(depth + 1)
    .reduceRight<string>((written, key) => `{ ${JSON.stringify(key)}: ${written} }`, JSON.stringify(value));
  const names = propertiesIn(source, keys.slice(0, depth));
  const before = names.slice(0, names.indexOf(String(keys[depth]))).reverse();
  return insertProperty(tree, holder, `${JSON.stringify(keys[depth])}: ${inner}`, before);
}

function propertiesIn(tree: CatalogTree, path: KeyPath): readonly string[] {
  const holder = findNode(tree, path);
  return holder === undefined ? [] : listProperties(holder).map(propertyKey);
}
