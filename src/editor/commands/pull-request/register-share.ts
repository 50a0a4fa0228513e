import { commands, l10n, ProgressLocation, window, workspace, type Disposable } from 'vscode';
import { OpeningError } from '../../../opening/opening-error.js';
import { sharingFace } from '../../../opening/opening-face.js';
import { carryConfirmations, describeConfirmations } from '../../operations/carry-confirmations.js';
import { showOutcome } from '../../operations/show-outcome.js';
import { hostKindOf } from '../../services/host-of.js';
import type { Services } from '../../services/services.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import { editorGitEnvironment } from '../../ui/editor-git-environment.js';
import { notify } from '../../ui/notify.js';
import { CommandError, registerCommand, reportTrouble } from '../../ui/register-command.js';
import { waysAfterPush, type Refused } from './ways-after-push.js';
import { signedInPush } from './signed-in-push.js';

/**
 * “Share My Change”: what the PM confirmed goes with it, then it is sent as for a pull request, so that a refusal is said in the same words. Where the
 * repository is on no server yet, VS Code’s own git offers one.
 */
export function registerShare(services: Services): Disposable {
  return registerCommand(services.log, 'pmZone.share', async () => {
    const { session } = await currentSnapshot(services.current);
    if ((await services.changes.read())?.isOnTrunk === true)
      throw new CommandError(
        l10n.t(
          'You are on the branch that everybody works from. Choose “Give My Change a Branch of Its Own”, then share that.',
        ),
      );
    if (services.reviews.get(session) === undefined) await services.reviews.run(session);
    const carried = await carryConfirmations(services, session);
    if (carried?.kind === 'waits') void notify('warning', describeConfirmations(carried));
    try {
      const isSent = await window.withProgress(
        { location: ProgressLocation.Notification, title: l10n.t('Sharing your change') },
        () => send(services, session),
      );
      if (!isSent) await commands.executeCommand('git.publish');
      const sentence = l10n.t('Your change is shared: others can see it on the server.');
      if (isSent) void showOutcome(services, { done: true, sentence });
      return isSent;
    } catch (error) {
      if (!(error instanceof OpeningError)) throw error;
      const { way, message, heard } = error;
      if (way === undefined) throw new CommandError(message);
      void reportTrouble(services.log, 'pmZone.share', () => tellRefused(services, { way, sentence: message, heard }));
      return undefined;
    } finally {
      await services.changes.read();
    }
  });
}

async function tellRefused(services: Services, refused: Refused): Promise<void> {
  const again = (): Thenable<unknown> => commands.executeCommand('pmZone.share');
  const ways = waysAfterPush(services, refused, { again });
  const chosen = await notify('warning', refused.sentence, ...ways.map(([label]) => label));
  await ways.find(([label]) => label === chosen)?.[1]();
}

/** `false` where there is no server to send it to. Rejects with an `OpeningError` that says why it failed and what to do. */
async function send({ current }: Services, { root }: RepositorySession): Promise<boolean> {
  const [{ openRepository }, { openWorkGit }, { findPushRemote }, { pushBranch }] = await Promise.all([
    import('../../../git/repository.js'),
    import('../../../git/work-git.js'),
    import('../../../opening/find-push-remote.js'),
    import('../../../opening/push-branch.js'),
  ]);
  const repository = await openRepository(root, { environment: editorGitEnvironment() });
  try {
    const { branch, commit } = repository.head;
    if (branch === undefined || commit === undefined)
      throw new CommandError(
        l10n.t('There is no branch with a commit of yours here to share. Choose “Give My Change a Branch of Its Own”.'),
      );
    const remote = await findPushRemote(repository, branch, undefined);
    if (remote === undefined) return false;
    const way = { face: sharingFace(hostKindOf(current)), by: signedInPush(root) };
    await pushBranch(openWorkGit(repository.git, workspace.isTrusted), { remote, branch, commit }, way);
    return true;
  } finally {
    repository.close();
  }
}
