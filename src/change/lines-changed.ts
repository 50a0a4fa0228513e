import type { ChangedFile } from './change.js';

/** How many lines a file gains and loses, as reviewers count them. */
export function linesChanged({ added, removedLines }: Pick<ChangedFile, 'added' | 'removedLines'>): number {
  return removedLines + added.reduce((sum, { start, end }) => sum + end - start + 1, 0);
}
