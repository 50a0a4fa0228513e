import { filesWithStaged } from '../../../change/change.js';
import type { Judgement, Standing } from '../../../policy/policy.js';
import { describeReason } from '../../../policy/describe-reason.js';
import { pluralize } from '../../../text/pluralize.js';
import { lastNameOf } from '../../../text/path-names.js';
import type { MyChange } from '../../my-change/my-change.js';
import type { TreeNode } from '../tree-node.js';
import { tellApart } from './tell-apart.js';

const groups: readonly { readonly standing: Standing; readonly label: string; readonly icon: string }[] = [
  { standing: 'locked', label: 'Locked for you', icon: 'lock' },
  { standing: 'pair', label: 'With an engineer', icon: 'organization' },
  { standing: 'editable', label: 'Yours to edit', icon: 'edit' },
];

/** What changed, by standing: what is locked first. */
export function buildFilesNode({ change, judgements, uncommitted }: MyChange): TreeNode {
  const open = new Set(uncommitted);
  const all = filesWithStaged(change);
  const apart = tellApart(all.map(({ path }) => path));
  const stagedOnly = new Set(all.slice(change.files.length));
  const children = groups.flatMap(({ standing, label, icon }): TreeNode[] => {
    const files = all.filter(({ path }) => judgements.get(path)?.standing === standing);
    if (files.length === 0) return [];
    return [
      {
        id: `files ${standing}`,
        label,
        icon,
        description: String(files.length),
        expanded: true,
        children: files.map((file) => {
          const { path, before, after } = file;
          const judgement = judgements.get(path) as Judgement;
          const what = after === undefined ? 'removed' : before === undefined ? 'new' : 'changed';
          const state = stagedOnly.has(file)
            ? `${what}, only in the next commit`
            : open.has(path)
              ? what
              : `${what}, committed`;
          return {
            id: `file ${path}`,
            label: lastNameOf(path),
            description: [
              apart(path) ?? [],
              stagedOnly.has(file) ? 'only in the next commit' : open.has(path) ? what : 'committed',
            ]
              .flat()
              .join(' · '),
            tooltip: `${path}, ${state}\n${label}: ${describeReason(judgement)}.`,
            icon: 'file',
            // Its address gives it the look that it has in the Explorer.
            ...(after !== undefined && { open: { path } }),
            command: { id: 'pmZone.showDifference', title: 'Show the difference', arguments: [path] },
            context: `changed-${standing}`,
            accessibleLabel: `${path}, ${state}, ${label}`,
            children: [],
          };
        }),
      },
    ];
  });
  return {
    id: 'files',
    label: 'Files',
    icon: children.some(({ id }) => id === 'files locked') ? 'error' : 'files',
    description: pluralize(all.length, 'file', 'files'),
    expanded: true,
    children,
  };
}
