import { fold } from '../fold.js';
import type { PolicyProblem, Zone } from '../policy.js';
import type { RuleMatches } from './match-rules.js';

/**
 * Forbids whose name also turns up where their glob does not reach: `lib/auth.ts` and `auth-utils/` are not under
 * `**` + `/auth/` + `**`. One problem a rule, with the count and an example; paths that some forbid locks are left out.
 */
export function findNearMisses(
  zone: Zone,
  matches: readonly RuleMatches[],
  paths: readonly string[],
): readonly PolicyProblem[] {
  const named = new Map<
    string,
    { readonly glob: string; readonly line: number; readonly file: string; count: number; example: string }
  >();
  for (const { effect, glob, line, file = zone.file } of zone.rules) {
    const name = /^\*\*\/([\p{L}\p{N}]{3,})(?:\/\*\*|\/)?$/u.exec(glob)?.[1];
    if (effect === 'forbid' && name !== undefined) named.set(fold(name), { glob, line, file, count: 0, example: '' });
  }
  if (named.size === 0) return [];
  const locked = new Set(matches.flatMap((each) => each.paths));
  for (const path of paths) {
    if (locked.has(path)) continue;
    for (const word of new Set(splitWords(path))) {
      const near = named.get(word);
      if (near === undefined) continue;
      near.example = near.count === 0 ? path : near.example;
      near.count += 1;
    }
  }
  return [...named.values()]
    .filter(({ count }) => count > 0)
    .map(({ glob, line, file, count, example }) => {
      const message = `${example} is not under \`${glob}\`${count > 1 ? `, nor are ${count - 1} more that are named so` : ''}. If PMs must not touch it, add a glob for it.`;
      return { severity: 'info', file, line, message };
    });
}

/** The words in the names of a path: `src/authService.ts` has src, auth, service, ts. */
function splitWords(path: string): readonly string[] {
  return path
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .map(fold);
}
