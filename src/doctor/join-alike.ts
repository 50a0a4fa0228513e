import type { PolicyProblem } from '../policy/policy.js';
import { joinWords } from '../text/join-words.js';

/** Problems of a file as they are told: what is said of several lines in the same words is said once, where the first of them is. */
export function joinAlike(problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  const groups = new Map<string, PolicyProblem[]>();
  for (const problem of problems) groups.set(keyOf(problem), [...(groups.get(keyOf(problem)) ?? []), problem]);
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike as [PolicyProblem, ...PolicyProblem[]];
    const said = saidOf(first);
    const lines = [...new Set(alike.map(({ line }) => String(line)))];
    if (said === undefined || lines.length < 2) return alike;
    return [{ ...first, message: `What lines ${joinWords(lines)} name is ${said}` }];
  });
}

/** What is said of what an item names, behind the words that quote it. */
function saidOf({ message }: PolicyProblem): string | undefined {
  return /^What “.{1,90}?” names is (.+)$/su.exec(message)?.[1];
}

function keyOf(problem: PolicyProblem): string {
  return JSON.stringify([problem.file, problem.severity, saidOf(problem) ?? [problem.line, problem.message]]);
}
