import type { Change } from '../change/change.js';
import { readAttestations } from '../git/attestation-file.js';
import type { PolicySession } from '../policy/policy-session.js';
import { readWords } from './read-words.js';
import { statementKey, type Statement } from './statement.js';
import { whyNotCounted } from './why-not-counted.js';

export interface ItemToCarry {
  readonly id: string;
  readonly text: string;
  /** Confirmed for what lies in the working tree now, and no commit of the branch says so. */
  readonly isHereOnly: boolean;
}

export interface CarryRequest {
  /** What the PM confirms in this change. */
  readonly items: readonly ItemToCarry[];
  /** What the word for an item is bound to, by its text. */
  readonly contentOf: (text: string, change: Change) => string;
}

/** What this computer has of the PM's word for a committed change, and how much of it no commit of the branch says. */
export interface LocalWords {
  readonly statements: readonly Statement[];
  readonly unwritten: number;
}

/**
 * Finds what the PM confirmed on this computer for exactly the content of a committed change. All that holds is among the statements, also
 * what is written: a commit that takes the place of several then has it too.
 */
export async function findUnwritten(
  { policy, repository }: Pick<PolicySession, 'policy' | 'repository'>,
  change: Change,
  { items, contentOf }: CarryRequest,
): Promise<LocalWords> {
  const local = await readAttestations(repository.commonDir);
  const wordFor = readWords(change.commits, (commit) => whyNotCounted(policy, commit));
  const statements: Statement[] = [];
  let unwritten = 0;
  for (const { id, text } of items) {
    const content = contentOf(text, change);
    const own = local.find((each) => each.item === id && each.content === content);
    if (own === undefined) continue;
    const isGiven = own.takenBack !== true;
    const isWritten = wordFor(id, content).isGiven === isGiven;
    if (isGiven || !isWritten) statements.push({ key: statementKey(id, content), isGiven });
    if (!isWritten) unwritten += 1;
  }
  return { statements, unwritten };
}
