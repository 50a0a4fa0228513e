import { giveBranchId } from '../git-store/branch-ids.js';
import { commitTree, readBlobs } from '../git-store/git-objects.js';
import { keepObjects } from '../git-store/kept-objects.js';
import { decodePath, resolveDiskPath, summarizePaths, type BytePath } from '../git-store/byte-path.js';
import { OperationError } from '../operation-outcome.js';
import { selectExisting, type ExistingFile, type UnfinishedFile } from './read-unfinished.js';
import { runGitLine, type Work } from '../work.js';
import { slugify } from '../../text/slugify.js';
import type { RefChange } from '../git-store/branches.js';

/**
 * The unfinished work at one moment, saved as a commit on top of the commit it was based on. Its tree has `index` (the tree of what was
 * staged), `work` (raw contents by number) and `manifest.json` (which number has which path, what was gone, and why it was saved). The
 * members of this type, of its items and of their contents are the format of the manifest: backups of older versions have the same.
 */
export interface WorkSnapshot {
  /** The commit it is kept in. */
  readonly commit: string;
  readonly why: string;
  /** ISO 8601. */
  readonly at: string;
  readonly branch: string | undefined;
  /** The branch's id, by which it is known when it is renamed. Older versions had none. */
  readonly branchId?: string | undefined;
  readonly head: string | undefined;
  readonly indexTree: string;
  readonly items: readonly UnfinishedFile[];
  readonly announced: readonly BytePath[];
  /** The paths that were discarded; `undefined`: all of it. */
  readonly discarded: readonly BytePath[] | undefined;
}

type Manifest = Omit<WorkSnapshot, 'commit'>;
type SnapshotContent = Omit<Manifest, 'branchId'>;

/**
 * Writes a snapshot, proven to be whole and to be read again, and kept until the operation in `folder` ends; no ref names it yet. Ends the
 * operation where a file was changed since it was looked at, or has a name that no snapshot gives back. `stored`: git has the contents already.
 */
export async function writeWorkSnapshot(
  work: Work,
  folder: string,
  content: SnapshotContent,
  placeOf: ((name: BytePath) => Buffer) | 'stored' = (name) => resolveDiskPath(work.repository.root, name),
): Promise<WorkSnapshot> {
  const { branch } = content;
  const manifest = { ...content, branchId: branch === undefined ? undefined : await giveBranchId(work, branch) };
  const contents = selectExisting(manifest.items);
  if (placeOf !== 'stored') await writeContents(work, contents, placeOf);
  const entries = contents.map(({ piece }, number) => `100644 blob ${piece.id}\t${number}\n`);
  const kept = await runGitLine(work, ['mktree'], { input: entries.join('') });
  const list = await runGitLine(work, ['hash-object', '-w', '--stdin'], { input: JSON.stringify(manifest) });
  const top = `040000 tree ${manifest.indexTree}\tindex\n100644 blob ${list}\tmanifest.json\n040000 tree ${kept}\twork\n`;
  const tree = await runGitLine(work, ['mktree', '--missing'], { input: top });
  const commit = await commitTree(work, {
    tree,
    parents: manifest.head === undefined ? [] : [manifest.head],
    message: `PM Zone: ${manifest.why}\n\nUnfinished work that is kept here, to be brought back by PM Zone.\n`,
    byUsAt: manifest.at,
  });
  if ((await readWorkSnapshots(work, [commit])).length === 0) throw cannotBeKept(manifest);
  await keepObjects(work, folder, [commit], { branch, commit: manifest.head });
  return { ...manifest, commit };
}

/** Reads snapshots by their commits; one that is none is left out. */
export async function readWorkSnapshots(work: Work, commits: readonly string[]): Promise<readonly WorkSnapshot[]> {
  const names = commits.map((commit) => `${commit}:manifest.json`);
  const texts = await readBlobs(work, names);
  return commits.flatMap((commit, number) => {
    const manifest = parseManifest(texts[number]);
    return manifest ? [{ ...manifest, commit }] : [];
  });
}

function cannotBeKept({ items }: Manifest): OperationError {
  const names = items.filter((item) => !isPlainItem(item)).map(({ name }) => name);
  const sentence =
    names.length === 0
      ? 'What is unfinished here could not be kept safe, so nothing was changed. Ask your engineering DRI for help.'
      : `${summarizePaths(names)} cannot be kept safe, since “.git” in any spelling is a name of git’s own. Move it out of this folder, or give it another name, then try again.`;
  return new OperationError('in-the-way', sentence, names.map(decodePath));
}

async function writeContents(
  work: Work,
  contents: readonly ExistingFile[],
  placeOf: (name: BytePath) => Buffer,
): Promise<void> {
  const files = contents.filter(({ piece }) => piece.mode !== '120000');
  const links = contents.filter(({ piece }) => piece.mode === '120000');
  const places = files.map(({ name }) => quoted(placeOf(name).toString('latin1')));
  const ids: string[] = [];
  if (files.length > 0) {
    const input = Buffer.from(`${places.join('\n')}\n`, 'latin1');
    const hashed = await runGitLine(work, ['hash-object', '-w', '--no-filters', '--stdin-paths'], { input });
    ids.push(...hashed.split('\n'));
  }
  for (const { name } of links)
    ids.push(await runGitLine(work, ['hash-object', '-w', '--stdin'], { input: await work.disk.read(placeOf(name)) }));
  for (const [number, { name, piece }] of [...files, ...links].entries()) {
    if (ids[number] === piece.id) continue;
    throw new OperationError(
      'changed-meanwhile',
      `“${decodePath(name)}” was changed while it was being kept safe. Nothing was done; save your files, then try again.`,
      [decodePath(name)],
    );
  }
}

/** A path as git reads it from a list of lines. */
function quoted(place: string): string {
  if (!/["\n\r\\]/.test(place)) return place;
  // Git takes a carriage return at the end of a line for the end of the line.
  return `"${place.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`;
}

/** A commit that somebody else put under our refs is no snapshot. */
function parseManifest(text: Buffer | undefined): Manifest | undefined {
  try {
    const manifest = JSON.parse(text?.toString('utf8') ?? '') as Manifest;
    const whole =
      typeof manifest.why === 'string' &&
      typeof manifest.at === 'string' &&
      /^[0-9a-f]{40,64}$/.test(manifest.indexTree) &&
      Array.isArray(manifest.items) &&
      Array.isArray(manifest.announced) &&
      manifest.items.every(isPlainItem);
    return whole ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** A snapshot that was fetched from elsewhere must not write outside the working tree. */
function isPlainItem({ name, piece }: UnfinishedFile): boolean {
  return (
    typeof name === 'string' &&
    name.split('/').every((part) => part !== '' && !/^\.{1,2}$|^\.git$|\0/i.test(part)) &&
    (piece === undefined ||
      (/^[0-9a-f]{40,64}$/.test(piece.id) &&
        ['100644', '100755', '120000'].includes(piece.mode) &&
        (piece.permissions === undefined || (piece.permissions & 0o777) === piece.permissions)))
  );
}

/** Where backups are: outside what git pushes or fetches by itself. */
export const backupPrefix = 'refs/pm-zone/backups/';
/** Where parked work is, under the name of its branch. */
export const parkedPrefix = 'refs/pm-zone/parked/';

/** The ref of a new backup: the moment, the branch, and the commit so that no two are the same. */
export function createBackupRef({ at, branch, commit }: WorkSnapshot): RefChange {
  const time = at.replace(/[-:]|\.\d+/g, '');
  const name = `${backupPrefix}${time}-${slugify(branch ?? 'no branch')}-${commit.slice(0, 8)}`;
  return { name, before: undefined, after: commit };
}
