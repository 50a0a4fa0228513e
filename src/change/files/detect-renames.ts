import { lastNameOf } from '../../text/path-names.js';
import type { FileVersion } from '../change.js';

/** One end of a possible rename. */
export interface RenameCandidate extends Pick<FileVersion, 'mode' | 'oid' | 'bytes'> {
  readonly path: string;
  readonly text?: string | undefined;
}

/** Limit on pairs of files that are compared line by line; beyond it no similar files are paired. */
const maxPairs = 20_000;

/**
 * Maps new paths to the removed paths they were renamed from. First equal content, a file of the same name before others, then texts
 * that share at least half of their characters, the most similar first. A rename is a hint for people: both ends are judged.
 */
export function detectRenames(
  removed: readonly RenameCandidate[],
  added: readonly RenameCandidate[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const gone = new Set(removed.filter((file) => file.oid !== undefined && file.bytes > 0));
  const byContent = new Map<string, RenameCandidate[]>();
  for (const file of gone) {
    const same = byContent.get(contentOf(file));
    if (!same) byContent.set(contentOf(file), [file]);
    else if (same.length < 10) same.push(file);
  }
  const pair = (from: RenameCandidate, to: RenameCandidate): void => {
    found.set(to.path, from.path);
    gone.delete(from);
  };
  for (const file of added) {
    const same = byContent.get(contentOf(file))?.filter((each) => gone.has(each)) ?? [];
    const from = same.find((each) => lastNameOf(each.path) === lastNameOf(file.path)) ?? same[0];
    if (from) pair(from, file);
  }
  for (const { from, to } of findSimilar(
    [...gone],
    added.filter((file) => !found.has(file.path)),
  )) {
    if (gone.has(from) && !found.has(to.path)) pair(from, to);
  }
  return found;
}

/** A link and a file with equal content differ. */
function contentOf({ mode, oid }: RenameCandidate): string {
  return `${mode.slice(0, 2)} ${String(oid)}`;
}

/** Pairs that share at least half, the most similar first. */
function findSimilar(
  removed: readonly RenameCandidate[],
  added: readonly RenameCandidate[],
): readonly { readonly from: RenameCandidate; readonly to: RenameCandidate }[] {
  if (removed.length * added.length > maxPairs) return [];
  const pairs: { readonly from: RenameCandidate; readonly to: RenameCandidate; readonly score: number }[] = [];
  const news = added.flatMap((file) => (file.text ? [{ file, text: file.text, lines: countByLine(file.text) }] : []));
  for (const from of removed) {
    if (!from.text) continue;
    const lines = countByLine(from.text);
    for (const { file, text, lines: others } of news) {
      const [less, more] = [from.text.length, text.length].sort((a, b) => a - b) as [number, number];
      // They share at most the shorter text.
      if (less * 2 < more) continue;
      const score = sharedCharacters(lines, others) / more;
      if (score >= 0.5) pairs.push({ from, to: file, score });
    }
  }
  return pairs.sort((a, b) => b.score - a.score);
}

/** The total characters of each distinct line. */
function countByLine(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const line of text.split('\n')) lines.set(line, (lines.get(line) ?? 0) + line.length + 1);
  return lines;
}

function sharedCharacters(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let characters = 0;
  for (const [line, length] of a) characters += Math.min(length, b.get(line) ?? 0);
  return characters;
}
