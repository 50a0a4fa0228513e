import { placeOf } from './journal.js';
import { listOf, pathOf, placeIn, type Name } from './names.js';
import { Stop } from './outcome.js';
import { isSame, pieceAt, type Piece } from './piece.js';
import { readBlobs } from './git-objects.js';
import type { Transaction } from './transact.js';
import type { Item } from './unfinished.js';
import { git } from './work.js';

/** The files to write: as git checks them out of the operation's index, or byte for byte. */
export interface Coming {
  readonly checkout: readonly Name[];
  readonly raw: readonly Content[];
}

type Content = Item & { readonly piece: Piece };

/** Writes new content into folders of the operation, and returns where each file is. */
export async function writeBeside(
  transaction: Transaction,
  { checkout, raw }: Coming,
): Promise<ReadonlyMap<Name, Buffer>> {
  const { folder, index } = transaction;
  await checkOut(transaction, index, 'tree', checkout);
  await writeRaw(transaction, raw);
  return new Map([
    ...checkout.map((name) => [name, placeIn(`${folder}/tree`, name)] as const),
    ...raw.map(({ name }, number) => [name, placeOf(folder, 'raw', String(number))] as const),
  ]);
}

/** Files that are as git wants them, but not byte for byte as git would write them again (local line endings). */
export async function notReproducible(
  transaction: Transaction,
  index: string,
  clean: readonly Content[],
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

async function writeRaw({ work, folder }: Transaction, contents: readonly Content[]): Promise<void> {
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
