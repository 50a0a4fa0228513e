/** Why a version of a file has no text. A change with a needed text that is not read is never ready (design §6). */
export type Unread = 'binary' | 'too-large' | 'not-utf-8' | 'symbolic-link' | 'submodule' | 'lfs-pointer' | 'missing';

/** One side of a changed file. `mode` is git's (`100644`); `oid` is `undefined` for text that git does not hold yet. */
export interface FileVersion {
  readonly mode: string;
  readonly oid: string | undefined;
  readonly bytes: number;
  /** As stored, with its BOM and line endings. `undefined` exactly where `unread` says why. */
  readonly text?: string;
  readonly unread?: Unread;
  /** Of what is no text, the lines of plain letters at its beginning and its end, as pictures have them beside what they show. */
  readonly words?: string;
}

/** Lines from 1, both ends included. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A path that differs between base and head. Only `after`: added. Only `before`: removed. A rename is one of each, which name
 * each other. A path that is not UTF-8 carries U+FFFD in place of the bytes that could not be read.
 */
export interface ChangedFile {
  readonly path: string;
  readonly before?: FileVersion;
  readonly after?: FileVersion;
  readonly renamedFrom?: string;
  readonly renamedTo?: string;
  /** The lines of `after` that are new or changed, in order: all if there is no text to compare with, for a rename those that its source lacks. Empty if `after` has no text. */
  readonly added: readonly LineRange[];
  /** How many lines of `before` are gone or changed. */
  readonly removedLines: number;
}

/** So many changed files have their texts read: the rest are `too-large`, with 0 bytes since they are not looked at. */
export const mostTexts = 5000;

/** How many lines a file gains and loses, as reviewers count them. */
export function countChangedLines({ added, removedLines }: Pick<ChangedFile, 'added' | 'removedLines'>): number {
  return removedLines + added.reduce((sum, { start, end }) => sum + end - start + 1, 0);
}

export interface Person {
  readonly name: string;
  readonly email: string;
}

export interface Trailer {
  readonly key: string;
  readonly value: string;
}

/** A commit of the change. `files` are the raw entries against its first parent. */
export interface Commit {
  readonly oid: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly subject: string;
  readonly trailers: readonly Trailer[];
  /**
   * Values of `Co-authored-by` lines that are not trailers, and of further or odd author and committer headers: they may name a PM, but never
   * an engineer.
   */
  readonly mentions?: readonly string[];
  /**
   * Readers differ in what its trailers are, or in who wrote it: text between the trailers, bytes that nobody sees, a second author. Said
   * only of a commit with trailers.
   */
  readonly isAmbiguous?: true;
  readonly files: readonly CommitFile[];
  /** Of a merge: the files that are as in none of its parents. */
  readonly madeByMerge?: readonly CommitFile[];
}

/** `oid` is `undefined` where the commit removes the path. */
export interface CommitFile {
  readonly path: string;
  readonly oid: string | undefined;
  /** `oid` is a commit of another repository. */
  readonly isSubmodule?: true;
}

export type ChangeKind = 'staged' | 'worktree' | 'range';

/** What git says changed, as data. */
export interface Change {
  readonly kind: ChangeKind;
  /** What the head is compared with: HEAD or MERGE_HEAD for `staged`, else the merge base. `commit` is `undefined` before the first commit. */
  readonly base: { readonly ref: string; readonly commit: string | undefined };
  readonly head: { readonly ref: string; readonly commit: string | undefined };
  readonly files: readonly ChangedFile[];
  /** From the merge base to HEAD (to the head of a range), oldest first, merges included; none of what is staged. */
  readonly commits: readonly Commit[];
  readonly merging: boolean;
  /** Of a worktree: the same change as the index has it, where something is staged that is other on the disk. The next commit takes it. */
  readonly staged?: Change;
}

/** The files of a change and, once each, those that differ from the base only as they are staged. */
export function filesWithStaged({ files, staged }: Pick<Change, 'files' | 'staged'>): readonly ChangedFile[] {
  if (staged === undefined) return files;
  const known = new Set(files.map(({ path }) => path));
  return [...files, ...staged.files.filter(({ path }) => !known.has(path))];
}

/**
 * A snapshot of the repository on both sides of the change. Reading is memoized and bounded; what is over the bound comes back as `too-large`.
 * `base` is the change's base commit, `head` its head (index, worktree or commit).
 */
export interface RepositorySnapshot {
  /** Every path at that side, in git's order: at `head` of a worktree change with the untracked ones that git does not ignore. */
  paths(side: 'base' | 'head'): Promise<readonly string[]>;
  /**
   * Every path at that side that includes one of these fragments, whatever the case of ASCII letters, in git's order; cheaper than
   * `paths`. May give others too, as it gives all that are not ASCII.
   */
  pathsNamed(side: 'base' | 'head', fragments: readonly string[]): Promise<readonly string[]>;
  /**
   * The paths of the base with a line that one of these expressions matches (POSIX extended, over bytes), binary files among them;
   * `undefined` where that could not be found out: git took too long, or does not hold all contents. Files with the endings in `leftOut`
   * (`['md']`) may be left out: who asks has no use for them.
   */
  search(expressions: readonly string[], leftOut?: readonly string[]): Promise<readonly string[] | undefined>;
  /** A version for each path that exists at that side. */
  read(side: 'base' | 'head', paths: readonly string[]): Promise<ReadonlyMap<string, FileVersion>>;
  /** Texts of objects by id, for a file's history: blobs, and commits with their headers and message. */
  blobs(oids: readonly string[]): Promise<ReadonlyMap<string, FileVersion>>;
}

/** A change that was read, with the repository around it. */
export interface LoadedChange {
  readonly change: Change;
  readonly snapshot: RepositorySnapshot;
  /** Around `change.staged`. */
  readonly stagedSnapshot?: RepositorySnapshot;
  /**
   * Of a worktree, the ids that git gives to what lies on the disk, by path, where it does not say by itself whether it holds that: a file that was written
   * again with the same content is as it was.
   */
  readonly diskIds?: ReadonlyMap<string, readonly string[]>;
}
