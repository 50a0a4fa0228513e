import { commands, l10n, window } from 'vscode';
import { isPlanSent } from '../../../presentation/plan/plan-to-send.js';
import { hostKindOf } from '../../services/host-of.js';
import { thingOn } from '../../ui/host-words.js';
import type { Services } from '../../services/services.js';
import { offerBranch } from '../change/offer-branch.js';

/**
 * What a pull request needs first: offers to commit what is not committed, and a branch of its own. `false` where the PM stops there. What
 * waits for the plan's approval is no part of what sends it.
 */
export async function offerWhatComesFirst(services: Services): Promise<boolean> {
  const { changes, current } = services;
  const thing = thingOn(hostKindOf(current));
  const mine = await changes.read();
  if (mine === undefined) return true;
  if (mine.uncommitted.length > 0 && !isPlanSent(mine) && !(await offerCommit(mine.uncommitted.length, thing)))
    return false;
  const { branch, isOnTrunk, change } = (await changes.read()) ?? mine;
  if (change.files.length === 0 || (branch !== undefined && !isOnTrunk)) return true;
  return offerBranch(
    branch === undefined
      ? l10n.t('You are on no branch, and a {0} comes from one. Give your change a branch of its own.', thing)
      : l10n.t(
          '“{0}” is the branch that everybody works from, and a {1} comes from another. Give your change a branch of its own.',
          branch,
          thing,
        ),
  );
}

async function offerCommit(count: number, thing: string): Promise<boolean> {
  const [commit, without] = [l10n.t('Review and Commit'), l10n.t('Draft Without It')];
  const sentence =
    count === 1
      ? l10n.t('One file is not committed yet, and a {0} holds only what is committed.', thing)
      : l10n.t('{0} files are not committed yet, and a {1} holds only what is committed.', count, thing);
  const chosen = await window.showWarningMessage(sentence, { modal: true }, commit, without);
  if (chosen !== commit) return chosen === without;
  return (await commands.executeCommand('pmZone.commit')) === true;
}
