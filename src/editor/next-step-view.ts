import { commands, Disposable, window } from 'vscode';
import { chooseNextStep, type NextStep } from '../guide/next-step.js';
import { createNodeTree } from './node-tree.js';
import type { Parts } from './parts.js';
import { wasSent } from './sent.js';
import { whileVisible } from './while-visible.js';
import { viewOf } from './zones.js';

/**
 * While the latest is brought in: `merging` where files are to be settled, `settled` where none is any more. `refused`: the guard has
 * stopped a commit of just this.
 */
type Step = NextStep | 'merging' | 'settled' | 'refused';

/**
 * The view “Next step”: one sentence and one button, the manifest's welcome content for the context key `pmZone.step`. The view has no
 * lines of its own, since only a view without any shows that content.
 */
export function registerNextStepView({ context, current, changes, reviews, refused }: Parts): Disposable {
  const tree = createNodeTree();
  const view = window.createTreeView('pmZone.next', { treeDataProvider: tree });
  let published: Step | 'reading' | undefined;
  const publish = (): void => {
    const step = stepNow() ?? 'reading';
    if (step === published) return;
    published = step;
    void commands.executeCommand('setContext', 'pmZone.step', step);
  };
  const stepNow = (): Step | undefined => {
    const zone = current.zone();
    const mine = changes.now();
    if (mine?.change.merging === true) return 'settled';
    if (mine === undefined && zone !== undefined && viewOf(zone)?.repository.mergeHead !== undefined) return 'merging';
    if (zone === undefined || mine === undefined) return undefined;
    const reviewed = reviews.of(zone);
    const isCurrent = reviewed !== undefined && reviewed.content === mine.content;
    const step = chooseNextStep(mine, isCurrent ? reviewed.review : undefined, wasSent(context, mine));
    // Locked files go back with one press, which says more than that they were refused.
    const isRefused = refused.points().length > 0 && refused.isAsRefused(mine);
    return isRefused && step !== 'outside-zone' ? 'refused' : step;
  };
  publish();
  return Disposable.from(
    tree,
    view,
    whileVisible(view, () => changes.keepFresh()),
    changes.onDidChange(publish),
    reviews.onDidChange(publish),
    refused.onDidChange(publish),
    current.onDidChange(publish),
  );
}
