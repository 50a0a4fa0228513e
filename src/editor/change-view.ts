import { Disposable, l10n, window } from 'vscode';
import { changeNodes, type LastReview } from '../guide/change-tree.js';
import type { MyChange } from '../guide/my-change.js';
import { reviewNodes } from '../guide/review-tree.js';
import { whatChangedNodes } from '../guide/what-changed-tree.js';
import { guardWords } from './commit-guard.js';
import { registerHerWord } from './her-word.js';
import { createNodeTree } from './node-tree.js';
import type { Parts } from './parts.js';
import { whileVisible } from './while-visible.js';

/** The view “My change”: plan, files, review, pull request and commit guard, each with its state. */
export function registerChangeView({ log, zones, current, changes, guard, reviews }: Parts): Disposable {
  const tree = createNodeTree();
  const view = window.createTreeView('pmZone.change', { treeDataProvider: tree });
  const show = (): void => {
    const zone = current.zone();
    const mine = changes.now();
    const status = guard.status();
    const nodes = mine && changeNodes(mine, lastReview(), status && guardWords(status));
    tree.show(nodes ?? [], zone?.root);
    view.description = placeOf(mine);
    view.message = mine === undefined ? (changes.trouble()?.sentence ?? '') : '';
  };
  const lastReview = (): LastReview | undefined => {
    const zone = current.zone();
    const reviewed = zone && reviews.of(zone);
    if (reviewed === undefined) return undefined;
    return {
      review: reviewed.review,
      isCurrent: reviewed.content === changes.now()?.content,
      nodes: reviewNodes(reviewed),
      whatChanged: whatChangedNodes(reviewed),
    };
  };
  view.title = l10n.t('My Change');
  return Disposable.from(
    tree,
    view,
    registerHerWord({ log, zones, current, reviews }, view.onDidChangeCheckboxState),
    whileVisible(view, () => changes.keepFresh()),
    changes.onDidChange(show),
    guard.onDidChange(show),
    reviews.onDidChange(show),
    current.onDidChange(show),
  );
}

/** Which change it is. */
function placeOf(mine: MyChange | undefined): string {
  const { branch = '', onTrunk = false, change, uncommitted = [] } = mine ?? {};
  const isPlain = onTrunk && change?.files.length === 0 && uncommitted.length === 0;
  return isPlain ? l10n.t('{0}, without my changes', branch) : branch;
}
