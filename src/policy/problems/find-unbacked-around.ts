import { joinSome } from '../../text/join-words.js';
import type { PolicyProblem, Zone } from '../policy.js';
import type { IndexedOwners } from '../codeowners/owner-index.js';
import { findUnbackedForbids, isLockedAnyway } from './find-unbacked-forbids.js';
import type { RuleMatches } from './match-rules.js';

/**
 * Words around the PM zone, said to everybody ("Never edit `gen/`"), that lock files which are there and that the host does not hold. Mostly a build writes
 * there and nothing is wrong, so it is one note for each file, at the first of them.
 */
export function findUnbackedAround(
  zone: Zone,
  matches: readonly RuleMatches[],
  owners: IndexedOwners | undefined,
): readonly PolicyProblem[] {
  const bare = matches.filter(
    (each) =>
      each.rule.around === true &&
      each.paths.some((path) => !isLockedAnyway(path)) &&
      findUnbackedForbids(zone, [each], owners).length > 0,
  );
  const files = new Set(bare.map(({ rule: { file = zone.file } }) => file));
  return [...files].flatMap((file): readonly PolicyProblem[] => {
    const own = bare.filter(({ rule }) => (rule.file ?? zone.file) === file);
    const globs = [...new Set(own.map(({ rule }) => `\`${rule.glob}\``))];
    const line = Math.min(...own.map(({ rule }) => rule.line));
    const message = `What is said around the PM zone, to everybody, closes ${joinSome(globs, mostShown)} to PMs. The gate holds that, and no line of CODEOWNERS does. Where only a build writes there, that is enough; else ask an engineer to add a line.`;
    return [{ severity: 'info', file, line, message }];
  });
}

const mostShown = 3;
