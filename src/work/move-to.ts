import { readIndex, writeIndex, type IndexChange, type IndexEntry } from './index-entries.js';
import { placeOf, type Step } from './journal.js';
import { listOf, pathOf, placeIn, type Name } from './names.js';
import { Stop } from './outcome.js';
import { isPiece, isSame, obstacleAbove, pieceAt, pieceInTree, type Piece } from './piece.js';
import { readBlobs } from './snapshot.js';
import { swapFiles } from './swap-files.js';
import type { Transaction } from './transact.js';
import { contentsOf, readItem, type Item } from './unfinished.js';
import { git } from './work.js';

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

/** A move that is ready: all that comes is written beside, nothing of hers is touched yet. */
export interface Move {
  readonly steps: readonly Step[];
  /** All that must be in a backup before: what is unfinished, and what else the move would take away that no commit has. */
  readonly items: ReadonlyMap<Name, Item>;
  /** Folders of submodules, which are made and left empty. */
  readonly folders: readonly Name[];
  readonly announced: readonly Name[];
}

interface Draft {
  readonly area: 'tree' | 'git';
  readonly name: Name;
  readonly from: Piece | undefined;
  /** Where what comes is written, if anything does. */
  readonly made: Buffer | undefined;
}

/** Prepares the way from here to `target`, and makes the operation's index that of the target. */
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
  await checkOut(transaction, index, 'tree', checkout);
  const raw = contentsOf([...wanted.values()]).filter(
    ({ name, piece }) => !isSame(piece, unfinished.items.get(name)?.piece),
  );
  await writeRaw(transaction, raw);
  const places = new Map([
    ...checkout.map((name) => [name, placeIn(`${folder}/tree`, name)] as const),
    ...raw.map(({ name }, number) => [name, placeOf(folder, 'raw', String(number))] as const),
  ]);
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
  drafts.push(...(await ownFiles(transaction, target)));
  return { steps: await numbered(transaction, drafts), items, folders, announced: target.announced ?? [] };
}

/** Carries out a prepared move, once a backup of its `items` stands or nothing of them is lost. */
export async function carryOut(transaction: Transaction, { steps, folders, announced }: Move): Promise<void> {
  const { work, folder, index, note, journal } = transaction;
  await note({ steps });
  await swapFiles(work, { folder, journal: journal() });
  for (const name of folders) await work.disk.makeFolder(placeIn(work.repository.root, name));
  if (announced.length === 0) return;
  const args = ['add', '--intent-to-add', '--force', '--pathspec-from-file=-', '--pathspec-file-nul'];
  await git(work, args, { index, input: listOf(announced) });
}

function differing(before: ReadonlyMap<Name, IndexEntry>, after: ReadonlyMap<Name, IndexEntry>): readonly Name[] {
  const changed = [...after.values()].filter(({ name, oid, mode }) => {
    const old = before.get(name);
    return old?.oid !== oid || old.mode !== mode;
  });
  return [...changed, ...[...before.values()].filter(({ name }) => !after.has(name))].map(({ name }) => name);
}

/** Takes submodules out of the names, since they are left alone; gives those that are new. */
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

/** Has git write files as it would into the working tree (line ends, filters, links) into a folder of the operation. */
async function checkOut(
  { work, folder }: Transaction,
  index: string,
  into: string,
  names: readonly Name[],
): Promise<void> {
  if (names.length === 0) return;
  await git(work, ['checkout-index', '-z', '--stdin', `--prefix=${folder}/${into}/`], { index, input: listOf(names) });
}

/** Contents that are held at once, in bytes; of one file more. */
const mostHeld = 32 * 2 ** 20;

async function writeRaw(
  { work, folder }: Transaction,
  contents: readonly (Item & { readonly piece: Piece })[],
): Promise<void> {
  await work.disk.makeFolder(placeOf(folder, 'raw'));
  const rest = [...contents.entries()];
  while (rest.length > 0) {
    let held = 0;
    const last = rest.findIndex(([, { piece }]) => (held += piece.bytes) >= mostHeld);
    const some = rest.splice(0, last < 0 ? rest.length : last + 1);
    const blobs = await readBlobs(
      work,
      some.map(([, { piece }]) => piece.id),
    );
    for (const [place, [number, { name, piece }]] of some.entries()) {
      const blob = blobs[place];
      if (!blob) throw new Stop('git', `What was kept of "${pathOf(name)}" cannot be read. Ask engineering for help.`);
      const kind = piece.mode === '120000' ? 'link' : piece.mode === '100755' ? 'executable' : 'file';
      await work.disk.write(placeOf(folder, 'raw', String(number)), blob, kind);
    }
  }
}

/** Files that are as git wants them, but not byte for byte as git would write them again (line ends of her own). */
async function notReproducible(
  transaction: Transaction,
  index: string,
  clean: readonly { readonly name: Name; readonly piece: Piece }[],
): Promise<readonly Name[]> {
  const { work, folder, idLength } = transaction;
  const into = 'here';
  await checkOut(
    transaction,
    index,
    into,
    clean.map(({ name }) => name),
  );
  const odd: Name[] = [];
  for (const { name, piece } of clean)
    if (!isSame(piece, await pieceAt(work, placeIn(`${folder}/${into}`, name), idLength))) odd.push(name);
  return odd;
}

async function ownFiles(
  { work, folder, idLength }: Transaction,
  { own = new Map() }: Target,
): Promise<readonly Draft[]> {
  const drafts: Draft[] = [];
  for (const [name, content] of own) {
    const found = await pieceAt(work, placeOf(work.repository.gitDir, name), idLength);
    const beside = placeOf(folder, `own-${name}`);
    if (content !== undefined) await work.disk.write(beside, Buffer.from(content), 'file');
    const made = content === undefined ? undefined : beside;
    drafts.push({ area: 'git', name, from: isPiece(found) ? found : undefined, made });
  }
  return drafts;
}

/** Leaves out what stays the same, and gives what comes its number. */
async function numbered({ work, folder, idLength }: Transaction, drafts: readonly Draft[]): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const { area, name, from, made } of drafts) {
    const to = made && (await pieceAt(work, made, idLength));
    // Never to be taken for a file that goes.
    if (to !== undefined && !isPiece(to)) throw unwritten(name);
    if (to ? isSame(to, from) : from === undefined) continue;
    if (made) await work.disk.move(made, placeOf(folder, 'new', String(steps.length)));
    steps.push({ area, name, from, to });
  }
  return steps;
}

function unwritten(name: Name): Stop {
  return new Stop('git', `Git did not give "${pathOf(name)}". Everything is as it was; ask engineering for help.`);
}
