import { commands, Disposable, window } from 'vscode';
import { chooseNextStep, type NextStep } from '../../presentation/my-change/next-step.js';
import { createNodeTree, whileVisible } from './tree/node-tree.js';
import type { Services } from '../services/services.js';
import { wasSent } from '../services/sent-changes.js';
import { snapshotOf } from '../sessions/repository-session.js';

/**
 * While the latest is merged in: `merging` while conflicts are open, `settled` once none is left. `refused`: the guard stopped a commit of
 * exactly this content.
 */
type Step = NextStep | 'merging' | 'settled' | 'refused';

/**
 * The view “Next step”: one sentence and one button, the manifest's welcome content for the context key `pmZone.step`. The view has no
 * nodes of its own, since only an empty view shows that content.
 */
export function registerNextStepView({ context, current, changes, reviews, refused }: Services): Disposable {
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
    const session = current.session();
    const myChange = changes.latest();
    if (myChange?.change.merging === true) return 'settled';
    if (myChange === undefined && session !== undefined && snapshotOf(session)?.repository.mergeHead !== undefined)
      return 'merging';
    if (session === undefined || myChange === undefined) return undefined;
    const reviewed = reviews.get(session);
    const isCurrent = reviewed !== undefined && reviewed.contentHash === myChange.contentHash;
    const step = chooseNextStep(myChange, isCurrent ? reviewed.review : undefined, wasSent(context, myChange));
    // Putting locked files back with one click helps more than saying that they were refused.
    const isRefused = refused.points().length > 0 && refused.isUnchanged(myChange);
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
