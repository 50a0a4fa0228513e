import type { ChangedFile, FileVersion } from '../change.js';
import { compareLines, countLines, type LineDifference } from '../compare-lines.js';
import type { TreeEntry } from '../../git/objects.js';
import type { PathDifference } from './raw-entries.js';
import { detectRenames } from './detect-renames.js';
import type { BlobTexts } from './blob-texts.js';

/** Limit on changed files whose texts are read: the rest are `too-large`, with 0 bytes since they are not looked at. */
const maxChangedTexts = 5000;

/** Reads both texts of each differing path and finds renames and changed lines. Sorted by path. */
export async function readChangedFiles(
  differences: readonly PathDifference[],
  texts: BlobTexts,
): Promise<readonly ChangedFile[]> {
  const sorted = [...differences].sort((a, b) => (a.path < b.path ? -1 : 1));
  const read = sorted.slice(0, maxChangedTexts);
  const held = read.flatMap(({ before, after }) =>
    [before, after].flatMap((side) => (side && !('bytes' in side) ? [side] : [])),
  );
  const versions = new Map((await texts.read(held)).map((version, index) => [held[index], version]));
  const complete = (side: TreeEntry | FileVersion | undefined): FileVersion | undefined =>
    side && ('bytes' in side ? side : (versions.get(side) ?? { ...side, bytes: 0, unread: 'too-large' }));
  const sides = sorted.map(({ path, before, after }) => ({ path, before: complete(before), after: complete(after) }));
  const renamed = detectRenames(
    sides.flatMap(({ path, before, after }) => (before && !after ? [{ ...before, path }] : [])),
    sides.flatMap(({ path, before, after }) => (after && !before ? [{ ...after, path }] : [])),
  );
  const renamedTo = new Map([...renamed].map(([to, from]) => [from, to]));
  const removed = new Map(sides.map(({ path, before }) => [path, before]));
  return sides.map(({ path, before, after }) => {
    const from = renamed.get(path);
    const to = renamedTo.get(path);
    const old = from === undefined ? before : removed.get(from);
    return {
      path,
      ...(before && { before }),
      ...(after && { after }),
      ...(from !== undefined && { renamedFrom: from }),
      ...(to !== undefined && { renamedTo: to }),
      ...(to === undefined ? differenceOf(old, after) : { added: [], removedLines: 0 }),
    };
  });
}

/** Without a text to compare with, all lines are new. */
function differenceOf(before: FileVersion | undefined, after: FileVersion | undefined): LineDifference {
  const [old, now] = [before?.text ?? '', after?.text ?? ''];
  if (old === now) return { added: [], removedLines: 0 };
  if (old === '') return { added: [{ start: 1, end: countLines(now) }], removedLines: 0 };
  if (now === '') return { added: [], removedLines: countLines(old) };
  return compareLines(old, now);
}
