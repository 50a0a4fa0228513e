import { isNeutral } from '../../grammar/neutral-prose.js';
import type { Phrase } from '../../grammar/phrase.js';
import type { TextToken } from '../../grammar/tokenize.js';
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
  if (words.length > 0)
    addProse(
      walk,
      said.flatMap(({ tokens }, at) => (at === 0 ? tokens : [rule, ...tokens])),
    );
  return true;
}

const rule: TextToken = { kind: 'text', text: ' – ', line: 1, struck: false, bold: false, odd: false };
