import { Disposable, l10n, window } from 'vscode';
import type { TreeNode } from '../../presentation/tree/tree-node.js';
import { inBackground } from '../ui/log-errors.js';
import { createNodeTree } from './tree/node-tree.js';
import type { Services } from '../services/services.js';

/** The view “Your commit was stopped”, beside the files under Source Control: what to fix, and how to go on. */
export function registerRefusedView({ log, current, changes, refused }: Services): Disposable {
  const tree = createNodeTree();
  // VS Code reveals nodes only where parents are known; a point has none.
  const view = window.createTreeView<TreeNode>('pmZone.refused', {
    treeDataProvider: { ...tree, getParent: () => undefined },
  });
  view.message = l10n.t(
    'Nothing is lost. Fix this, or put the file back where it is locked. Then choose “Review and Commit”.',
  );
  const show = async (): Promise<void> => {
    const points = refused.points();
    const { buildPointNodes, countToFix } = await import('../../presentation/tree/refused-nodes.js');
    tree.setNodes(buildPointNodes(points), current.session()?.root);
    view.description = points.length === 0 ? '' : countToFix(points);
  };
  const showNow = inBackground(log, show);
  /** VS Code collapses the view at first. Focus stays where it is, and nothing happens where “My change” shows the same. */
  const reveal = async (): Promise<void> => {
    await show();
    const [first] = (await tree.getChildren()) ?? [];
    if (first === undefined || changes.isObserved() || !window.state.focused) return;
    await view.reveal(first, { select: false, focus: false });
  };
  return Disposable.from(
    tree,
    view,
    refused.onDidChange(showNow),
    refused.onDidRefuse(inBackground(log, reveal)),
    current.onDidChange(showNow),
  );
}
