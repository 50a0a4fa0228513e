import { outsideFences } from './outside-fences.js';

export interface LostReference {
  /** From 1, in the page as it is now. */
  readonly line: number;
  readonly label: string;
}

/** `[words][label]` and `[label][]` that stand in a page still and whose line `[label]: there.md` is gone: readers see the brackets. */
export function lostReferences(before: string, after: string): readonly LostReference[] {
  const now = labelsOf(after);
  const lost = new Set([...labelsOf(before)].filter((label) => !now.has(label)));
  if (lost.size === 0) return [];
  return outsideFences(after).flatMap(({ text, line }) =>
    [...text.replaceAll(/`[^`]*`/g, '').matchAll(/\[([^\][]{1,300})\]\[([^\][]{0,200})\]/g)].flatMap(
      ([, words = '', label = '']): LostReference[] => {
        const named = label === '' ? words : label;
        return lost.has(keyOf(named)) ? [{ line, label: named }] : [];
      },
    ),
  );
}

function labelsOf(text: string): ReadonlySet<string> {
  const labels = outsideFences(text).map(({ text: line }) => /^ {0,3}\[([^\][]{1,200})\]:\s{0,9}\S/.exec(line)?.[1]);
  return new Set(labels.flatMap((label) => (label === undefined ? [] : [keyOf(label)])));
}

function keyOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
