import { joinWords } from '../../text/join-words.js';
import { pluralize } from '../../text/pluralize.js';
import { wordsApart } from '../globs/also-meant.js';
import { matchGlobs } from '../match-globs.js';
import type { PolicyProblem, Zone, ZoneRule } from '../policy.js';
import { findProtectedAllow } from './find-protected-allow.js';
import type { RuleMatches } from './match-rules.js';
import type { PathFinder } from './path-finder.js';

/** The problem of a rule without effect: its glob matches nothing, or others take back all that it matches. */
export function findIdleRule(
  zone: Zone,
  { rule, count, openCount, closedBy }: RuleMatches,
  paths: readonly string[],
  finder: PathFinder,
): readonly PolicyProblem[] {
  const { effect, glob, line, file = zone.file } = rule;
  const others = effect === 'allow' ? [] : [...wordsApart(glob), ...(rule.also ?? [])];
  // An allow is taken to the letter.
  if (others.length > 0 && !paths.some(matchGlobs([glob], 'allow').matches)) {
    const message = `\`${glob}\` matches no file; it is also taken for ${others.map((each) => `\`${each}\``).join(', ')}. Write in the backticks only the path from the root of the repository.`;
    return [{ severity: 'info', file, line, message }];
  }
  if (effect === 'pair') return [];
  if (count === 0) {
    const found = finder.nearest(glob);
    // What the policy names itself is not meant twice.
    const near = zone.rules.some((other) => other.glob === found) ? undefined : found;
    if (near === undefined && rule.around === true) return [];
    const next = near === undefined ? whatOfNone(effect, glob) : `Did you mean \`${near}\`?`;
    const severity = near !== undefined && effect === 'forbid' ? 'warning' : 'info';
    const mend = near === undefined ? {} : { mend: { from: glob, to: near } };
    return [{ severity, file, line, message: `\`${glob}\` matches no file here. ${next}`, ...mend }];
  }
  if (effect === 'forbid') return [];
  if (openCount > 0) return findProtectedAllow(zone, rule, paths);
  const takers = [...closedBy].slice(0, 3).map((each) => `\`${each.glob}\` (line ${each.line})`);
  const takes = closedBy.size === 1 ? 'takes' : 'take';
  const message = `\`${glob}\` opens nothing, since ${joinWords(takers)} ${takes} all of it back (${pluralize(count, 'file', 'files')}). Narrow one of them.`;
  return [{ severity: 'warning', file, line, message, mend: { away: true } }];
}

/** A folder that is closed wherever one of that name lies is often closed before there is one. */
function whatOfNone(effect: ZoneRule['effect'], glob: string): string {
  return effect === 'forbid' && /^\*\*\/[^/*]+\/\*\*$/u.test(glob)
    ? 'It locks what comes under that name; if it is meant for what is here, check its spelling.'
    : 'If it should, check its spelling.';
}
