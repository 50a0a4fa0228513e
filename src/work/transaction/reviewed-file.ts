import { toPlainLine } from '../../git/git-error.js';
import type { Head } from '../git-store/branches.js';
import { encodePath, summarizePaths } from '../git-store/byte-path.js';
import { OperationError } from '../operation-outcome.js';
import { isRawBlob, readWorkingFile, type RawBlob } from '../snapshot/raw-blob.js';
import type { Work } from '../work.js';
import type { Transaction } from './transact.js';

/** A file as it was reviewed: the id of its raw content, and its mode; `undefined` where it was gone. A repository of its own has no id. */
export interface ReviewedFile {
  readonly path: string;
  readonly id: string | undefined;
  readonly mode: RawBlob['mode'] | '160000' | undefined;
}

/** What is at a path of the working tree, as a review notes it. */
export async function readReviewedFile(work: Work, path: string, idLength: number): Promise<ReviewedFile> {
  const found = await readWorkingFile(work, encodePath(path), idLength);
  if (isRawBlob(found)) return { path, id: found.id, mode: found.mode };
  return { path, id: undefined, mode: found === 'folder' ? '160000' : undefined };
}

/** Ends the operation where HEAD is not where the review judged the change. */
export function requireSameHead({ head }: Pick<Transaction, 'head'>, reviewed: Head): void {
  const [before, now] = [reviewed, head].map(({ branch = 'no branch' }) => `“${toPlainLine(branch)}”`);
  if (before === now && reviewed.commit === head.commit) return;
  throw new OperationError(
    'changed-meanwhile',
    before === now
      ? `Not committed: something else was committed on ${now} after the review. Review again, then commit.`
      : `Not committed: the review was on ${before}, and you are on ${now} now. Review again where it belongs, then commit.`,
  );
}

/** Ends the operation where a file on the disk is not as it was reviewed. */
export async function requireUnchanged(
  { work, idLength }: Pick<Transaction, 'work' | 'idLength'>,
  files: readonly ReviewedFile[],
): Promise<void> {
  const changed: string[] = [];
  for (const { path, id, mode } of files) {
    const now = await readReviewedFile(work, path, idLength);
    if (now.id !== id || now.mode !== mode) changed.push(path);
  }
  refuseChanged(changed);
}

/** Ends the operation where one of these paths was changed. */
export function refuseChanged(changed: readonly string[]): void {
  if (changed.length === 0) return;
  throw new OperationError(
    'changed-meanwhile',
    `${summarizePaths(changed.map(encodePath))} ${changed.length === 1 ? 'was' : 'were'} changed after the review. Review again, then commit.`,
    changed,
  );
}
