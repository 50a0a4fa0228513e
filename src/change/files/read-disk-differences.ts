import type { FileVersion } from '../change.js';
import { readDiskFiles, withGitMode, type DiskFile } from './read-disk-files.js';
import type { UnwatchedEntry } from '../../git/parse-listing.js';
import type { TreeEntry } from '../../git/objects.js';
import { toPathDifference, type PathDifference, type RawEntry, type RawSide } from './raw-entries.js';
import { openDisk } from '../../git/disk.js';

/** Paths of a working tree, as git lists them. */
export interface WorktreePaths {
  /** Differences from the base; a side without an id is on the disk only. */
  readonly entries: readonly RawEntry[];
  /** Entries that git was told not to look at; they are read all the same. */
  readonly unwatched: readonly UnwatchedEntry[];
  /** In git's bytes; a nested repository ends in a slash. */
  readonly untracked: readonly Buffer[];
  /** What is staged: how the index differs from the last commit. */
  readonly staged: readonly RawEntry[];
}

export interface DiskDifferences {
  readonly differences: readonly PathDifference[];
  /** Something that is staged is other, or not there, on the disk. */
  readonly stagedApart: boolean;
}

interface Question {
  readonly name: Buffer;
  readonly before: TreeEntry | FileVersion | undefined;
  /** The file's mode, if git knows it. */
  readonly mode: string | undefined;
  /** The index entry of an unwatched file. */
  readonly unwatched?: UnwatchedEntry;
}

/**
 * Reads from the disk what git does not hold, and drops what turns out to be unchanged. `autocrlf`: line endings that git would
 * convert back are not a difference.
 */
export async function readDiskDifferences(
  { root, autocrlf, idLength }: { readonly root: string; readonly autocrlf: boolean; readonly idLength: number },
  { entries, unwatched, untracked, staged }: WorktreePaths,
): Promise<DiskDifferences> {
  const found = new Map(entries.map((entry) => [keyOf(entry.name), toPathDifference(entry)]));
  const beforeOf = (name: Buffer): PathDifference['before'] => found.get(keyOf(name))?.before;
  const questions: readonly Question[] = [
    ...entries.flatMap(({ name, after }) =>
      after && after.oid === undefined && after.mode !== '160000'
        ? [{ name, before: beforeOf(name), mode: after.mode }]
        : [],
    ),
    ...untracked.flatMap((name) => (isRepository(name) ? [] : [{ name, before: beforeOf(name), mode: undefined }])),
    ...unwatched.flatMap((entry) => {
      const { name, mode } = entry;
      const before = found.has(keyOf(name)) ? beforeOf(name) : entry;
      return mode === '160000' ? [] : [{ name, before, mode, unwatched: entry }];
    }),
  ];
  const files = await readDiskFiles(
    openDisk(root),
    questions.map((each) => each.name),
    idLength,
  );
  const same = (file: DiskFile, held: RawSide | undefined): boolean =>
    held?.oid !== undefined && (file.oid === held.oid || (autocrlf && file.oidWithLf === held.oid));
  for (const [index, question] of questions.entries()) {
    const file = files[index];
    const { name, before, mode, unwatched: unwatchedEntry } = question;
    if (unwatchedEntry && (file ? same(file, unwatchedEntry) : unwatchedEntry.mayBeAbsent)) continue;
    const after = file && withGitMode(file.version, mode);
    const path = name.toString('utf8');
    if (file && after && before?.mode === after.mode && same(file, before)) found.delete(keyOf(name));
    else if (!after && unwatchedEntry && !before) found.delete(keyOf(name));
    else found.set(keyOf(name), { path, before, after: after ?? (unwatchedEntry ? undefined : gone) });
  }
  for (const name of untracked.filter(isRepository)) {
    const folder = name.subarray(0, -1);
    found.set(keyOf(folder), {
      path: folder.toString('utf8'),
      before: beforeOf(folder),
      after: { mode: '160000', oid: undefined, bytes: 0, unread: 'submodule' },
    });
  }
  const names = new Set(staged.map(({ name }) => keyOf(name)));
  const asked = new Map(
    questions.flatMap((question, index) =>
      names.has(keyOf(question.name)) ? [[keyOf(question.name), { ...question, file: files[index] }]] : [],
    ),
  );
  const seen = new Map(entries.flatMap((entry) => (names.has(keyOf(entry.name)) ? [[keyOf(entry.name), entry]] : [])));
  const isApart = ({ name, after }: RawEntry): boolean => {
    const question = asked.get(keyOf(name));
    if (question === undefined) {
      // Git itself says whether the disk is as the index: only then it gives the id of what is there.
      const entry = seen.get(keyOf(name));
      return after !== undefined && entry !== undefined && entry.after?.oid === undefined;
    }
    const { file, mode } = question;
    if (after === undefined) return file !== undefined;
    if (file === undefined) return question.unwatched?.mayBeAbsent !== true;
    return withGitMode(file.version, mode).mode !== after.mode || !same(file, after);
  };
  return { differences: [...found.values()], stagedApart: staged.some(isApart) };
}

/** One character a byte, so that names that are not UTF-8 stay distinct. */
function keyOf(name: Buffer): string {
  return name.toString('latin1');
}

function isRepository(name: Buffer): boolean {
  return name.at(-1) === 47;
}

/** Git saw a file there a moment ago. */
const gone: FileVersion = { mode: '100644', oid: undefined, bytes: 0, unread: 'missing' };
