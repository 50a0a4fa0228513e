import { Disposable, l10n, window } from 'vscode';
import type { Reader } from '../reader/create-reader.js';
import { editorGitEnvironment } from '../ui/editor-git-environment.js';
import { logErrors } from '../ui/log-errors.js';
import type { TreeNode } from '../../presentation/tree/tree-node.js';
import { createNodeTree, whileVisible } from './tree/node-tree.js';
import type { Services } from '../services/services.js';
import type { SessionSnapshot } from '../sessions/repository-state.js';
import { snapshotOf } from '../sessions/repository-session.js';

/** The view “Planning docs”: all of the repository, with status, owner, flag and age. Read while it is visible. */
export function registerPlansView({ current, changes, reader, log }: Services): Disposable {
  const tree = createNodeTree();
  let reading: Promise<void> | undefined;
  const view = window.createTreeView<TreeNode>('pmZone.plans', {
    // Until the first reading the view waits instead of claiming that there are none.
    treeDataProvider: { ...tree, getChildren: async (node) => (reading ??= read()).then(() => tree.getChildren(node)) },
  });
  let newest = {};
  const show = async (): Promise<void> => {
    const run = {};
    newest = run;
    const session = current.session();
    const snapshot = session && snapshotOf(session);
    const nodes = snapshot === undefined ? [] : await nodesFor(reader, snapshot, changes.latest()?.planPaths ?? []);
    if (newest === run) tree.setNodes(nodes, session?.root);
  };
  const read = (): Promise<void> => show().catch(logErrors(log));
  const showLogged = (): void => {
    if (view.visible) reading = read();
  };
  return Disposable.from(
    tree,
    view,
    whileVisible(view, () => {
      showLogged();
      return changes.keepFresh();
    }),
    changes.onDidChange(showLogged),
    current.onDidChange(showLogged),
  );
}

/** Includes planning docs of the change that git does not track yet. */
async function nodesFor(
  reader: Reader,
  { root, policy, asking }: SessionSnapshot,
  changedPlans: readonly string[],
): Promise<readonly TreeNode[]> {
  const asked = { root, environment: editorGitEnvironment(), policy, asking, untracked: changedPlans };
  const [{ buildPlanListNodes }, { plans, unread, more }] = await Promise.all([
    import('../../presentation/tree/plan-list-nodes.js'),
    reader.call('readPlans', asked),
  ]);
  const today = new Date().toISOString().slice(0, 10);
  return [
    ...buildPlanListNodes(plans, asking, today),
    ...unread.map((path): TreeNode => ({
      id: `unread ${path}`,
      label: path,
      description: l10n.t('could not be read'),
      icon: 'warning',
      open: { path },
      children: [],
    })),
    ...(more === 0
      ? []
      : [{ id: 'more', label: l10n.t('{0} more are not shown', more), icon: 'ellipsis', children: [] }]),
  ];
}
