import { gitLine, type Work } from './work.js';

/** Makes a commit of a tree in her name; no ref names it yet. */
export function commitTree(
  work: Work,
  { tree, parents, message }: { readonly tree: string; readonly parents: readonly string[]; readonly message: string },
): Promise<string> {
  return gitLine(work, ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], { input: message });
}
