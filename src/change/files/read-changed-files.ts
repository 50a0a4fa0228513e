import { mostTexts, type ChangedFile, type FileVersion } from '../change.js';
import { compareLines, countLines, type LineDifference } from '../compare-lines.js';
import type { TreeEntry } from '../../git/objects.js';
import type { PathDifference } from './raw-entries.js';
import { detectRenames } from './detect-renames.js';
import type { BlobTexts } from './blob-texts.js';

/**
 * Reads both texts of each differing path and finds renames and changed lines. Sorted by path. `findConverted` tells of which paths git stores other line ends
 * than lie on the disk: their texts are as it stores them, so that a whole file does not look changed.
 */
export async function readChangedFiles(
  differences: readonly PathDifference[],
  texts: BlobTexts,
  findConverted?: (paths: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<readonly ChangedFile[]> {
  const sorted = [...differences].sort((a, b) => (a.path < b.path ? -1 : 1));
  const read = sorted.slice(0, mostTexts);
  const held = read.flatMap(({ before, after }) =>
    [before, after].flatMap((side) => (side && !('bytes' in side) ? [side] : [])),
  );
  const versions = new Map((await texts.read(held)).map((version, index) => [held[index], version]));
  const complete = (side: TreeEntry | FileVersion | undefined): FileVersion | undefined =>
    side && ('bytes' in side ? side : (versions.get(side) ?? notLookedAt(side)));
  const whole = sorted.map(({ path, before, after }) => ({ path, before: complete(before), after: complete(after) }));
  const mayDiffer = whole.filter(looksConverted).map(({ path }) => path);
  const converted = mayDiffer.length === 0 ? undefined : await findConverted?.(mayDiffer);
  const files = whole.flatMap((sides) => {
    const isConverted = converted?.has(sides.path) === true;
    const { path, before, after } = isConverted ? asStored(sides) : sides;
    const isAsBefore = isConverted && after?.text === before?.text && after?.mode === before?.mode;
    return isAsBefore ? [] : [changedFile(path, before, after)];
  });
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

/** Has it line ends on the disk that it did not have before? Git leaves those of a file alone that it stored with them. */
function looksConverted({ before, after }: Sides): boolean {
  return after?.oid === undefined && after?.text?.includes('\r\n') === true && before?.text?.includes('\r\n') !== true;
}

interface Sides {
  readonly path: string;
  readonly before: FileVersion | undefined;
  readonly after: FileVersion | undefined;
}

function asStored({ path, before, after }: Sides): Sides {
  return { path, before, after: after && { ...after, text: String(after.text).replaceAll('\r\n', '\n') } };
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
