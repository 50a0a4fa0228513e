import type { TreeEntry } from '../../git/objects.js';
import type { IndexChange } from '../git-store/index-entries.js';
import { findFileBases, type FileBaseOptions } from './find-file-bases.js';
import { decodePath, type BytePath } from '../git-store/byte-path.js';
import { OperationError, toOperationError } from '../operation-outcome.js';
import { resolveConflict, type Conflict } from './resolve-conflict.js';
import type { ConflictOptions } from '../conflict-options.js';
import { buildTree } from '../git-store/git-objects.js';
import type { Work } from '../work.js';

/** Two commits brought together, in git's store alone. */
export interface MergeResult {
  /** With the conflicts that could be resolved, and conflict markers in the others. */
  readonly tree: string;
  readonly unresolved: readonly Conflict[];
  /** Plans for which the other side wins, since it is the PM's own as merged there. */
  readonly plans: readonly BytePath[];
}

export type MergeOptions = ConflictOptions & FileBaseOptions;

/** Merges two commits as git does, and resolves what it can of the conflicts. Touches neither index nor files. */
export async function mergeCommits(
  work: Work,
  yours: string,
  theirs: string,
  options: MergeOptions,
): Promise<MergeResult> {
  const { code, output, said } = await work.run(['merge-tree', '--write-tree', '-z', '--no-messages', yours, theirs]);
  if (code === 129) {
    throw new OperationError(
      'git',
      'The git of this computer is too old to bring main in safely (2.38 or newer is needed). Update git, then try again.',
    );
  }
  if (code > 1) throw toOperationError(said);
  const [tree = '', ...lines] = output
    .toString('latin1')
    .split('\0')
    .filter((part) => part !== '');
  const conflicts = readConflicts(lines);
  const origins = await findFileBases(work, { yours, theirs }, conflicts, options);
  const open: Conflict[] = [];
  const settled: IndexChange[] = [];
  const plans: BytePath[] = [];
  for (const conflict of conflicts) {
    const { name } = conflict;
    const origin = origins.get(name);
    const outcome = await resolveConflict(work, conflict, options, origin);
    const isOpen = 'marked' in outcome;
    const version = isOpen ? outcome.marked : outcome.version;
    if (isOpen) open.push({ ...conflict, base: origin ?? conflict.base });
    // Git's own text with both sides in it stays.
    if (isOpen && !version) continue;
    settled.push({ name, version: undefined }, ...(version ? [{ name, version }] : []));
    if (origin && version?.oid === conflict.theirs?.oid && options.isPlan(decodePath(name))) plans.push(name);
  }
  return { tree: settled.length === 0 ? tree : await buildTree(work, tree, settled), unresolved: open, plans };
}

/** `mode id stage`, a tab and the path; one line for each version that there is. */
function readConflicts(lines: readonly string[]): readonly Conflict[] {
  const found = new Map<BytePath, Map<string, TreeEntry>>();
  for (const line of lines) {
    const tab = line.indexOf('\t');
    const [mode = '', oid = '', stage = ''] = line.slice(0, tab).split(' ');
    const name = line.slice(tab + 1);
    found.set(name, (found.get(name) ?? new Map<string, TreeEntry>()).set(stage, { mode, oid }));
  }
  return [...found].map(([name, stages]) => {
    const [base, yours, theirs] = ['1', '2', '3'].map((stage) => stages.get(stage));
    return { name, base, yours, theirs };
  });
}
