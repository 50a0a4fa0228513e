import type { FileVersion } from '../change.js';
import { readDiskFiles, withGitMode, type DiskFile } from './read-disk-files.js';
import type { UnwatchedEntry } from '../../git/parse-listing.js';
import type { TreeEntry } from '../../git/objects.js';
import { decodeName, toPathDifference, type PathDifference, type RawEntry, type RawSide } from './raw-entries.js';
import { openDisk } from '../../git/disk.js';

/** Paths of a working tree, as git lists them. */
export interface WorktreePaths {
  /** Differences from the base; a side without an id is on the disk only. */
  readonly entries: readonly RawEntry[];
  /** Entries that git was told not to look at; they are read all the same. */
  readonly unwatched: readonly UnwatchedEntry[];
  /** In git's bytes, one character each; a nested repository ends in a slash. */
  readonly untracked: readonly string[];
  /** What is staged: how the index differs from the last commit. */
  readonly staged: readonly RawEntry[];
}

export interface DiskDifferences {
  readonly differences: readonly PathDifference[];
  /** Something that is staged is other, or not there, on the disk. */
  readonly stagedApart: boolean;
  /** The ids of what was read and differs from the base, by path; two where git stores it with other line ends. */
  readonly diskIds: ReadonlyMap<string, readonly string[]>;
}

interface Question {
  /** In git's bytes, one character each, so that names that are not UTF-8 stay distinct. */
  readonly name: string;
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
  const found = new Map<string, PathDifference>();
  const diskIds = new Map<string, readonly string[]>();
  const watched: Question[] = [];
  for (const entry of entries) {
    const { name, after } = entry;
    const difference = toPathDifference(entry);
    found.set(name, difference);
    if (after && after.oid === undefined && after.mode !== '160000')
      watched.push({ name, before: difference.before, mode: after.mode });
  }
  for (const name of untracked)
    if (!isRepository(name)) watched.push({ name, before: found.get(name)?.before, mode: undefined });
  // A sparse checkout may lack any number of files. Asked for first they are all looked for, since what is absent does not count against the bound.
  const hidden: Question[] = [];
  for (const entry of unwatched) {
    const { mode } = entry;
    const name = entry.name.toString('latin1');
    const before = found.has(name) ? found.get(name)?.before : entry;
    if (mode !== '160000') hidden.push({ name, before, mode, unwatched: entry });
  }
  const questions = hidden.length === 0 ? watched : [...hidden, ...watched];
  const same = (file: DiskFile, held: RawSide | undefined): boolean =>
    held?.oid !== undefined && (file.oid === held.oid || (autocrlf && file.oidWithLf === held.oid));
  const isUnchanged = (file: DiskFile, { before, mode }: Question): boolean =>
    before?.mode === withGitMode(file.version, mode).mode && same(file, before);
  const files = await readDiskFiles(openDisk(root), questions, idLength, {
    mayHold: ({ before, unwatched: entry }) => entry !== undefined || before?.oid !== undefined,
    isHeld: (question, file) => (question.unwatched ? same(file, question.unwatched) : isUnchanged(file, question)),
  });
  for (let index = 0; index < questions.length; index += 1) {
    const file = files[index];
    const question = questions[index] as Question;
    const { name, before, mode, unwatched: unwatchedEntry } = question;
    if (unwatchedEntry && (file ? same(file, unwatchedEntry) : unwatchedEntry.mayBeAbsent)) continue;
    const after = file && withGitMode(file.version, mode);
    if (file && isUnchanged(file, question)) found.delete(name);
    else if (!after && unwatchedEntry && !before) found.delete(name);
    else {
      found.set(name, { path: decodeName(name), before, after: after ?? (unwatchedEntry ? undefined : gone) });
      const ids = autocrlf ? [file?.oid, file?.oidWithLf] : [file?.oid];
      diskIds.set(
        decodeName(name),
        ids.flatMap((id) => id ?? []),
      );
    }
  }
  for (const name of untracked.filter(isRepository)) {
    const folder = name.slice(0, -1);
    found.set(folder, {
      path: decodeName(folder),
      before: found.get(folder)?.before,
      after: { mode: '160000', oid: undefined, bytes: 0, unread: 'submodule' },
    });
  }
  const differences = [...found.values()];
  if (staged.length === 0) return { differences, stagedApart: false, diskIds };
  const asked = new Map(questions.map(({ name }, index) => [name, index]));
  const seen = new Map(entries.map((entry) => [entry.name, entry]));
  // Git leaves out what is new in the index and not there on the disk.
  const unseen = staged.filter(({ name, after }) => after?.oid !== undefined && !asked.has(name) && !seen.has(name));
  const onDisk = await readDiskFiles(openDisk(root), unseen, idLength, {
    mayHold: () => true,
    isHeld: ({ after }, file) => same(file, after),
  });
  const isAbsent = unseen.some((_, index) => onDisk[index] === undefined);
  const isApart = ({ name, after }: RawEntry): boolean => {
    const index = asked.get(name);
    if (index === undefined) {
      // Git itself says whether the disk is as the index: only then it gives the id of what is there.
      const entry = seen.get(name);
      return after !== undefined && entry !== undefined && entry.after?.oid === undefined;
    }
    const { mode, unwatched: unwatchedEntry } = questions[index] as Question;
    const file = files[index];
    if (after === undefined) return file !== undefined;
    if (file === undefined) return unwatchedEntry?.mayBeAbsent !== true;
    return withGitMode(file.version, mode).mode !== after.mode || !same(file, after);
  };
  return { differences, stagedApart: isAbsent || staged.some(isApart), diskIds };
}

function isRepository(name: string): boolean {
  return name.endsWith('/');
}

/** Git saw a file there a moment ago. */
const gone: FileVersion = { mode: '100644', oid: undefined, bytes: 0, unread: 'missing' };
