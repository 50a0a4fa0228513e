import { Disposable, l10n, window, type ViewBadge } from 'vscode';
import type { MyChange } from '../guide/my-change.js';
import type { Node } from '../guide/node.js';
import { guardWords } from './commit-guard.js';
import { registerHerWord } from './her-word.js';
import { logTo } from './log-to.js';
import { createNodeTree } from './node-tree.js';
import type { Parts } from './parts.js';
import { whileVisible } from './while-visible.js';

/** The view “My change”: plan, files, review, pull request and commit guard, each with its state. */
export function registerChangeView({ log, zones, current, changes, guard, reviews, refused }: Parts): Disposable {
  const tree = createNodeTree();
  const view = window.createTreeView('pmZone.change', { treeDataProvider: tree });
  const update = async (): Promise<void> => {
    const [{ shownChange }, { refusedNodes }] = await Promise.all([
      import('../guide/change-tree.js'),
      import('../guide/refused-nodes.js'),
    ]);
    const zone = current.zone();
    const mine = changes.now();
    const status = guard.status();
    const reviewed = zone && reviews.of(zone);
    const trouble = mine === undefined ? changes.trouble() : undefined;
    const isToSettle = trouble?.kind === 'unmerged';
    const nodes = isToSettle ? (await import('../guide/settle-nodes.js')).settleNodes(trouble.paths) : [];
    const stopped = refusedNodes(refused.points());
    const shown = mine === undefined ? nodes : shownChange(mine, reviewed, status && guardWords(status));
    tree.show([...stopped, ...shown], zone?.root);
    view.badge = badgeOf(stopped);
    view.description = placeOf(mine);
    view.message = isToSettle ? '' : (trouble?.sentence ?? '');
  };
  const show = (): void => {
    update().catch(logTo(log));
  };
  view.title = l10n.t('My Change');
  return Disposable.from(
    tree,
    view,
    registerHerWord({ log, zones, current, reviews }, view.onDidChangeCheckboxState),
    whileVisible(view, () => changes.keepFresh()),
    changes.onDidChange(show),
    guard.onDidChange(show),
    refused.onDidChange(show),
    reviews.onDidChange(show),
    current.onDidChange(show),
  );
}

/** On the icon of PM Zone: what is to mend before a commit that was stopped. */
function badgeOf([stopped]: readonly Node[]): ViewBadge | undefined {
  return stopped && { value: stopped.children.length, tooltip: stopped.label };
}

/** Which change it is. */
function placeOf(mine: MyChange | undefined): string {
  const { branch = '', onTrunk = false, change, uncommitted = [] } = mine ?? {};
  const isPlain = onTrunk && change?.files.length === 0 && uncommitted.length === 0;
  return isPlain ? l10n.t('{0}, without my changes', branch) : branch;
}
