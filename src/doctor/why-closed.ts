import type { Judgement } from '../policy/policy.js';

type Row = Judgement['row'];

/** How many files of something a PM cannot change alone, for one reason. */
export interface ClosedFiles {
  readonly row: Row;
  readonly files: number;
  /** The reason as the end of “12 …”, without who owns them. */
  readonly why: string;
}

/** Why files are closed that a line opens, by the row of design §4 that decides each; those that most are closed by come first. */
export function whyClosed(rows: readonly Row[]): readonly ClosedFiles[] {
  const counts = new Map<Row, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return [...counts]
    .map(([row, files]) => ({ row, files, why: words[row] }))
    .toSorted((one, other) => other.files - one.files);
}

const words: Readonly<Record<Row, string>> = {
  1: 'links, or named so that some system takes them for others',
  2: 'locked always, by their names',
  3: 'among what PMs cannot touch',
  '3a': 'named besides in words that the policy does not explain',
  4: 'owned by others',
  5: 'outside the feature folders',
  6: 'planning docs',
  7: 'open to others',
  8: 'not open on this day, or by this policy',
};
