import { readHead } from '../git-store/update-refs.js';
import { joinDiskPath } from './journal.js';
import { saveDisplacedFiles, type DisplacedFile } from '../snapshot/save-displaced-files.js';
import { isRawBlob, readRawBlob } from '../working-tree/raw-blob.js';
import { runGitLine, type Work } from '../work.js';

/**
 * Removes an operation whose journal is lost, as when the power failed: what it had set aside becomes backups, under numbers since the
 * names are lost with the journal, and git's index is unlocked. The working tree stays as it is. Returns the backups' refs.
 */
export async function clearTornOperation(work: Work, folder: string): Promise<readonly string[]> {
  const backups: string[] = [];
  const rounds = (await listFolder(work, `${folder}/rescued`)).map((round) => `${folder}/rescued/${round}`);
  for (const place of [`${folder}/old`, ...rounds]) {
    const ref = await keepAll(work, place);
    if (ref !== undefined) backups.push(ref);
  }
  await freeIndex(work, folder);
  await work.disk.removeAll(joinDiskPath(folder));
  return backups;
}

async function keepAll(work: Work, folder: string): Promise<string | undefined> {
  const idLength = (await runGitLine(work, ['hash-object', '-t', 'tree', '--stdin'], { input: '' })).length;
  const files: DisplacedFile[] = [];
  for (const number of await listFolder(work, folder)) {
    const place = joinDiskPath(folder, number);
    const piece = await readRawBlob(work, place, idLength);
    if (isRawBlob(piece)) files.push({ name: `set-aside/${number}`, piece, diskPath: place });
  }
  if (files.length === 0) return undefined;
  const why = 'what had been set aside when the computer stopped in the middle of a step';
  return saveDisplacedFiles(work, why, await readHead(work), files);
}

/** Git's lock is the operation's where it says what the operation's own mark says, also where both were lost. */
async function freeIndex(work: Work, folder: string): Promise<void> {
  const [mark, lock] = [joinDiskPath(folder, 'lock'), joinDiskPath(work.repository.gitDir, 'index.lock')];
  for (const place of [mark, lock]) if ((await work.disk.stat(place)).kind !== 'file') return;
  if ((await work.disk.read(mark)).equals(await work.disk.read(lock))) await work.disk.remove(lock);
}

async function listFolder(work: Work, folder: string): Promise<readonly string[]> {
  if ((await work.disk.stat(joinDiskPath(folder))).kind !== 'folder') return [];
  return (await work.disk.list(joinDiskPath(folder))).map((name) => name.toString('latin1'));
}
