import { placeOf, type Step } from './journal.js';
import { pathOf, type Name } from './names.js';
import { Stop } from './outcome.js';
import { isPiece, isSame, pieceAt, type Piece } from './piece.js';
import type { Transaction } from './transact.js';

/** A step whose content, if anything comes, is written beside and not yet looked at. */
export interface Draft {
  readonly area: 'tree' | 'git';
  readonly name: Name;
  readonly from: Piece | undefined;
  /** Where the new content is written, if there is any. */
  readonly made: Buffer | undefined;
}

/**
 * The steps that the drafts come to, and those for files in git's own folder (`own`: their new content, or that they go). What stays the
 * same is left out; new content is moved to the number of its step.
 */
export async function stepsOf(
  transaction: Transaction,
  drafts: readonly Draft[],
  own: ReadonlyMap<Name, string | undefined>,
): Promise<readonly Step[]> {
  const { work, folder, idLength } = transaction;
  const steps: Step[] = [];
  for (const { area, name, from, made } of [...drafts, ...(await ownFiles(transaction, own))]) {
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

async function ownFiles(
  { work, folder, idLength }: Transaction,
  own: ReadonlyMap<Name, string | undefined>,
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
