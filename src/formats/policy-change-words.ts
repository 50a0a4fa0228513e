import type { PersonDifference } from '../doctor/compare-policies.js';
import { describeComparison } from '../doctor/describe-comparison.js';
import type { PolicyChange } from '../gate/policy-change.js';
import { joinSome } from '../text/join-words.js';

/** What is read of a summary; JSON has all. */
const mostLines = 60;

/** What a pull request does to the policy, in one sentence. */
export function policySentence({ files, effect, comparison: { people } }: PolicyChange): string {
  const what = `It changes ${files.length > 2 ? `${files.slice(0, 2).join(', ')} and ${files.length - 2} more` : files.join(' and ')}`;
  switch (effect) {
    case 'none':
      return `${what}, and nothing of what PMs may do becomes another.`;
    case 'unknown':
      return `${what}, and nobody can say yet what PMs may do after it.`;
    case 'closes':
      return `${what}, and opens nothing more to PMs${figures(people, 'closed')}.`;
    case 'opens': {
      const gone = people.filter(({ isUnjudged, names }) => isUnjudged && names.length > 0).map(({ pm }) => pm);
      const lost = gone.length === 0 ? '' : `, and ${joinSome(gone, 3)} would be on no list of PMs`;
      return `${what}, which decides what PMs may do: it opens more${figures(people, 'opened')}${lost}.`;
    }
  }
}

/** All that it opens and closes, a line each, under what they are about. */
export function policyLines({ effect, frozenUntil, compliance, comparison }: PolicyChange): readonly string[] {
  if (effect === 'none') return [];
  const lines = describeComparison(comparison).map((line) => line.trimStart());
  const more = lines.length - mostLines;
  const signs = compliance.length === 0 ? 'the engineering DRIs, since the policy names nobody' : compliance.join(', ');
  return [
    ...(frozenUntil === undefined
      ? []
      : [`The pilot runs until ${frozenUntil}: what opens more is signed for compliance by ${signs}.`]),
    ...lines.slice(0, mostLines),
    ...(more > 0 ? [`… and ${more} more lines: --format json has all.`] : []),
  ];
}

function figures(people: readonly PersonDifference[], which: 'opened' | 'closed'): string {
  const concerned = people.filter((each) => each[which].length > 0 && !each.isUnjudged);
  if (concerned.length === 0) return '';
  const most = Math.max(...concerned.map((each) => each[which].length));
  const count = most === 1 ? '1 path' : `${concerned.length > 1 ? 'up to ' : ''}${most} paths`;
  return ` (${count} ${which} to ${joinSome(
    concerned.map(({ pm }) => pm),
    3,
  )})`;
}
