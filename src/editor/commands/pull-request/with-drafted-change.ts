import { l10n } from 'vscode';
import type { Tip } from '../../../git/find-base.js';
import { findHostServer, type HostServer } from '../../../opening/host-server.js';
import type { PolicySession } from '../../../policy/policy-session.js';
import type { DraftWithReview } from '../../../pull-request/draft-from-range.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import type { Services } from '../../services/services.js';
import { readOwnServers } from '../../ui/own-servers.js';
import { CommandError } from '../../ui/register-command.js';

/** A drafted pull request of the current change as it is committed now, and what it takes to send it. */
export interface DraftedChange extends DraftWithReview {
  readonly session: PolicySession;
  /** The newest commit that is in it. */
  readonly head: Tip;
  /** The remote that the branch is shared by; `undefined` where there is none. */
  readonly pushRemote: string | undefined;
  /** Where one can sign in from VS Code; elsewhere the browser is the way. */
  readonly server: HostServer | undefined;
}

/** Reviews and drafts what is committed, and hands it on while the repository is open. */
export async function withDraftedChange<T>(
  { current, sessions }: Services,
  asDraft: boolean,
  use: (drafted: DraftedChange) => Promise<T>,
): Promise<T> {
  const { session: own } = await currentSnapshot(current, {
    noRepository: l10n.t('Open a folder of the repository first, then ask again.'),
    noPolicy: l10n.t('This repository has no PM zone yet. Ask an engineer for one, then try again.'),
  });
  const [{ findCommit }, { draftFromRange }, { findPushRemote }, { parseBaseBranch }] = await Promise.all([
    import('../../../git/find-base.js'),
    import('../../../pull-request/draft-from-range.js'),
    import('../../../opening/find-push-remote.js'),
    import('../../../git/base-branch.js'),
  ]);
  const session = await sessions.openPolicy(own.root);
  try {
    const { repository, base } = session;
    const head = await findCommit(repository, 'HEAD');
    if (base === undefined || head === undefined) {
      throw new CommandError(
        l10n.t(
          'There is no branch yet that your change could go to: a pull request asks for it to be merged into one. Ask an engineer to share the main branch, then try again.',
        ),
      );
    }
    const { branch } = repository.head;
    const pushRemote =
      branch === undefined
        ? undefined
        : await findPushRemote(repository, branch, parseBaseBranch(repository, base.ref).remote);
    const servers = readOwnServers();
    const made = await draftFromRange(session, { base, head, asDraft, pushRemote, servers });
    const server = findHostServer(made.remotes.remoteUrl, servers);
    return await use({ ...made, session, head, pushRemote, server });
  } finally {
    session.close();
  }
}
