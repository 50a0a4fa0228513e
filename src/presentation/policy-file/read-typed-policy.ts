import { noCache } from '../../git/disk-cache.js';
import { checkPolicy, listRules, type ListedRule } from '../../policy/check-policy.js';
import { controlFilesOf } from '../../policy/control-files.js';
import type { PolicyProblem } from '../../policy/policy.js';
import { readTip } from '../../policy/read-tip.js';
import { revisionWith, workingCopy } from '../../policy/revision.js';
import { describeRule } from './describe-rule.js';

/** A file of a policy as it is typed, for whoever writes it. */
export interface TypedPolicy {
  /** What each rule in it comes to, in a few words, with its line from 1; where a line has several, each with its glob. */
  readonly rules: readonly { readonly line: number; readonly words: string }[];
  /** What is wrong with its lines. */
  readonly problems: readonly PolicyProblem[];
}

/**
 * Reads the policy of the working copy with another text for one of its files, and what that comes to in these tracked paths. `undefined` where the file
 * is none of the policy. Takes time in proportion to the number of paths.
 */
export async function readTypedPolicy(
  root: string,
  paths: readonly string[],
  file: string,
  text: string,
): Promise<TypedPolicy | undefined> {
  const typed = new Map([[file, new TextEncoder().encode(text)]]);
  const tip = await readTip(revisionWith(workingCopy(root), typed), noCache);
  if (!controlFilesOf({ tips: [tip] }).includes(file)) return undefined;
  const rules = listRules(tip, paths).filter(({ rule }) => (rule.file ?? tip.zone?.file) === file);
  const isAlone = ({ rule: { line } }: ListedRule): boolean =>
    rules.filter(({ rule }) => rule.line === line).length === 1;
  return {
    rules: rules.map((each) => ({
      line: each.rule.line,
      words: isAlone(each) ? describeRule(each) : `${each.rule.glob}: ${describeRule(each)}`,
    })),
    problems: checkPolicy(tip, paths).filter((problem) => problem.file === file),
  };
}
