import type { PolicyProblem, PolicyTip } from '../../policy/policy.js';
import { proposeEdits, type PolicyEdit } from './propose-edits.js';
import { readTypedPolicy } from './read-typed-policy.js';

/** A policy file as it is typed, and the repository that it is for. */
export interface TypedFile {
  readonly root: string;
  readonly paths: readonly string[];
  readonly file: string;
  readonly text: string;
}

/**
 * What mends a problem of a policy file as it is typed, the plainest first. Each was tried: with it the file no longer has that problem, and no error that
 * it did not have before. Takes time in proportion to the number of paths for each.
 */
export async function findPolicyFixes(
  problem: PolicyProblem,
  tip: PolicyTip,
  typed: TypedFile,
): Promise<readonly PolicyEdit[]> {
  const before = await problemsOf(typed, new Map());
  const fixes: PolicyEdit[] = [];
  for (const edit of proposeEdits(problem, tip, typed.file, typed.text)) {
    const after = await problemsOf(typed, new Map([[edit.file, edit.text]]));
    const isMended = count(after, problem) < count(before, problem);
    const isClean = after.every((each) => each.severity !== 'error' || count(after, each) <= count(before, each));
    if (isMended && isClean) fixes.push(edit);
  }
  return fixes;
}

async function problemsOf(
  { root, paths, file, text }: TypedFile,
  edited: ReadonlyMap<string, string>,
): Promise<readonly PolicyProblem[]> {
  const others = new Map([...edited].filter(([path]) => path !== file));
  const read = await readTypedPolicy(root, paths, file, edited.get(file) ?? text, others);
  return read?.problems() ?? [];
}

/** Lines move, messages stay. */
function count(problems: readonly PolicyProblem[], { severity, message }: PolicyProblem): number {
  return problems.filter((each) => each.severity === severity && each.message === message).length;
}
