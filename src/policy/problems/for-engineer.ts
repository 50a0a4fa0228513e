import type { PolicyProblem } from '../policy.js';

/** A problem as it is told to an engineer, whose it is to mend: PMs are told to ask one to do it. */
export function forEngineer(problem: PolicyProblem): PolicyProblem {
  const { message } = problem;
  const at = message.search(/\bask an engineer to \p{L}/iu);
  return at < 0 ? problem : { ...problem, message: message.slice(0, at) + toOrder(message.slice(at)) };
}

function toOrder(asking: string): string {
  return asking
    .replace(/\b(a)sk an engineer to (\p{L})/giu, (_, ask: string, first: string) =>
      ask === 'A' ? first.toUpperCase() : first,
    )
    .replaceAll(', or to ', ', or ')
    .replaceAll('their own handle', 'your own handle');
}
