import { type Journal, type FileSwap } from './journal.js';
import { joinDiskPath, ancestorFolders, decodePath, resolveDiskPath, type BytePath } from '../git-store/byte-path.js';
import { OperationError } from '../operation-outcome.js';
import { isRawBlob, isSameBlob, findObstacle, readRawBlob } from '../snapshot/raw-blob.js';
import { listFolder, type Work } from '../work.js';

/** An operation's folder and what is written in its journal. */
export interface OperationRecord {
  readonly folder: string;
  readonly journal: Journal;
}

/**
 * Exchanges the files of the journal's steps: first all that goes is moved aside, then all that comes is moved in. Whatever is not as
 * it was when the steps were made ends the operation; nothing is ever written over.
 */
export async function swapFiles(work: Work, { folder, journal }: OperationRecord): Promise<void> {
  for (const [number, step] of journal.steps.entries()) {
    if (!step.from) continue;
    const aside = joinDiskPath(folder, 'old', String(number));
    await work.disk.move(placeOfStep(work, step), aside);
    if (!isSameBlob(step.from, await readRawBlob(work, aside, journal.idLength))) {
      throw new OperationError(
        'changed-meanwhile',
        `“${decodePath(step.name)}” was changed while this was under way. Everything was put back; save your files, then try again.`,
        [decodePath(step.name)],
      );
    }
    await pruneAbove(work, step);
  }
  for (const [number, step] of journal.steps.entries()) {
    if (!step.to) continue;
    const place = placeOfStep(work, step);
    await prepareTarget(work, step);
    await work.disk.move(joinDiskPath(folder, 'new', String(number)), place);
  }
}

/**
 * Undoes `swapFiles`, wherever it or an earlier `revertSwap` ended. What is in the way and not from the operation, such as a file
 * saved since, is moved to `rescued/ROUND/N`, a round for each time this is tried.
 */
export async function revertSwap(work: Work, { folder, journal }: OperationRecord): Promise<void> {
  const rescued = `${folder}/rescued`;
  const round = `${rescued}/${(await listFolder(work, rescued)).length}`;
  const rescue = async (number: number, place: Buffer): Promise<void> => {
    await work.disk.makeFolder(joinDiskPath(round));
    await work.disk.move(place, joinDiskPath(round, String(number)));
  };
  const standsAt = async (step: FileSwap) =>
    step.area === 'tree' && (await findObstacle(work, step.name)) !== undefined
      ? 'missing'
      : readRawBlob(work, placeOfStep(work, step), journal.idLength);
  for (const [number, step] of journal.steps.entries()) {
    // Not moved in yet, or put back before.
    if (!step.to || (await isThere(work, joinDiskPath(folder, 'new', String(number))))) continue;
    if (step.from && !(await isThere(work, joinDiskPath(folder, 'old', String(number))))) continue;
    const place = placeOfStep(work, step);
    const found = await standsAt(step);
    if (!isRawBlob(found)) continue;
    if (isSameBlob(step.to, found)) await work.disk.remove(place);
    else await rescue(number, place);
    await pruneAbove(work, step);
  }
  for (const [number, step] of journal.steps.entries()) {
    const aside = joinDiskPath(folder, 'old', String(number));
    if (!step.from || !(await isThere(work, aside))) continue;
    const place = placeOfStep(work, step);
    const found = await standsAt(step);
    // Half moved to another disk: the whole one is still there.
    if (isSameBlob(step.from, found)) continue;
    if (isRawBlob(found)) await rescue(number, place);
    await prepareTarget(work, step);
    await work.disk.move(aside, place);
  }
}

async function isThere(work: Work, place: Buffer): Promise<boolean> {
  return (await work.disk.stat(place)).kind !== 'missing';
}

function placeOfStep(work: Work, { area, name }: Pick<FileSwap, 'area' | 'name'>): Buffer {
  const { root, gitDir } = work.repository;
  return resolveDiskPath(area === 'tree' ? root : gitDir, name);
}

/** Removes the folders above that are empty now, as git does. */
async function pruneAbove(work: Work, { area, name }: FileSwap): Promise<void> {
  if (area === 'git') return;
  for (const folder of [...ancestorFolders(name)].reverse())
    if (!(await work.disk.removeFolder(resolveDiskPath(work.repository.root, folder)))) return;
}

/** Makes the folders above; a folder at the very place goes where it is empty. */
async function prepareTarget(work: Work, { area, name }: FileSwap): Promise<void> {
  if (area === 'git') return;
  const obstacle = await findObstacle(work, name);
  if (obstacle !== undefined) throw inTheWay(obstacle);
  const above = ancestorFolders(name).at(-1);
  if (above !== undefined && !(await isThere(work, resolveDiskPath(work.repository.root, above))))
    await work.disk.makeFolder(resolveDiskPath(work.repository.root, above));
  const place = resolveDiskPath(work.repository.root, name);
  const { kind } = await work.disk.stat(place);
  if (kind === 'missing' || (kind === 'folder' && (await work.disk.removeFolder(place)))) return;
  throw inTheWay(name);
}

function inTheWay(name: BytePath): OperationError {
  return new OperationError(
    'in-the-way',
    `“${decodePath(name)}” is in the way: git does not look after it, and a file of the same name has to go there. Move it elsewhere, then try again.`,
    [decodePath(name)],
  );
}
