import { listRules } from '../../policy/check-policy.js';
import type { Policy, PolicyProblem } from '../../policy/policy.js';
import { standingOfPms, type ZoneSummary } from '../summarize-zone.js';
import { whyClosed, type ClosedFiles } from '../why-closed.js';

/**
 * Lines that allow files and open none of them to anybody, since these lie in nobody's feature folder or are owned by others. What no PM is on the
 * list for, what a forbid takes back, and a zone that opens nothing at all are told otherwise.
 */
export function findShutRules(
  policy: Policy,
  { people }: ZoneSummary,
  paths: readonly string[],
): readonly PolicyProblem[] {
  const active = people.filter(({ person }) => person !== undefined && !person.revoked);
  if (!active.some(({ opened }) => opened.length > 0)) return [];
  const pms = standingOfPms(active);
  return policy.tips.flatMap((tip) =>
    listRules(tip, paths, pms).flatMap(({ rule, count, openCount, weighed }): readonly PolicyProblem[] => {
      if (rule.effect !== 'allow' || openCount === 0 || weighed === undefined || weighed.alone > 0) return [];
      const closed = whyClosed(weighed.rows);
      if (closed.length === 0 || !closed.every(({ row }) => told.has(row))) return [];
      const { glob, line, file = tip.zone?.file ?? '' } = rule;
      const message = `\`${glob}\` opens nothing to anybody: ${describeClosed(closed, count)}. ${whatNext(glob, closed)}`;
      return [{ severity: 'info', file, line, message }];
    }),
  );
}

function describeClosed(closed: readonly ClosedFiles[], count: number): string {
  const said = closed.map(({ files, why }) => [files, `${files === 1 ? 'is' : 'are'} ${why}`] as const);
  if (said.length > 1) return `of its ${count} files ${said.map((each) => each.join(' ')).join(', ')}`;
  return `${count === 1 ? 'its file' : `its ${count} files`} ${said.map(([, is]) => is).join('')}`;
}

function whatNext(glob: string, closed: readonly ClosedFiles[]): string {
  if (!/[/*{]/.test(glob.replace(/^\//, '')))
    return 'No feature folder has a file of the root, so nobody changes it alone: take the line out.';
  const isOwned = closed.some(({ row }) => row === 4);
  return `Where a PM should change them alone, their row names the folder${isOwned ? ', and an owner among the reviewers' : ''}.`;
}

/** Closed by an owner, outside of the feature folders; or among what PMs cannot touch, beside such. */
const told: ReadonlySet<unknown> = new Set([3, 4, 5]);
