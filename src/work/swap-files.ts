import type { Journal, Step } from './journal.js';
import { placeOf } from './journal.js';
import { foldersAbove, pathOf, placeIn, type Name } from './names.js';
import { Stop } from './outcome.js';
import { isPiece, isSame, obstacleAbove, pieceAt } from './piece.js';
import type { Work } from './work.js';

/** An operation's folder and what is written in its journal. */
export interface Swap {
  readonly folder: string;
  readonly journal: Journal;
}

/**
 * Exchanges the files of the journal's steps: first all that goes is moved aside, then all that comes is moved in. Whatever is not as
 * it was when the steps were made ends the operation; nothing is ever written over.
 */
export async function swapFiles(work: Work, { folder, journal }: Swap): Promise<void> {
  for (const [number, step] of journal.steps.entries()) {
    if (!step.from) continue;
    const aside = placeOf(folder, 'old', String(number));
    await work.disk.move(placeOfStep(work, step), aside);
    if (!isSame(step.from, await pieceAt(work, aside, journal.idLength))) {
      throw new Stop(
        'changed-meanwhile',
        `"${pathOf(step.name)}" was changed while this was under way. Everything was put back; save your files, then try again.`,
        [pathOf(step.name)],
      );
    }
    await pruneAbove(work, step);
  }
  for (const [number, step] of journal.steps.entries()) {
    if (!step.to) continue;
    const place = placeOfStep(work, step);
    await prepareTarget(work, step);
    await work.disk.move(placeOf(folder, 'new', String(number)), place);
  }
}

/**
 * Undoes `swapFiles`, wherever it or an earlier `swapBack` ended. What is in the way and not from the operation, such as a file
 * saved since, is moved to `rescued/ROUND/N`, a round for each time this is tried.
 */
export async function swapBack(work: Work, { folder, journal }: Swap): Promise<void> {
  const rescued = `${folder}/rescued`;
  const rounds = (await isThere(work, placeOf(rescued))) ? await work.disk.list(placeOf(rescued)) : [];
  const round = `${rescued}/${rounds.length}`;
  const rescue = async (number: number, place: Buffer): Promise<void> => {
    await work.disk.makeFolder(placeOf(round));
    await work.disk.move(place, placeOf(round, String(number)));
  };
  const standsAt = async (step: Step) =>
    step.area === 'tree' && (await obstacleAbove(work, step.name)) !== undefined
      ? 'missing'
      : pieceAt(work, placeOfStep(work, step), journal.idLength);
  for (const [number, step] of journal.steps.entries()) {
    // Not moved in yet, or put back before.
    if (!step.to || (await isThere(work, placeOf(folder, 'new', String(number))))) continue;
    if (step.from && !(await isThere(work, placeOf(folder, 'old', String(number))))) continue;
    const place = placeOfStep(work, step);
    const found = await standsAt(step);
    if (!isPiece(found)) continue;
    if (isSame(step.to, found)) await work.disk.remove(place);
    else await rescue(number, place);
    await pruneAbove(work, step);
  }
  for (const [number, step] of journal.steps.entries()) {
    const aside = placeOf(folder, 'old', String(number));
    if (!step.from || !(await isThere(work, aside))) continue;
    const place = placeOfStep(work, step);
    const found = await standsAt(step);
    // Half moved to another disk: the whole one is still there.
    if (isSame(step.from, found)) continue;
    if (isPiece(found)) await rescue(number, place);
    await prepareTarget(work, step);
    await work.disk.move(aside, place);
  }
}

async function isThere(work: Work, place: Buffer): Promise<boolean> {
  return (await work.disk.look(place)).kind !== 'missing';
}

function placeOfStep(work: Work, { area, name }: Pick<Step, 'area' | 'name'>): Buffer {
  const { root, gitDir } = work.repository;
  return placeIn(area === 'tree' ? root : gitDir, name);
}

/** Removes the folders above that are empty now, as git does. */
async function pruneAbove(work: Work, { area, name }: Step): Promise<void> {
  if (area === 'git') return;
  for (const folder of [...foldersAbove(name)].reverse())
    if (!(await work.disk.removeFolder(placeIn(work.repository.root, folder)))) return;
}

/** Makes the folders above; a folder at the very place goes where it is empty. */
async function prepareTarget(work: Work, { area, name }: Step): Promise<void> {
  if (area === 'git') return;
  const obstacle = await obstacleAbove(work, name);
  if (obstacle !== undefined) throw inTheWay(obstacle);
  const above = foldersAbove(name).at(-1);
  if (above !== undefined && !(await isThere(work, placeIn(work.repository.root, above))))
    await work.disk.makeFolder(placeIn(work.repository.root, above));
  const place = placeIn(work.repository.root, name);
  const { kind } = await work.disk.look(place);
  if (kind === 'missing' || (kind === 'folder' && (await work.disk.removeFolder(place)))) return;
  throw inTheWay(name);
}

function inTheWay(name: Name): Stop {
  return new Stop(
    'in-the-way',
    `"${pathOf(name)}" is in the way: git does not look after it, and a file of the same name has to go there. Move it elsewhere, then try again.`,
    [pathOf(name)],
  );
}
