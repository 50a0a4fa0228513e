import { fold } from '../fold.js';
import { matchGlobs } from '../match-globs.js';
import type { PolicyProblem, Zone, ZoneRule } from '../policy.js';
import { samplePaths } from '../sample-paths.js';
import { protectedFileOf, protectedFolder } from '../standing/protected-files.js';

/** An allow of nothing but what steers people, agents or machines: it reads as if it opened that, and opens nothing. */
export function findProtectedAllow(zone: Zone, rule: ZoneRule, paths: readonly string[]): readonly PolicyProblem[] {
  const { glob, line, file = zone.file } = rule;
  const { matches } = matchGlobs([glob], 'allow');
  const first = paths.find(matches);
  if (first === undefined || paths.some((path) => matches(path) && whyProtected(path) === undefined)) return [];
  const why = `${first} ${String(whyProtected(first))}, which no PM zone opens`;
  // `**/*.md` in a repository that has no other Markdown yet.
  if (glob.includes('*') && samplePaths(rule).some((path) => matches(path) && whyProtected(path) === undefined)) {
    const message = `\`${glob}\` opens nothing yet: ${why}. It opens the other files of that kind as they come.`;
    return [{ severity: 'info', file, line, message }];
  }
  const message = `\`${glob}\` opens nothing: ${why}. Ask an engineer to take the line out.`;
  return [{ severity: 'warning', file, line, message, mend: { away: true } }];
}

function whyProtected(path: string): string | undefined {
  const folders = fold(path).split('/').slice(0, -1);
  return folders.map(protectedFolder).find((each) => each !== undefined) ?? protectedFileOf(path);
}
