import { placeCatalog } from '../../review/catalogs/catalog-place.js';
import { readCatalog } from '../../review/catalogs/read-catalog.js';
import { restoreLost } from './lost-keys.js';
import { mendDuplicates } from './duplicate-keys.js';
import { mendMessage } from './message-mends.js';
import { positionAt } from '../editor-text.js';
import { hunksOf, putBack, touches } from './hunks.js';
import type { Mend, PlacedInput } from './mend.js';
import { applyEdits } from '../text-edit.js';
import { mendOf, oldText } from './put-back.js';

/** The quick fixes for what `copy-catalog` finds in a catalog that is there. */
export async function mendCatalog(input: PlacedInput): Promise<readonly Mend[]> {
  const { finding, path, reviewed, now: text } = input;
  if (placeCatalog(path)?.format !== 'json') return [];
  const now = readCatalog(path, text);
  const old = oldText(reviewed, path);
  if (now.problem !== undefined) return old === undefined ? [] : fixSyntax(path, old, text, input.at);
  const read = old === undefined ? undefined : readCatalog(path, old);
  const sides = { path, before: read?.problem === undefined ? read : undefined, now };
  const fixes = [...restoreLost(sides, finding), ...mendDuplicates(sides, input)];
  return fixes.length > 0 ? fixes : mendMessage(sides, input);
}

/** The lines around a syntax error as they were, or as many more as it takes until the catalog can be read. */
function fixSyntax(path: string, old: string, text: string, at: number | undefined): readonly Mend[] {
  const { line } = positionAt(text, at ?? 0);
  const hunks = hunksOf(old, text);
  const near = hunks.filter((hunk) => touches(hunk, line - 1, line));
  for (const some of [near, hunks]) {
    const isFixed = readCatalog(path, applyEdits(text, putBack(old, text, some))).problem === undefined;
    if (isFixed) return mendOf(path, old, text, some, true);
  }
  return [];
}
