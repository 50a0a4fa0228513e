import type { PolicyProblem } from '../policy.js';

/** A problem as it is told to an engineer, whose it is to mend: PMs are told to ask one to do it. */
export function forEngineer(problem: PolicyProblem): PolicyProblem {
  return { ...problem, message: problem.message.replace(asked, toOrder) };
}

const asked = /\b(a)sk an engineer to (\p{L})(.*)/isu;

function toOrder(_: string, ask: string, first: string, rest: string): string {
  const more = rest
    .replace(asked, toOrder)
    .replaceAll(', or to ', ', or ')
    .replaceAll('their own handle', 'your own handle');
  return (ask === 'A' ? first.toUpperCase() : first) + more;
}
