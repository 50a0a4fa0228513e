import { Disposable, l10n, window, type ViewBadge } from 'vscode';
import type { MyChange } from '../../presentation/my-change/my-change.js';
import type { TreeNode } from '../../presentation/tree/tree-node.js';
import type { GuardStatus } from '../../guard/guard-outcome.js';
import type { GuardSummary } from '../../presentation/tree/change-tree.js';
import { registerAttestation } from '../review/register-attestation.js';
import { inBackground } from '../ui/log-errors.js';
import { createNodeTree, whileVisible } from './tree/node-tree.js';
import { hostKindOf } from '../services/host-of.js';
import type { Services } from '../services/services.js';

/** The view “My change”: plan, files, review, pull request and commit guard, each with its state. */
export function registerMyChangeView(services: Services): Disposable {
  const { log, current, changes, guard, reviews, refused, sent } = services;
  const tree = createNodeTree();
  const view = window.createTreeView('pmZone.change', { treeDataProvider: tree });
  const update = async (): Promise<void> => {
    const [{ buildChangeTree }, { buildRefusedNodes }] = await Promise.all([
      import('../../presentation/tree/change-tree.js'),
      import('../../presentation/tree/refused-nodes.js'),
    ]);
    const session = current.session();
    const myChange = changes.latest();
    const status = guard.status();
    const reviewed = session && reviews.get(session);
    const error = myChange === undefined ? changes.error() : undefined;
    const isToSettle = error?.kind === 'unmerged';
    const nodes = isToSettle
      ? (await import('../../presentation/tree/conflict-nodes.js')).buildConflictNodes(error.paths)
      : [];
    const stopped = buildRefusedNodes(refused.points());
    const how = sent.how();
    const pull = how === 'page' || how === 'closed' || how === 'merged' ? how : sent.pull();
    const shown =
      myChange === undefined
        ? nodes
        : buildChangeTree(myChange, reviewed, status && describeGuardStatus(status), pull, hostKindOf(current));
    tree.setNodes([...stopped, ...shown], session?.root);
    view.badge = badgeOf(stopped);
    view.description = describeBranch(myChange);
    view.message = isToSettle ? '' : (error?.sentence ?? '');
  };
  const show = inBackground(log, update);
  view.title = l10n.t('My Change');
  return Disposable.from(
    tree,
    view,
    registerAttestation(services, view.onDidChangeCheckboxState),
    whileVisible(view, () => changes.keepFresh()),
    changes.onDidChange(show),
    guard.onDidChange(show),
    refused.onDidChange(show),
    reviews.onDidChange(show),
    sent.onDidChange(show),
    current.onDidChange(show),
  );
}

/** On the icon of PM Zone: what is to fix before a stopped commit can be made. */
function badgeOf([stopped]: readonly TreeNode[]): ViewBadge | undefined {
  return stopped && { value: stopped.children.length, tooltip: stopped.label };
}

/** The name of the change. */
function describeBranch(myChange: MyChange | undefined): string {
  const { branch = '', isOnTrunk = false, change, uncommitted = [] } = myChange ?? {};
  const isPlain = isOnTrunk && change?.files.length === 0 && uncommitted.length === 0;
  return isPlain ? l10n.t('{0}, without my changes', branch) : branch;
}

/** The guard's state as one node of the sidebar, and what a click does. */
export function describeGuardStatus(status: GuardStatus): GuardSummary {
  switch (status.reason) {
    case 'runs':
      return {
        isOn: true,
        state: l10n.t('on'),
        sentence: l10n.t('Each commit here is reviewed before it is made. Select to turn that off.'),
      };
    case 'not-installed':
      return {
        isOn: false,
        state: l10n.t('off'),
        sentence: l10n.t('Commits here are not reviewed before they are made. Select to turn that on.'),
      };
    case 'moved':
    case 'replaced':
      return {
        isOn: false,
        state: l10n.t('no longer runs'),
        sentence: l10n.t(
          'Another program changed what git runs before a commit, so commits are no longer reviewed. Select to turn that on again: what is there is kept and runs as well.',
        ),
      };
    case 'incomplete':
      return {
        isOn: false,
        state: l10n.t('incomplete'),
        sentence: l10n.t(
          'The guard here is an older one: it does not look at all that git can commit or share. Select to complete it: what is there is kept and runs as well.',
        ),
      };
    case 'disabled':
      return { isOn: false, state: l10n.t('does not run'), sentence: status.sentence };
    case 'no-runtime':
      return {
        isOn: false,
        state: l10n.t('cannot run'),
        sentence: l10n.t('The guard refuses every commit, because what it runs with is gone. Select to fix that.'),
      };
  }
}
