import { commands, Disposable, window, workspace } from 'vscode';
import { createNodeTree, whileVisible } from './tree/node-tree.js';
import { stepWords } from '../../presentation/my-change/host-thing.js';
import { hostKindOf } from '../services/host-of.js';
import { currentStep } from '../services/current-step.js';
import type { Services } from '../services/services.js';
import { snapshotOf } from '../sessions/repository-session.js';
import { pathInRepository } from '../sessions/repository-uri.js';
import { unsavedDocuments } from '../sessions/unsaved-documents.js';

/**
 * The view “Next step”: one sentence and one button, the manifest's welcome content for the context key `pmZone.step`; `unsaved` while something
 * that the PM may edit is typed and not saved. The view has no nodes of its own, since only an empty view shows that content.
 */
export function registerNextStepView(services: Services): Disposable {
  const { current, changes, reviews, refused, sent, base } = services;
  const tree = createNodeTree();
  const view = window.createTreeView('pmZone.next', { treeDataProvider: tree });
  let published: string | undefined;
  const publish = (): void => {
    const known = currentStep(services);
    const step =
      known === undefined
        ? 'reading'
        : !/^(?:merging|settled|stopped)$/.test(known) && isUnsaved(services)
          ? 'unsaved'
          : known;
    // Who sent a change before needs no first week any more.
    const words = step === 'begin' && sent.hasSent() ? 'begin-again' : stepWords(step, hostKindOf(current));
    if (words === published) return;
    published = words;
    void commands.executeCommand('setContext', 'pmZone.step', words);
  };
  publish();
  return Disposable.from(
    tree,
    view,
    whileVisible(view, () => changes.keepFresh()),
    changes.onDidChange(publish),
    reviews.onDidChange(publish),
    refused.onDidChange(publish),
    sent.onDidChange(publish),
    base.onDidChange(publish),
    current.onDidChange(publish),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.isDirty !== (published === 'unsaved')) publish();
    }),
    workspace.onDidSaveTextDocument(publish),
    workspace.onDidCloseTextDocument(publish),
  );
}

/** Whether a file waits to be saved, by a person: one that is locked is to be put back. */
function isUnsaved({ current }: Services): boolean {
  const session = current.session();
  const snapshot = session && snapshotOf(session);
  if (snapshot === undefined) return false;
  return unsavedDocuments(snapshot).some(
    ({ uri }) =>
      workspace.getConfiguration('files', uri).get('autoSave') === 'off' &&
      snapshot.judge(pathInRepository(snapshot, uri)).standing !== 'locked',
  );
}
