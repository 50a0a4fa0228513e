import { joinDiskPath, decodePath, type BytePath } from '../git-store/byte-path.js';
import type { FileSwap } from '../transaction/journal.js';
import { OperationError } from '../operation-outcome.js';
import { isRawBlob, isSameBlob, readRawBlob, type RawBlob } from '../snapshot/raw-blob.js';
import type { Transaction } from '../transaction/transact.js';
import type { Work } from '../work.js';

/** A step whose content, if anything comes, is written beside and not yet looked at. */
export interface SwapDraft {
  readonly area: 'tree' | 'git';
  readonly name: BytePath;
  readonly from: RawBlob | undefined;
  /** Where the new content is written, if there is any. */
  readonly written: Buffer | undefined;
  /** Those of the file in whose place it comes: as there, but for whether it runs. */
  readonly permissions: number | undefined;
}

/**
 * The steps that the drafts come to, and those for files in git's own folder (`own`: their new content, or that they go). What stays the
 * same is left out; new content is moved to the number of its step.
 */
export async function buildSteps(
  transaction: Transaction,
  drafts: readonly SwapDraft[],
  own: ReadonlyMap<BytePath, string | undefined>,
): Promise<readonly FileSwap[]> {
  const { work, folder, idLength } = transaction;
  const steps: FileSwap[] = [];
  for (const { area, name, from, written, permissions } of [...drafts, ...(await ownFiles(transaction, own))]) {
    if (written && permissions !== undefined) await permitAs(work, written, permissions);
    const to = written && (await readRawBlob(work, written, idLength));
    // Never to be taken for a file that goes.
    if (to !== undefined && !isRawBlob(to)) {
      const what = `Git did not give “${decodePath(name)}”.`;
      throw new OperationError('git', `${what} Everything is as it was; ask your engineering DRI for help.`);
    }
    if (to ? isSameBlob(to, from) : from === undefined) continue;
    if (written) await work.disk.move(written, joinDiskPath(folder, 'new', String(steps.length)));
    steps.push({ area, name, from, to });
  }
  return steps;
}

async function permitAs(work: Work, written: Buffer, permissions: number): Promise<void> {
  const found = await work.disk.stat(written);
  if (found.kind !== 'file') return;
  // Whoever may read it may run it, where nobody might before.
  const running = (permissions & 0o111) === 0 ? (permissions & 0o444) >> 2 : 0;
  await work.disk.permit(written, found.executable ? permissions | running : permissions & ~0o111);
}

async function ownFiles(
  { work, folder, idLength }: Transaction,
  own: ReadonlyMap<BytePath, string | undefined>,
): Promise<readonly SwapDraft[]> {
  const drafts: SwapDraft[] = [];
  for (const [name, content] of own) {
    const found = await readRawBlob(work, joinDiskPath(work.repository.gitDir, name), idLength);
    const beside = joinDiskPath(folder, `own-${name}`);
    if (content !== undefined) await work.disk.write(beside, Buffer.from(content), 'file');
    const made = content === undefined ? undefined : beside;
    drafts.push({
      area: 'git',
      name,
      from: isRawBlob(found) ? found : undefined,
      written: made,
      permissions: undefined,
    });
  }
  return drafts;
}
