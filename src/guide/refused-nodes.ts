import type { Refused, RefusedPoint } from '../repository/refused-file.js';
import { printable } from '../review/format/printable.js';
import { besidePlace } from './beside-place.js';
import type { Node } from './node.js';

/** What may have changed since a commit was refused. */
export interface SinceRefused {
  readonly head: string | undefined;
  /** Paths whose content is in no commit yet; `undefined` where that is not known. */
  readonly uncommitted: readonly string[] | undefined;
}

/** The points that still count: none once the commit was made all the same, or what they are about was put back. */
export function openPoints(refused: Refused | undefined, { head, uncommitted }: SinceRefused): readonly RefusedPoint[] {
  if (refused === undefined || refused.head !== head) return [];
  return refused.points.filter(({ path }) => path === undefined || uncommitted?.includes(path) !== false);
}

/** “2 things to fix” */
export function thingsToMend(points: readonly RefusedPoint[]): string {
  return points.length === 1 ? '1 thing to fix' : `${points.length} things to fix`;
}

/** Each point where it stands; the first line of “My change” has them below it. */
export function pointNodes(points: readonly RefusedPoint[]): readonly Node[] {
  return points.map(({ message, path, line, column }, number): Node => {
    const place = path === undefined ? undefined : `${path}${line === undefined ? '' : `:${line}`}`;
    return {
      id: `refused ${number} ${message}`,
      label: printable(besidePlace(message, path)),
      ...(place !== undefined && { description: printable(place) }),
      tooltip: printable(place === undefined ? message : `${place}\n${message}`),
      icon: 'error',
      iconColor: 'problemsErrorIcon.foreground',
      ...(path !== undefined && {
        open: { path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) },
      }),
      accessibleLabel: printable(`To fix: ${message}${place === undefined ? '' : `, ${place}`}`),
      children: [],
    };
  });
}

export function refusedNodes(points: readonly RefusedPoint[]): readonly Node[] {
  if (points.length === 0) return [];
  const label = `Commit stopped: ${thingsToMend(points)}`;
  return [
    {
      id: 'refused',
      label,
      tooltip: `${label}. Fix it, choose the + beside the file under Source Control, then commit again.`,
      icon: 'error',
      iconColor: 'problemsErrorIcon.foreground',
      expanded: true,
      children: pointNodes(points),
    },
  ];
}
