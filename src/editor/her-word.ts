import { l10n, TreeItemCheckboxState, type Disposable, type Event, type TreeCheckboxChangeEvent } from 'vscode';
import { logErrors } from './log-to.js';
import type { Node } from '../guide/node.js';
import { GitTrouble } from '../repository/git-trouble.js';
import type { Parts } from './parts.js';
import { gitEnvironment } from './git-with.js';
import { notify } from './say.js';

/** Gives her word on the items that she ticks, takes it back where she takes the tick away, and reviews again. */
export function registerAttestation(
  { log, sessions, current, reviews }: Pick<Parts, 'log' | 'sessions' | 'current' | 'reviews'>,
  onDidTick: Event<TreeCheckboxChangeEvent<Node>>,
): Disposable {
  const give = async (items: readonly string[], isTrue: boolean): Promise<void> => {
    const session = current.session();
    const reviewed = session && reviews.get(session);
    if (session === undefined || reviewed === undefined || items.length === 0) return;
    const asker = { environment: gitEnvironment(), as: sessions.asker() };
    const { attestItems } = await import('../guide/attest-items.js');
    if ((await attestItems(session.root, asker, reviewed, items, isTrue)) === 'changed') {
      void notify(
        'information',
        l10n.t('Something was edited since the review, so your word was not taken. Look again at the new review.'),
      );
    }
    await reviews.run(session);
  };
  const told = async ({ items }: TreeCheckboxChangeEvent<Node>): Promise<void> => {
    for (const state of [TreeItemCheckboxState.Unchecked, TreeItemCheckboxState.Checked]) {
      const named = items.flatMap(([{ checkbox }, now]) => (now === state && checkbox ? [checkbox.item] : []));
      await give(named, state === TreeItemCheckboxState.Checked);
    }
  };
  return onDidTick((event) => {
    told(event).catch((error: unknown) => {
      if (error instanceof GitTrouble) void notify('error', error.sentence);
      else logErrors(log)(error);
    });
  });
}
