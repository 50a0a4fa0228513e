import { readHead } from './change-refs.js';
import { placeOf } from './journal.js';
import { keepSetAside, type SetAside } from './keep-set-aside.js';
import { isPiece, pieceAt } from './piece.js';
import { gitLine, type Work } from './work.js';

/**
 * Removes an operation whose journal is lost, as when the power failed: what it had set aside becomes backups, under numbers since the
 * names are lost with the journal, and git's index is unlocked. The working tree stays as it is. Returns the backups' refs.
 */
export async function clearTorn(work: Work, folder: string): Promise<readonly string[]> {
  const backups: string[] = [];
  const rounds = (await listFolder(work, `${folder}/rescued`)).map((round) => `${folder}/rescued/${round}`);
  for (const place of [`${folder}/old`, ...rounds]) {
    const ref = await keepAll(work, place);
    if (ref !== undefined) backups.push(ref);
  }
  await freeIndex(work, folder);
  await work.disk.removeAll(placeOf(folder));
  return backups;
}

async function keepAll(work: Work, folder: string): Promise<string | undefined> {
  const idLength = (await gitLine(work, ['hash-object', '-t', 'tree', '--stdin'], { input: '' })).length;
  const files: SetAside[] = [];
  for (const number of await listFolder(work, folder)) {
    const place = placeOf(folder, number);
    const piece = await pieceAt(work, place, idLength);
    if (isPiece(piece)) files.push({ name: `set-aside/${number}`, piece, place });
  }
  if (files.length === 0) return undefined;
  const why = 'what had been set aside when the computer stopped in the middle of a step';
  return keepSetAside(work, why, await readHead(work), files);
}

/** Git's lock is the operation's where it says what the operation's own mark says, also where both were lost. */
async function freeIndex(work: Work, folder: string): Promise<void> {
  const [mark, lock] = [placeOf(folder, 'lock'), placeOf(work.repository.gitDir, 'index.lock')];
  for (const place of [mark, lock]) if ((await work.disk.look(place)).kind !== 'file') return;
  if ((await work.disk.read(mark)).equals(await work.disk.read(lock))) await work.disk.remove(lock);
}

async function listFolder(work: Work, folder: string): Promise<readonly string[]> {
  if ((await work.disk.look(placeOf(folder))).kind !== 'folder') return [];
  return (await work.disk.list(placeOf(folder))).map((name) => name.toString('latin1'));
}
