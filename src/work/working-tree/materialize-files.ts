import { joinDiskPath, formatPathList, decodePath, resolveDiskPath, type BytePath } from '../git-store/byte-path.js';
import { OperationError } from '../operation-outcome.js';
import { isSameForGit, readRawBlob } from '../snapshot/raw-blob.js';
import { readBlobs } from '../git-store/git-objects.js';
import type { Transaction } from '../transaction/transact.js';
import type { ExistingFile } from '../snapshot/read-unfinished.js';
import { runGit } from '../work.js';

/** The files to write: as git checks them out of the operation's index, or byte for byte. */
export interface FilesToMaterialize {
  readonly checkout: readonly BytePath[];
  readonly raw: readonly ExistingFile[];
}

/** Writes new content into folders of the operation, and returns where each file is. */
export async function materializeFiles(
  transaction: Transaction,
  { checkout, raw }: FilesToMaterialize,
): Promise<ReadonlyMap<BytePath, Buffer>> {
  const { folder, index } = transaction;
  await checkOut(transaction, index, 'tree', checkout);
  await writeRaw(transaction, raw);
  return new Map([
    ...checkout.map((name) => [name, resolveDiskPath(`${folder}/tree`, name)] as const),
    ...raw.map(({ name }, number) => [name, joinDiskPath(folder, 'raw', String(number))] as const),
  ]);
}

/** Files that are as git wants them, but not byte for byte as git would write them again (local line endings). */
export async function findNotReproducible(
  transaction: Transaction,
  index: string,
  clean: readonly ExistingFile[],
): Promise<readonly BytePath[]> {
  const { work, folder, idLength } = transaction;
  const names = clean.map(({ name }) => name);
  await checkOut(transaction, index, 'here', names);
  const odd: BytePath[] = [];
  for (const { name, piece } of clean)
    if (!isSameForGit(piece, await readRawBlob(work, resolveDiskPath(`${folder}/here`, name), idLength)))
      odd.push(name);
  return odd;
}

/** Has git write files as it would into the working tree (line ends, filters, links) into a folder of the operation. */
async function checkOut(
  { work, folder }: Transaction,
  index: string,
  into: string,
  names: readonly BytePath[],
): Promise<void> {
  if (names.length === 0) return;
  const args = ['checkout-index', '-z', '--stdin', `--prefix=${folder}/${into}/`];
  await runGit(work, args, { index, input: formatPathList(names) });
}

/** Contents that are held at once, in bytes; of one file more. */
const mostHeld = 32 * 2 ** 20;

async function writeRaw({ work, folder }: Transaction, contents: readonly ExistingFile[]): Promise<void> {
  await work.disk.makeFolder(joinDiskPath(folder, 'raw'));
  const rest = [...contents.entries()];
  while (rest.length > 0) {
    let held = 0;
    const last = rest.findIndex(([, { piece }]) => (held += piece.bytes) >= mostHeld);
    const some = rest.splice(0, last < 0 ? rest.length : last + 1);
    const ids = some.map(([, { piece }]) => piece.id);
    const blobs = await readBlobs(work, ids);
    for (const [place, [number, { name, piece }]] of some.entries()) {
      const blob = blobs[place];
      if (!blob)
        throw new OperationError(
          'git',
          `What was kept of “${decodePath(name)}” cannot be read. Ask your engineering DRI for help.`,
        );
      const kind = piece.mode === '120000' ? 'link' : piece.mode === '100755' ? 'executable' : 'file';
      await work.disk.write(joinDiskPath(folder, 'raw', String(number)), blob, kind, piece.permissions);
    }
  }
}
