import { lastNameOf } from '../../../text/path-names.js';
import type { MyChange } from '../../my-change/my-change.js';
import { pluralize } from '../../../text/pluralize.js';
import type { TreeNode } from '../tree-node.js';
import { joinSome } from '../../../text/join-words.js';

/** Files that are shown by name. */
const mostShown = 5;

/** Main's newer state, which the PM can bring in: one quiet line, or a warning with the files that the PM and main both changed. */
export function buildMainMovedNodes({ mainMoved }: Pick<MyChange, 'mainMoved'>): readonly TreeNode[] {
  if (mainMoved === undefined) return [];
  const { branch, count, paths } = mainMoved;
  const changes = pluralize(count, 'newer change', 'newer changes');
  const isApart = paths.length > 0;
  const label = `Get ${changes} from ${branch}`;
  const why = isApart
    ? `Others changed what you changed: ${joinSome(paths, mostShown)}. Get the latest soon: the sooner, the less there is to settle.`
    : 'Others have added to it since you began. Get the latest when you like: your work stays as it is.';
  return [
    {
      id: isApart ? 'moved-apart' : 'moved',
      label,
      tooltip: `The branch “${branch}” has ${changes}.\n${why}`,
      icon: isApart ? 'warning' : 'arrow-down',
      command: { id: 'pmZone.getLatest', title: 'Get the Latest' },
      accessibleLabel: `${label}. ${why}`,
      expanded: true,
      children: paths.slice(0, mostShown).map((path) => ({
        id: `moved ${path}`,
        label: lastNameOf(path),
        description: 'changed there too',
        tooltip: `${path}\nYou changed it, and so did others on “${branch}”.`,
        icon: 'file',
        open: { path },
        accessibleLabel: `${path}, changed there too`,
        children: [],
      })),
    },
  ];
}
