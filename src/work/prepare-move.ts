import { readIndex, writeIndex, type IndexChange, type IndexEntry } from './index-entries.js';
import { placeOf, type Step } from './journal.js';
import { stepsOf, type Draft } from './move-steps.js';
import { pathOf, type Name } from './names.js';
import { Stop } from './outcome.js';
import { isPiece, isSame, obstacleAbove, pieceInTree, type Piece } from './piece.js';
import type { Transaction } from './transact.js';
import { contentsOf, readItem, type Item } from './unfinished.js';
import { git } from './work.js';
import { notReproducible, writeBeside } from './write-beside.js';

/** What index and working tree are to be: a tree, and files that differ from it, whose contents git holds. */
export interface Target {
  readonly tree: string;
  readonly items: Iterable<Item>;
  readonly announced?: readonly Name[];
  /** The stages of paths that stay in conflict. */
  readonly conflicts?: readonly IndexChange[];
  /** Files in git's own folder: their new content, or that they go. */
  readonly own?: ReadonlyMap<Name, string | undefined>;
}

/** A move that is ready: all new content is written beside, the working tree is untouched yet. */
export interface Move {
  readonly steps: readonly Step[];
  /** All that must be backed up before: what is unfinished, and what else the move would remove that no commit has. */
  readonly items: ReadonlyMap<Name, Item>;
  /** Folders of submodules, which are made and left empty. */
  readonly folders: readonly Name[];
  readonly announced: readonly Name[];
}

/** Prepares the move from the current state to `target`, and makes the operation's index that of the target. */
export async function prepareMove(transaction: Transaction, target: Target): Promise<Move> {
  const { work, folder, index, unfinished, idLength } = transaction;
  const here = `${folder}/index.here`;
  await work.disk.copy(placeOf(index), placeOf(here));
  await git(work, ['read-tree', '--reset', '-i', target.tree], { index });
  await writeIndex(work, index, target.conflicts ?? [], idLength);
  const before = unfinished.entries;
  const { entries: after } = await readIndex(work, index);
  const wanted = new Map([...target.items].map((item) => [item.name, item]));
  const names = new Set([...differing(before, after), ...unfinished.items.keys(), ...wanted.keys()]);
  const folders = submodules(names, before, after);
  const checkout = [...names].filter((name) => !wanted.has(name) && after.get(name)?.watch === 'watched');
  const differs = ({ name, piece }: Item) => !isSame(piece, unfinished.items.get(name)?.piece);
  const raw = contentsOf([...wanted.values()].filter(differs));
  const places = await writeBeside(transaction, { checkout, raw });
  const items = new Map(unfinished.items);
  const drafts: Draft[] = [];
  const clean: { readonly name: Name; readonly piece: Piece }[] = [];
  for (const name of names) {
    const made = places.get(name);
    const item = unfinished.items.get(name);
    const kept = item !== undefined && isSame(item.piece, wanted.get(name)?.piece);
    if (kept || (item && !item.piece && !made)) continue;
    const found = item ? item.piece : await pieceInTree(work, name, idLength);
    const from = isPiece(found) ? found : undefined;
    const entry = before.get(name);
    if (!item && from && entry === undefined && made) items.set(name, await readItem(work, name, idLength));
    if (!item && from && entry !== undefined && from.id !== entry.oid) clean.push({ name, piece: from });
    // What git ignores stays where nothing comes.
    if (item || entry || made) drafts.push({ area: 'tree', name, from, made });
    const obstacle = made && (await obstacleAbove(work, name));
    if (obstacle === undefined || names.has(obstacle) || items.has(obstacle)) continue;
    const blocking = await readItem(work, obstacle, idLength);
    items.set(obstacle, blocking);
    drafts.push({ area: 'tree', name: obstacle, from: blocking.piece, made: undefined });
  }
  for (const name of await notReproducible(transaction, here, clean))
    items.set(name, await readItem(work, name, idLength));
  const steps = await stepsOf(transaction, drafts, target.own ?? new Map());
  return { steps, items, folders, announced: target.announced ?? [] };
}

function differing(before: ReadonlyMap<Name, IndexEntry>, after: ReadonlyMap<Name, IndexEntry>): readonly Name[] {
  const changed = [...after.values()].filter(({ name, oid, mode }) => {
    const old = before.get(name);
    return old?.oid !== oid || old.mode !== mode;
  });
  return [...changed, ...[...before.values()].filter(({ name }) => !after.has(name))].map(({ name }) => name);
}

/** Removes submodules from the names, since they are left alone; returns the new ones. */
function submodules(
  names: Set<Name>,
  before: ReadonlyMap<Name, IndexEntry>,
  after: ReadonlyMap<Name, IndexEntry>,
): readonly Name[] {
  const fresh: Name[] = [];
  for (const name of names) {
    const modes = [before.get(name)?.mode, after.get(name)?.mode];
    if (!modes.includes('160000')) continue;
    if (modes.some((mode) => mode !== undefined && mode !== '160000')) {
      throw new Stop(
        'in-the-way',
        `"${pathOf(name)}" is another repository inside this one on one side and a file on the other. Ask engineering to take this step with you.`,
        [pathOf(name)],
      );
    }
    names.delete(name);
    if (modes[0] === undefined) fresh.push(name);
  }
  return fresh;
}
