import { Disposable, l10n, TreeItemCheckboxState, type Event, type TreeCheckboxChangeEvent } from 'vscode';
import { logErrors } from '../ui/log-errors.js';
import type { TreeNode } from '../../presentation/tree/tree-node.js';
import { GitError } from '../../git/git-error.js';
import type { Services } from '../services/services.js';
import { editorGitEnvironment } from '../ui/editor-git-environment.js';
import { notify } from '../ui/notify.js';
import { takeTurns } from '../ui/take-turns.js';
import { CommandError, registerCommand } from '../ui/register-command.js';

/**
 * Attests the items that the PM ticks, or confirms on the page of the change, takes the attestation of those unticked back, and reviews again. Once nothing is left to tick, or
 * something is taken back, that is saved with the change.
 */
export function registerAttestation(
  services: Services,
  onDidTick: Event<TreeCheckboxChangeEvent<TreeNode>>,
): Disposable {
  const { log, sessions, current, reviews } = services;
  // Two at once would both save what is confirmed, and one of them find git at work.
  const inTurn = takeTurns();
  const attest = async (items: readonly string[], isTrue: boolean): Promise<void> => {
    const session = current.session();
    const reviewed = session && reviews.get(session);
    if (session === undefined || reviewed === undefined || items.length === 0) return;
    const asker = { environment: editorGitEnvironment(), as: sessions.asker() };
    const [{ attestItems }, { itemsToAttest }, { carryConfirmations, describeConfirmations }] = await Promise.all([
      import('../../presentation/my-change/attest-items.js'),
      import('../../review/attest-content.js'),
      import('../operations/carry-confirmations.js'),
    ]);
    if ((await attestItems(session.root, asker, reviewed, items, isTrue)) === 'changed') {
      void notify(
        'information',
        l10n.t(
          'Something was edited since the review, so what you confirmed was not recorded. Look again at the new review.',
        ),
      );
    }
    const now = await reviews.run(session);
    if (now === undefined || (isTrue && itemsToAttest(now.review).length > 0)) return;
    const carried = await carryConfirmations(services, session);
    if (carried === undefined) return;
    const sentence = describeConfirmations(carried);
    if (carried.kind === 'waits' && carried.for === 'other') void notify('warning', sentence);
    else services.outcomes.tell(sentence);
    // It says now which commit has each word.
    if (carried.kind === 'written') await reviews.run(session);
  };
  const handleTicks = async ({ items }: TreeCheckboxChangeEvent<TreeNode>): Promise<void> => {
    for (const state of [TreeItemCheckboxState.Unchecked, TreeItemCheckboxState.Checked]) {
      const named = items.flatMap(([{ checkbox }, now]) => (now === state && checkbox ? [checkbox.item] : []));
      await inTurn(() => attest(named, state === TreeItemCheckboxState.Checked));
    }
  };
  return Disposable.from(
    onDidTick((event) => {
      handleTicks(event).catch((error: unknown) => {
        if (error instanceof GitError) void notify('error', error.sentence);
        else logErrors(log)(error);
      });
    }),
    // What is confirmed is what the page showed: the review that it names.
    registerCommand(log, 'pmZone.confirmItem', async (content, item, isTrue) => {
      const session = current.session();
      if (typeof item !== 'string' || session === undefined) return;
      if (reviews.get(session)?.contentHash !== content)
        throw new CommandError(l10n.t('This was reviewed again meanwhile. Look at what the page says now.'));
      await inTurn(() => attest([item], isTrue === true));
    }),
  );
}
