import { folderOf } from '../../text/path-names.js';
import type { OwnerIndex, Ownership } from '../codeowners/owner-index.js';
import { pluralize } from '../../text/pluralize.js';
import { matchGlobs } from '../match-globs.js';
import type { PolicyProblem, RosterRow, Zone } from '../policy.js';
import { answersFor, isSpecific } from '../standing/decide-standing.js';
import { isOfRest } from '../sample-paths.js';
import type { PathFinder } from './path-finder.js';

/**
 * Feature folders that are of no use to their PM: nothing lies in them, the zone opens nothing there, or others own what the zone would open there. That others own something
 * else in a feature folder is as it should be.
 */
export function findFolderProblems(
  zone: Zone,
  paths: readonly string[],
  owners: Pick<OwnerIndex, 'find'> | undefined,
  finder: PathFinder,
): readonly PolicyProblem[] {
  const globs = (effect: 'allow' | 'forbid'): readonly string[] =>
    zone.rules.filter((rule) => rule.effect === effect && !isOfRest(rule)).map(({ glob }) => glob);
  const [allows, forbids] = [matchGlobs(globs('allow'), 'allow'), matchGlobs(globs('forbid'), 'forbid')];
  const isOpen = (path: string): boolean => allows.matches(path) && !forbids.matches(path);
  const ownersOf = (path: string): Pick<Ownership, 'owners' | 'rules'> =>
    owners?.find(path) ?? { owners: [], rules: [] };
  const isForeign = (row: RosterRow, path: string): boolean =>
    ownersOf(path).rules.some((rule) => isSpecific(rule) && !answersFor(row, rule));
  return (zone.roster ?? [])
    .filter(({ revoked }) => revoked !== true)
    .flatMap((row) =>
      row.featureFolders.flatMap((folder): readonly PolicyProblem[] => {
        const at = { file: row.file ?? zone.file, line: row.line };
        const inside = paths.filter((path) => path.startsWith(`${folder}/`));
        if (inside.length === 0 && finder.has(folder)) {
          const message = `The feature folder ${folder} of ${row.pm} is a file, and nothing lies in it. Ask an engineer to name the folder instead.`;
          const above = folderOf(folder);
          const mend = above === '' ? {} : { mend: { from: folder, to: above } };
          return [{ ...at, severity: 'warning', message, ...mend }];
        }
        if (inside.length === 0) {
          const near = finder.nearest(folder);
          const next = near === undefined ? 'If it should, check its spelling.' : `Did you mean ${near}?`;
          const message = `The feature folder ${folder} of ${row.pm} holds no file. ${next}`;
          const mend = near === undefined ? {} : { mend: { from: folder, to: near } };
          return [{ ...at, severity: 'warning', message, ...mend }];
        }
        const opened = inside.filter(isOpen);
        const meant = opened.length === 0 ? inside : opened;
        const foreign = meant.filter((path) => isForeign(row, path));
        if (opened.length === 0 && foreign.length < inside.length) {
          const message = `No line of the zone opens a file in the feature folder ${folder} of ${row.pm} (${pluralize(inside.length, 'file', 'files')}), so they change nothing there alone but planning docs. If they should, add a glob for it to the list of what PMs can touch.`;
          return [{ ...at, severity: 'info', message }];
        }
        if (foreign.length === 0) return [];
        const names = [...new Set(foreign.flatMap((path) => ownersOf(path).owners))].slice(0, 5).join(', ');
        const what = opened.length === 0 ? `files in ${folder}` : `files that the zone opens in ${folder}`;
        const message = `${foreign.length} of ${meant.length} ${what} are locked for ${row.pm}, since their owners (${names}) are not among their reviewers. If they should be open, add them to that row, or move the files.`;
        return [{ ...at, severity: foreign.length === meant.length ? 'warning' : 'info', message }];
      }),
    );
}
