import type { KnownPaths } from '../../policy/check-policy.js';
import type { PolicyProblem } from '../../policy/policy.js';
import { proposeEdits, type PolicyEdit } from './propose-edits.js';
import { readTypedPolicy, type TypedPolicy } from './read-typed-policy.js';

/** A policy file as it is typed, and the repository that it is for. */
export interface TypedFile {
  readonly root: string;
  readonly paths: KnownPaths;
  readonly file: string;
  readonly text: string;
}

/**
 * What mends a problem of a policy file as it is typed, the plainest first. Each was tried: with it the file no longer has that problem, and no error that
 * it did not have before. Takes time in proportion to the number of paths for each.
 */
export async function findPolicyFixes(
  problem: PolicyProblem,
  { problems, tip }: Pick<TypedPolicy, 'problems' | 'tip'>,
  typed: TypedFile,
): Promise<readonly PolicyEdit[]> {
  const before = problems();
  const fixes: PolicyEdit[] = [];
  for (const edit of proposeEdits(problem, tip, typed.file, typed.text)) {
    const after = await problemsWith(edit, typed);
    const isMended = count(after, problem) < count(before, problem);
    const isClean = after.every((each) => each.severity !== 'error' || count(after, each) <= count(before, each));
    if (isMended && isClean) fixes.push(edit);
  }
  return fixes;
}

async function problemsWith(
  edit: PolicyEdit,
  { root, paths, file, text }: TypedFile,
): Promise<readonly PolicyProblem[]> {
  const isHere = edit.file === file;
  const others = new Map(isHere ? [] : [[edit.file, edit.text]]);
  const read = await readTypedPolicy(root, paths, file, isHere ? edit.text : text, others);
  return read?.problems() ?? [];
}

/** Lines move, messages stay. */
function count(problems: readonly PolicyProblem[], { severity, message }: PolicyProblem): number {
  return problems.filter((each) => each.severity === severity && each.message === message).length;
}
