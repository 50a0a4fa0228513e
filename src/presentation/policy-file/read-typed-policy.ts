import { noCache } from '../../git/disk-cache.js';
import { once } from '../../git/once.js';
import { checkPolicy, forEngineer, listOwningLines, listRules } from '../../policy/check-policy.js';
import type { KnownPaths, ListedRule } from '../../policy/check-policy.js';
import { controlFilesOf } from '../../policy/control-files.js';
import type { PolicyProblem, PolicyTip, ZoneRule } from '../../policy/policy.js';
import { readTip } from '../../policy/read-tip.js';
import { revisionWith, workingCopy } from '../../policy/revision.js';
import { describeOwnerLine } from './describe-owner-line.js';
import { describeRule } from './describe-rule.js';

/** A file of a policy as it is typed, for whoever writes it. */
export interface TypedPolicy {
  /** What each rule in it comes to, in a few words, with its line from 1; where a line has several, each with its glob. */
  readonly rules: readonly { readonly line: number; readonly words: string }[];
  /** The rules of the zone that stand in it. */
  readonly zoneRules: readonly ZoneRule[];
  /** The policy that it would be. */
  readonly tip: PolicyTip;
  /** What is wrong with its lines; found when first asked for, which takes longer than what its rules come to. */
  readonly problems: () => readonly PolicyProblem[];
}

/**
 * Reads the policy of the working copy with another text for one of its files (and `others`), and what that comes to in the tracked paths. `undefined` where the file
 * is none of the policy. Takes time in proportion to the number of paths, a small part of it where they are known from the last reading and one rule is another.
 */
export async function readTypedPolicy(
  root: string,
  known: KnownPaths,
  file: string,
  text: string,
  others: ReadonlyMap<string, string> = new Map(),
): Promise<TypedPolicy | undefined> {
  const all = new Map([...others, [file, text] as const]);
  const typed = new Map([...all].map(([path, each]) => [path, new TextEncoder().encode(each)]));
  const tip = await readTip(revisionWith(workingCopy(root), typed), noCache);
  if (!controlFilesOf({ tips: [tip] }).includes(file)) return undefined;
  const listed = listRules(tip, known.paths, undefined, known);
  const rules = listed.filter(({ rule }) => (rule.file ?? tip.zone?.file) === file);
  const isAlone = ({ rule: { line } }: ListedRule): boolean =>
    rules.filter(({ rule }) => rule.line === line).length === 1;
  const said = rules.map((each) => ({
    line: each.rule.line,
    words: isAlone(each) ? describeRule(each) : `${each.rule.glob}: ${describeRule(each)}`,
  }));
  return {
    rules: file === tip.codeowners?.file ? describeOwners(tip, known, listed) : said,
    zoneRules: rules.map(({ rule }) => rule),
    tip,
    problems: once(() =>
      checkPolicy(tip, known.paths, known)
        .filter((problem) => problem.file === file)
        .map(forEngineer),
    ),
  };
}

/** What each line of CODEOWNERS comes to, in a repository with a PM zone. */
function describeOwners(tip: PolicyTip, known: KnownPaths, all: readonly ListedRule[]): TypedPolicy['rules'] {
  if (tip.zone === undefined) return [];
  const counts = new Map<number, number>();
  for (const { line } of listOwningLines(tip, known.paths, known).flat()) counts.set(line, (counts.get(line) ?? 0) + 1);
  const backed = new Map<number, ListedRule[]>();
  for (const each of all) for (const { line } of each.backedBy) backed.set(line, [...(backed.get(line) ?? []), each]);
  return (tip.codeowners?.rules ?? []).map(({ line }) => ({
    line,
    words: describeOwnerLine(counts.get(line) ?? 0, backed.get(line) ?? []),
  }));
}
