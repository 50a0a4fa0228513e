import { locateCatalog } from '../../../catalogs/locate-catalog.js';
import { readCatalog } from '../../../catalogs/read-catalog.js';
import { restoreLostKeys } from './restore-lost-keys.js';
import { fixDuplicateKeys } from './fix-duplicate-keys.js';
import { fixMessage } from './fix-message.js';
import { positionAt } from '../../../text/editor-text.js';
import { diffHunks, revertHunks, touchesLines } from '../lines/diff-hunks.js';
import type { QuickFix, FileFixInput } from '../quick-fix.js';
import { applyEdits } from '../../../text/text-edit.js';
import { hunksFix, previousText } from '../lines/revert-lines.js';

/** The quick fixes for what `copy-catalog` finds in a catalog that is there. */
export async function fixCatalog(input: FileFixInput): Promise<readonly QuickFix[]> {
  const { finding, path, reviewed, currentText: text } = input;
  if (locateCatalog(path)?.format !== 'json') return [];
  const after = readCatalog(path, text);
  const old = previousText(reviewed, path);
  if (after.problem !== undefined) return old === undefined ? [] : fixSyntax(path, old, text, input.offset);
  const read = old === undefined ? undefined : readCatalog(path, old);
  const sides = { path, before: read?.problem === undefined ? read : undefined, after };
  const fixes = [...restoreLostKeys(sides, finding), ...fixDuplicateKeys(sides, input)];
  return fixes.length > 0 ? fixes : fixMessage(sides, input);
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
