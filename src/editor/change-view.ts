import { Disposable, l10n, window, type ViewBadge } from 'vscode';
import type { MyChange } from '../guide/my-change.js';
import type { Node } from '../guide/node.js';
import { describeGuardStatus } from './describe-guard-status.js';
import { registerAttestation } from './her-word.js';
import { logErrors } from './log-to.js';
import { createNodeTree } from './node-tree.js';
import type { Parts } from './parts.js';
import { whileVisible } from './while-visible.js';

/** The view “My change”: plan, files, review, pull request and commit guard, each with its state. */
export function registerMyChangeView({ log, sessions, current, changes, guard, reviews, refused }: Parts): Disposable {
  const tree = createNodeTree();
  const view = window.createTreeView('pmZone.change', { treeDataProvider: tree });
  const update = async (): Promise<void> => {
    const [{ shownChange }, { refusedNodes }] = await Promise.all([
      import('../guide/change-tree.js'),
      import('../guide/refused-nodes.js'),
    ]);
    const session = current.session();
    const myChange = changes.latest();
    const status = guard.status();
    const reviewed = session && reviews.get(session);
    const error = myChange === undefined ? changes.error() : undefined;
    const isToSettle = error?.kind === 'unmerged';
    const nodes = isToSettle ? (await import('../guide/settle-nodes.js')).settleNodes(error.paths) : [];
    const stopped = refusedNodes(refused.points());
    const shown =
      myChange === undefined ? nodes : shownChange(myChange, reviewed, status && describeGuardStatus(status));
    tree.setNodes([...stopped, ...shown], session?.root);
    view.badge = badgeOf(stopped);
    view.description = placeOf(myChange);
    view.message = isToSettle ? '' : (error?.sentence ?? '');
  };
  const show = (): void => {
    update().catch(logErrors(log));
  };
  view.title = l10n.t('My Change');
  return Disposable.from(
    tree,
    view,
    registerAttestation({ log, sessions, current, reviews }, view.onDidChangeCheckboxState),
    whileVisible(view, () => changes.keepFresh()),
    changes.onDidChange(show),
    guard.onDidChange(show),
    refused.onDidChange(show),
    reviews.onDidChange(show),
    current.onDidChange(show),
  );
}

/** On the icon of PM Zone: what is to fix before a stopped commit can be made. */
function badgeOf([stopped]: readonly Node[]): ViewBadge | undefined {
  return stopped && { value: stopped.children.length, tooltip: stopped.label };
}

/** The name of the change. */
function placeOf(myChange: MyChange | undefined): string {
  const { branch = '', onTrunk = false, change, uncommitted = [] } = myChange ?? {};
  const isPlain = onTrunk && change?.files.length === 0 && uncommitted.length === 0;
  return isPlain ? l10n.t('{0}, without my changes', branch) : branch;
}
