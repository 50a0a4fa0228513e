import { mostTexts, type ChangedFile, type FileVersion } from '../change.js';
import { compareLines, countLines, type LineDifference } from '../compare-lines.js';
import type { TreeEntry } from '../../git/objects.js';
import type { PathDifference } from './raw-entries.js';
import { detectRenames } from './detect-renames.js';
import type { BlobTexts } from './blob-texts.js';

/** Reads both texts of each differing path and finds renames and changed lines. Sorted by path. */
export async function readChangedFiles(
  differences: readonly PathDifference[],
  texts: BlobTexts,
): Promise<readonly ChangedFile[]> {
  const sorted = [...differences].sort((a, b) => (a.path < b.path ? -1 : 1));
  const read = sorted.slice(0, mostTexts);
  const held = read.flatMap(({ before, after }) =>
    [before, after].flatMap((side) => (side && !('bytes' in side) ? [side] : [])),
  );
  const versions = new Map((await texts.read(held)).map((version, index) => [held[index], version]));
  const complete = (side: TreeEntry | FileVersion | undefined): FileVersion | undefined =>
    side && ('bytes' in side ? side : (versions.get(side) ?? notLookedAt(side)));
  const files = sorted.map(({ path, before, after }) => changedFile(path, complete(before), complete(after)));
  const renamed = findRenames(files);
  if (renamed.size === 0) return files;
  const renamedTo = new Map([...renamed].map(([to, from]) => [from, to]));
  const sources = new Map(files.flatMap(({ path, before }) => (renamedTo.has(path) ? [[path, before]] : [])));
  return files.map((file) => {
    const from = renamed.get(file.path);
    if (from !== undefined) return { ...file, renamedFrom: from, ...differenceOf(sources.get(from), file.after) };
    const to = renamedTo.get(file.path);
    return to === undefined ? file : { ...file, renamedTo: to, ...unchanged };
  });
}

function notLookedAt({ mode, oid }: TreeEntry): FileVersion {
  return { mode, oid, bytes: 0, unread: 'too-large' };
}

function changedFile(path: string, before: FileVersion | undefined, after: FileVersion | undefined): ChangedFile {
  const { added, removedLines } = differenceOf(before, after);
  if (before === undefined) return { path, ...(after && { after }), added, removedLines };
  return after === undefined ? { path, before, added, removedLines } : { path, before, after, added, removedLines };
}

function findRenames(files: readonly ChangedFile[]): ReadonlyMap<string, string> {
  const removed = files.flatMap(({ path, before, after }) => (before && !after ? [{ ...before, path }] : []));
  // Most large changes only add, or only remove.
  if (removed.length === 0) return new Map();
  const added = files.flatMap(({ path, before, after }) => (after && !before ? [{ ...after, path }] : []));
  return added.length === 0 ? new Map() : detectRenames(removed, added);
}

const unchanged: LineDifference = { added: [], removedLines: 0 };

/** Without a text to compare with, all lines are new. */
function differenceOf(before: FileVersion | undefined, after: FileVersion | undefined): LineDifference {
  const [old, now] = [before?.text ?? '', after?.text ?? ''];
  if (old === now) return unchanged;
  if (old === '') return { added: [{ start: 1, end: countLines(now) }], removedLines: 0 };
  if (now === '') return { added: [], removedLines: countLines(old) };
  return compareLines(old, now);
}
