import { isNeutral } from '../../grammar/neutral-prose.js';
import type { Phrase } from '../../grammar/phrase.js';
import { plainToken, type TextToken } from '../../grammar/tokenize.js';
import { findNamedPaths } from '../../list-items/close-paths.js';
import { addProse, type SectionWalk } from '../section-walk.js';

/**
 * Keeps what a row says whose cell of paths (`path`) is empty: it goes on with the row above, or is about all of them. False for a row that names a path.
 * A "yes" or "no" alone (`isAnswer`) says nothing there.
 */
export function keepContinued(
  walk: SectionWalk,
  row: readonly Phrase[],
  path: number,
  isAnswer: (cell: Phrase) => boolean,
): boolean {
  const isEmpty = path >= 0 && (row[path]?.source ?? '') === '';
  if (!isEmpty || row.some(({ tokens }) => findNamedPaths(tokens).length > 0)) return false;
  const said = row.filter(({ source }) => source !== '');
  const words = said.filter((cell) => /[\p{L}\p{N}]/u.test(cell.source) && !isAnswer(cell) && !isNeutral(cell));
  if (words.length > 0) addProse(walk, joinCells(said));
  return true;
}

/** The words of some cells, each parted from the next. */
export function joinCells(cells: readonly Phrase[]): readonly TextToken[] {
  return cells.flatMap(({ tokens }, at) => (at === 0 ? tokens : [rule, ...tokens]));
}

/** Parts a path from its remarks, so that code that a remark begins with is no further path. */
export const rule = plainToken(' – ', 1);
