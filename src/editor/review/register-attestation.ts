import { Disposable, l10n, TreeItemCheckboxState, type Event, type TreeCheckboxChangeEvent } from 'vscode';
import { logErrors } from '../ui/log-errors.js';
import type { TreeNode } from '../../presentation/tree/tree-node.js';
import { GitError } from '../../git/git-error.js';
import type { Services } from '../services/services.js';
import { editorGitEnvironment } from '../ui/editor-git-environment.js';
import { notify } from '../ui/notify.js';
import { CommandError, registerCommand } from '../ui/register-command.js';
import { gatherConfirmations } from './gather-confirmations.js';

/**
 * Attests the items that the PM ticks, or confirms on the page of the change, takes the attestation of those unticked back, and reviews again. Once nothing is left to tick, or
 * something is taken back, that is saved with the change.
 */
export function registerAttestation(
  services: Services,
  onDidTick: Event<TreeCheckboxChangeEvent<TreeNode>>,
): Disposable {
  const { log, sessions, current, reviews } = services;
  const confirm = gatherConfirmations(async (content, words) => {
    const session = current.session();
    const reviewed = session && reviews.get(session);
    if (session === undefined || reviewed === undefined) return;
    const asker = { environment: editorGitEnvironment(), as: sessions.asker() };
    const [{ attestItems }, { itemsToAttest }, { carryConfirmations, describeConfirmations }] = await Promise.all([
      import('../../presentation/my-change/attest-items.js'),
      import('../../review/attest-content.js'),
      import('../operations/carry-confirmations.js'),
    ]);
    const attest = async (isTrue: boolean): Promise<'done' | 'changed'> => {
      const items = [...words].flatMap(([item, each]) => (each === isTrue ? [item] : []));
      return items.length === 0 ? 'done' : attestItems(session.root, asker, reviewed, items, isTrue);
    };
    if (reviewed.contentHash !== content || (await attest(false)) === 'changed' || (await attest(true)) === 'changed') {
      void notify(
        'information',
        l10n.t(
          'Something was edited since the review, so what you confirmed was not recorded. Look again at the new review.',
        ),
      );
    }
    const now = await reviews.run(session);
    const takesBack = [...words.values()].includes(false);
    if (now === undefined || (!takesBack && itemsToAttest(now.review).length > 0)) return;
    const carried = await carryConfirmations(services, session);
    if (carried === undefined) return;
    const sentence = describeConfirmations(carried);
    if (carried.kind === 'waits' && carried.for === 'other') void notify('warning', sentence);
    else services.outcomes.tell(sentence);
    // It says now which commit has each word.
    if (carried.kind === 'written') await reviews.run(session);
  });
  const handleTicks = async ({ items }: TreeCheckboxChangeEvent<TreeNode>): Promise<void> => {
    const session = current.session();
    const reviewed = session && reviews.get(session);
    if (reviewed === undefined) return;
    for (const state of [TreeItemCheckboxState.Unchecked, TreeItemCheckboxState.Checked]) {
      const named = items.flatMap(([{ checkbox }, now]) => (now === state && checkbox ? [checkbox.item] : []));
      if (named.length > 0) await confirm(reviewed.contentHash, named, state === TreeItemCheckboxState.Checked);
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
      if (typeof item !== 'string') return;
      if (session === undefined || typeof content !== 'string' || reviews.get(session)?.contentHash !== content)
        throw new CommandError(l10n.t('This was reviewed again meanwhile. Look at what the page says now.'));
      await confirm(content, [item], isTrue === true);
    }),
  );
}
