import type { RefusedCommit, RefusalReason } from '../../git/refused-commit-file.js';
import { pluralize } from '../../text/pluralize.js';
import { printable } from '../../text/printable.js';
import { shortenPathInMessage } from './change/shorten-path-in-message.js';
import type { TreeNode } from './tree-node.js';

/**
 * The points that still count: none once the commit was made all the same, or what they are about was put back. `uncommitted`: paths
 * whose content is in no commit yet; `undefined` where that is not known.
 */
export function findOpenPoints(
  refused: RefusedCommit | undefined,
  { head, uncommitted }: { readonly head: string | undefined; readonly uncommitted: readonly string[] | undefined },
): readonly RefusalReason[] {
  if (refused === undefined || refused.head !== head) return [];
  return refused.points.filter(({ path }) => path === undefined || uncommitted?.includes(path) !== false);
}

/** “2 things to fix” */
export function countToFix(points: readonly RefusalReason[]): string {
  return pluralize(points.length, 'thing to fix', 'things to fix');
}

/** Each point where it stands; the first line of “My change” has them below it. */
export function buildPointNodes(points: readonly RefusalReason[]): readonly TreeNode[] {
  return points.map(({ message, path, line, column }, number): TreeNode => {
    const place = path === undefined ? undefined : `${path}${line === undefined ? '' : `:${line}`}`;
    return {
      id: `refused ${number} ${message}`,
      label: printable(shortenPathInMessage(message, path)),
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

export function buildRefusedNodes(points: readonly RefusalReason[]): readonly TreeNode[] {
  if (points.length === 0) return [];
  const label = `Commit stopped: ${countToFix(points)}`;
  return [
    {
      id: 'refused',
      label,
      tooltip: `${label}. Fix it, or put the file back where it is locked. Then choose “Review and Commit”.`,
      icon: 'error',
      iconColor: 'problemsErrorIcon.foreground',
      expanded: true,
      children: buildPointNodes(points),
    },
  ];
}
