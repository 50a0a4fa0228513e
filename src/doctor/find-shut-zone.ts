import type { Policy, PolicyProblem, Zone } from '../policy/policy.js';
import { findShuttingError } from '../policy/policy-errors.js';
import { matchGlobs } from '../policy/match-globs.js';
import type { ZoneSummary } from './summarize-zone.js';

/**
 * A zone whose lines open no file to anybody, though nothing says that it is meant so (a pilot that ended, a roster of revoked rows): its PMs
 * would be told "locked" everywhere, with nothing that looks wrong in the file.
 */
export function findShutZone(
  policy: Policy,
  { people }: ZoneSummary,
  paths: readonly string[],
  today: string,
): PolicyProblem | undefined {
  const tip = policy.tips.find(({ zone }) => zone !== undefined);
  if (tip?.zone === undefined || paths.length === 0) return undefined;
  const active = people.filter(({ person }) => person?.revoked !== true);
  const isOver = policy.tips.some(({ zone }) => (zone?.settings.pilot?.to ?? today) < today);
  if (active.some(({ opened }) => opened.length > 0) || isOver || (active.length === 0 && people.length > 0))
    return undefined;
  const { file, line } = tip.zone;
  const message = `The PM zone opens no file here to anybody: ${whyShut(policy, tip.zone, active.length, paths)}`;
  return { severity: 'warning', file, line: Math.max(1, line), message };
}

function whyShut(policy: Policy, { rules }: Zone, active: number, paths: readonly string[]): string {
  const error = policy.tips.map(findShuttingError).find((each) => each !== undefined);
  if (error !== undefined)
    return `the policy has an error, and until it is fixed nothing is open (${error.file}:${error.line}).`;
  if (active === 0) return 'the list of PMs has no row. Add a row for each PM.';
  const globs = rules.flatMap(({ effect, glob }) => (effect === 'allow' ? [glob] : []));
  if (globs.length === 0)
    return 'no line of it opens a path. Write a list of globs in backticks under “PMs can touch:”.';
  return paths.some(matchGlobs(globs, 'allow').matches)
    ? 'all that its lines would open is closed by “cannot touch”, by CODEOWNERS or since it lies in nobody’s feature folder. Run pm-zone why with one of these files.'
    : 'its globs match no file. Check their spelling against the folders of this repository.';
}
