import { pluralize } from '../../text/pluralize.js';
import { folderOf } from '../../text/path-names.js';
import type { TreeNode } from './tree-node.js';

/** “My change” while the latest is brought in: the files that both sides changed, each leading to where the two stand side by side. */
export function buildConflictNodes(paths: readonly string[]): readonly TreeNode[] {
  return [
    {
      id: 'settle',
      label: 'To settle',
      icon: 'git-merge',
      description: pluralize(paths.length, 'file', 'files'),
      tooltip: 'You and somebody else changed the same lines of these.',
      expanded: true,
      children: paths.map((path) => {
        const folder = folderOf(path);
        return {
          id: `settle ${path}`,
          label: path.slice(folder === '' ? 0 : folder.length + 1),
          description: folder,
          tooltip: `${path}\nKeep what is right of both sides.`,
          icon: 'file',
          open: { path },
          command: { id: 'pmZone.openConflict', title: 'Open both sides', arguments: [path] },
          accessibleLabel: `${path}, to settle`,
          children: [],
        };
      }),
    },
  ];
}
