import type { ListedRule } from '../../policy/check-policy.js';
import { pluralize } from '../../text/pluralize.js';

/** What a rule of a policy comes to in the repository, in a few words: “Opens 202 of 214 files; line 31 takes the others back”. */
export function describeRule({ rule, count, openCount, closedBy, backedBy, gap }: ListedRule): string {
  const files = pluralize(count, 'file', 'files');
  if (count === 0) return 'Matches no file';
  switch (rule.effect) {
    case 'allow': {
      if (openCount === count) return `Opens ${files}`;
      const takes = linesOf(closedBy.map(({ line }) => line));
      const back = closedBy.length === 1 ? 'takes' : 'take';
      return openCount === 0
        ? `Opens none of ${files}: ${takes} ${back} all of them back`
        : `Opens ${openCount} of ${files}; ${takes} ${back} the others back`;
    }
    case 'pair':
      return `${files} only together with an engineer`;
    case 'forbid': {
      const owners = [...new Set(backedBy.flatMap((each) => each.owners))];
      return gap === undefined ? `Locks ${files}, owned by ${fewOf(owners)}` : `Locks ${files}, by convention only`;
    }
  }
}

/** Lines of the policy that are named at most, and owners. */
const most = 3;

function linesOf(lines: readonly number[]): string {
  const all = [...new Set(lines)].sort((one, other) => one - other);
  return `${all.length === 1 ? 'line' : 'lines'} ${fewOf(all.map(String))}`;
}

function fewOf(names: readonly string[]): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ');
}
