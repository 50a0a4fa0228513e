import { commands, Disposable, window } from 'vscode';
import { createNodeTree, whileVisible } from './tree/node-tree.js';
import { currentStep, type Step } from '../services/current-step.js';
import type { Services } from '../services/services.js';

/**
 * The view “Next step”: one sentence and one button, the manifest's welcome content for the context key `pmZone.step`. The view has no
 * nodes of its own, since only an empty view shows that content.
 */
export function registerNextStepView(services: Services): Disposable {
  const { current, changes, reviews, refused } = services;
  const tree = createNodeTree();
  const view = window.createTreeView('pmZone.next', { treeDataProvider: tree });
  let published: Step | 'reading' | undefined;
  const publish = (): void => {
    const step = currentStep(services) ?? 'reading';
    if (step === published) return;
    published = step;
    void commands.executeCommand('setContext', 'pmZone.step', step);
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
