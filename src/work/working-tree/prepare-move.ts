import { readIndex, updateIndex, type IndexChange, type IndexEntry } from '../git-store/index-entries.js';
import { joinDiskPath, decodePath, type BytePath } from '../git-store/byte-path.js';
import type { FileSwap } from '../transaction/journal.js';
import { buildSteps, type SwapDraft } from './build-steps.js';
import { OperationError } from '../operation-outcome.js';
import { isRawBlob, isSameBlob, findObstacle, readWorkingFile } from '../snapshot/raw-blob.js';
import type { Transaction } from '../transaction/transact.js';
import {
  selectExisting,
  readUnfinishedFile,
  type ExistingFile,
  type UnfinishedFile,
} from '../snapshot/read-unfinished.js';
import { runGit } from '../work.js';
import { findNotReproducible, materializeFiles } from './materialize-files.js';

/** What index and working tree are to be: a tree, and files that differ from it, whose contents git holds. */
export interface TargetState {
  readonly tree: string;
  readonly items: Iterable<UnfinishedFile>;
  readonly announced?: readonly BytePath[];
  /** The stages of paths that stay in conflict. */
  readonly conflicts?: readonly IndexChange[];
  /** Files in git's own folder: their new content, or that they go. */
  readonly gitFiles?: ReadonlyMap<BytePath, string | undefined>;
}

/** A move that is ready: all new content is written beside, the working tree is untouched yet. */
export interface PreparedMove {
  readonly steps: readonly FileSwap[];
  /** All that must be backed up before: what is unfinished, and what else the move would remove that no commit has. */
  readonly items: ReadonlyMap<BytePath, UnfinishedFile>;
  /** Folders of submodules, which are made and left empty. */
  readonly folders: readonly BytePath[];
  readonly announced: readonly BytePath[];
}

/** Prepares the move from the current state to `target`, and makes the operation's index that of the target. */
export async function prepareMove(transaction: Transaction, target: TargetState): Promise<PreparedMove> {
  const { work, folder, index, unfinished, idLength } = transaction;
  const here = `${folder}/index.here`;
  await work.disk.copy(joinDiskPath(index), joinDiskPath(here));
  await runGit(work, ['read-tree', '--reset', '-i', target.tree], { index });
  await updateIndex(work, index, target.conflicts ?? [], idLength);
  const before = unfinished.entries;
  const { entries: after } = await readIndex(work, index);
  const wanted = new Map([...target.items].map((item) => [item.name, item]));
  const names = new Set([...differing(before, after), ...unfinished.items.keys(), ...wanted.keys()]);
  const folders = submodules(names, before, after);
  const checkout = [...names].filter((name) => !wanted.has(name) && after.get(name)?.tracking === 'watched');
  const differs = ({ name, piece }: UnfinishedFile) => !isSameBlob(piece, unfinished.items.get(name)?.piece);
  const raw = selectExisting([...wanted.values()].filter(differs));
  const places = await materializeFiles(transaction, { checkout, raw });
  const items = new Map(unfinished.items);
  const drafts: SwapDraft[] = [];
  const clean: ExistingFile[] = [];
  for (const name of names) {
    const made = places.get(name);
    const item = unfinished.items.get(name);
    const kept = item !== undefined && isSameBlob(item.piece, wanted.get(name)?.piece);
    if (kept || (item && !item.piece && !made)) continue;
    const found = item ? item.piece : await readWorkingFile(work, name, idLength);
    const from = isRawBlob(found) ? found : undefined;
    const entry = before.get(name);
    if (!item && from && entry === undefined && made) items.set(name, await readUnfinishedFile(work, name, idLength));
    if (!item && from && entry !== undefined && from.id !== entry.oid) clean.push({ name, piece: from });
    // What git ignores stays where nothing comes.
    if (item || entry || made) {
      const permissions = wanted.get(name)?.piece?.permissions === undefined ? from?.permissions : undefined;
      drafts.push({ area: 'tree', name, from, written: made, permissions });
    }
    const obstacle = made && (await findObstacle(work, name));
    if (obstacle === undefined || names.has(obstacle) || items.has(obstacle)) continue;
    const blocking = await readUnfinishedFile(work, obstacle, idLength);
    items.set(obstacle, blocking);
    drafts.push({ area: 'tree', name: obstacle, from: blocking.piece, written: undefined, permissions: undefined });
  }
  for (const name of await findNotReproducible(transaction, here, clean))
    items.set(name, await readUnfinishedFile(work, name, idLength));
  const steps = await buildSteps(transaction, drafts, target.gitFiles ?? new Map());
  return { steps, items, folders, announced: target.announced ?? [] };
}

function differing(
  before: ReadonlyMap<BytePath, IndexEntry>,
  after: ReadonlyMap<BytePath, IndexEntry>,
): readonly BytePath[] {
  const changed = [...after.values()].filter(({ name, oid, mode }) => {
    const old = before.get(name);
    return old?.oid !== oid || old.mode !== mode;
  });
  return [...changed, ...[...before.values()].filter(({ name }) => !after.has(name))].map(({ name }) => name);
}

/** Removes submodules from the names, since they are left alone; returns the new ones. */
function submodules(
  names: Set<BytePath>,
  before: ReadonlyMap<BytePath, IndexEntry>,
  after: ReadonlyMap<BytePath, IndexEntry>,
): readonly BytePath[] {
  const fresh: BytePath[] = [];
  for (const name of names) {
    const modes = [before.get(name)?.mode, after.get(name)?.mode];
    if (!modes.includes('160000')) continue;
    if (modes.some((mode) => mode !== undefined && mode !== '160000')) {
      throw new OperationError(
        'in-the-way',
        `“${decodePath(name)}” is another repository inside this one on one side and a file on the other. Ask your engineering DRI to take this step with you.`,
        [decodePath(name)],
      );
    }
    names.delete(name);
    if (modes[0] === undefined) fresh.push(name);
  }
  return fresh;
}
