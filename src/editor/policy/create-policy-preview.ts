import { Disposable, workspace, type TextDocument } from 'vscode';
import type { Services } from '../services/services.js';
import { logErrors } from '../ui/log-errors.js';
import { createTimers } from '../ui/timers.js';

/** Milliseconds: nobody is interrupted in the middle of a word. */
const settles = 300;

/** The repository as somebody would see it if an open policy file were in force as it is typed. */
export interface PolicyPreview {
  /** Views the repository so; it follows further typing, and ends with the document or when somebody else is viewed. */
  readonly show: (document: TextDocument, name: string) => Promise<void>;
  readonly dispose: () => void;
}

export function createPolicyPreview({ log, sessions }: Pick<Services, 'log' | 'sessions'>): PolicyPreview {
  const timers = createTimers();
  let shown: { readonly document: TextDocument; readonly name: string } | undefined;
  const show = async (document: TextDocument, name: string): Promise<void> => {
    shown = { document, name };
    const location = await sessions.locate(document.uri);
    if (location === undefined) return;
    sessions.viewAs(name, { root: location.session.root, file: location.path, text: document.getText() });
  };
  const nameFor = (document: TextDocument): string | undefined =>
    shown?.document === document && sessions.isPreview() && sessions.viewedAs() === shown.name ? shown.name : undefined;
  const subscriptions = Disposable.from(
    timers,
    workspace.onDidChangeTextDocument(({ document }) => {
      const name = nameFor(document);
      if (name !== undefined) timers.set(settles, () => void show(document, name).catch(logErrors(log)), 'preview');
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (nameFor(document) !== undefined) sessions.viewAs(undefined);
    }),
  );
  return { show, dispose: () => void subscriptions.dispose() };
}
