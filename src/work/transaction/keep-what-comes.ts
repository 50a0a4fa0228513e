import { readRef, type Head, type RefChange } from '../git-store/branches.js';
import { commitTree, resolveTree } from '../git-store/git-objects.js';
import { readIndex } from '../git-store/index-entries.js';
import { keepObjects } from '../git-store/kept-objects.js';
import type { Work } from '../work.js';
import { writeIndexTree } from './begin-operation.js';

/** An operation whose index is as it is to be. */
export interface ComingState {
  readonly work: Work;
  readonly folder: string;
  readonly index: string;
  readonly idLength: number;
  /** Where it was before. */
  readonly head: Head;
}

/** Proves that what HEAD, these refs and the index come to name is there, and keeps it until the operation ends. */
export async function keepWhatComes(
  { work, folder, index, idLength, head }: ComingState,
  refs: readonly RefChange[] = [],
  branchAfter?: string,
): Promise<void> {
  const branch = `refs/heads/${branchAfter ?? String(head.branch)}`;
  const change = refs.find(({ name }) => name === branch);
  const tip = change ? change.after : await readRef(work, branchAfter === undefined ? 'HEAD' : branch);
  const tree = await writeIndexTree(work, folder, index, await readIndex(work, index), idLength);
  const comes = [tip, ...refs.map(({ after }) => after)].filter((each) => each !== undefined);
  if (tree !== (await resolveTree(work, tip))) {
    const parents = tip === undefined ? [] : [tip];
    const byUsAt = work.now().toISOString();
    comes.push(await commitTree(work, { tree, parents, message: 'PM Zone: what is staged\n', byUsAt }));
  }
  await keepObjects(work, folder, comes, head);
}
