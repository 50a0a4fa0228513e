import { l10n, TreeItemCheckboxState, type Disposable, type Event, type TreeCheckboxChangeEvent } from 'vscode';
import { logErrors } from './log-to.js';
import type { Node } from '../guide/node.js';
import { GitTrouble } from '../repository/git-trouble.js';
import type { Parts } from './parts.js';
import { editorGitEnvironment } from './git-with.js';
import { notify } from './say.js';

/** Attests the items that the PM ticks, withdraws the attestation of those unticked, and reviews again. */
export function registerAttestation(
  { log, sessions, current, reviews }: Pick<Parts, 'log' | 'sessions' | 'current' | 'reviews'>,
  onDidTick: Event<TreeCheckboxChangeEvent<Node>>,
): Disposable {
  const attest = async (items: readonly string[], isTrue: boolean): Promise<void> => {
    const session = current.session();
    const reviewed = session && reviews.get(session);
    if (session === undefined || reviewed === undefined || items.length === 0) return;
    const asker = { environment: editorGitEnvironment(), as: sessions.asker() };
    const { attestItems } = await import('../guide/attest-items.js');
    if ((await attestItems(session.root, asker, reviewed, items, isTrue)) === 'changed') {
      void notify(
        'information',
        l10n.t('Something was edited since the review, so what you confirmed was not recorded. Look again at the new review.'),
      );
    }
    await reviews.run(session);
  };
  const handleTicks = async ({ items }: TreeCheckboxChangeEvent<Node>): Promise<void> => {
    for (const state of [TreeItemCheckboxState.Unchecked, TreeItemCheckboxState.Checked]) {
      const named = items.flatMap(([{ checkbox }, now]) => (now === state && checkbox ? [checkbox.item] : []));
      await attest(named, state === TreeItemCheckboxState.Checked);
    }
  };
  return onDidTick((event) => {
    handleTicks(event).catch((error: unknown) => {
      if (error instanceof GitTrouble) void notify('error', error.sentence);
      else logErrors(log)(error);
    });
  });
}
