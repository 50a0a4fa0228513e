import { commands, l10n, window, type Disposable } from 'vscode';
import { baseRemote } from '../../../git/base-branch.js';
import { GithubPullRequests } from '../../../hosts/github-pull-requests.js';
import { HostError } from '../../../hosts/host-error.js';
import { openGithub } from '../../../hosts/open-github.js';
import { explainTrouble } from '../../../opening/explain-trouble.js';
import { findGithubServer, type GithubServer } from '../../../opening/github-server.js';
import { inEditor } from '../../../opening/opening-face.js';
import { readProgress, type PullProgress, type ReviewerStand } from '../../../opening/read-progress.js';
import type { Asking } from '../../../policy/policy.js';
import { hostAddress } from '../../../pull-request/repository-host.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import type { SessionSnapshot } from '../../sessions/repository-state.js';
import { forgetPull, pullOf, recordSent } from '../../services/sent-changes.js';
import type { Services } from '../../services/services.js';
import { readEnterpriseServer } from '../../ui/enterprise-server.js';
import { notify } from '../../ui/notify.js';
import { CommandError, registerCommand, reportTrouble } from '../../ui/register-command.js';
import { signIn } from './sign-in.js';

/** “Ask Who Reviewed It”: how the pull request stands, asked of the host when the PM says so and at no other time. */
export function registerPullProgress(services: Services): Disposable {
  const { log, context, current, changes } = services;
  // Kept, so that what has not changed there is not sent again.
  let asked: { readonly of: string; readonly pulls: GithubPullRequests } | undefined;
  const openPulls = ({ api, repository }: GithubServer, secret: string): GithubPullRequests => {
    const of = [api, repository, secret].join('\n');
    if (asked?.of !== of) asked = { of, pulls: new GithubPullRequests(openGithub(api, secret), repository) };
    return asked.pulls;
  };
  return registerCommand(log, 'pmZone.pullProgress', async () => {
    const { snapshot } = await currentSnapshot(current);
    const { branch, headCommit } = (await changes.read()) ?? {};
    const known = pullOf(services);
    const server = serverOf(snapshot);
    if (branch === undefined || headCommit === undefined || known === undefined || server === undefined)
      throw new CommandError(l10n.t('No pull request of this change was opened from here yet.'));
    const secret = await signIn(server, { asksTeams: known.seesTeams, again: false });
    if (secret === undefined)
      throw new CommandError(l10n.t('You are not signed in to {0}, so it was not asked.', server.name));
    const { state, reviewers } = await window.withProgress({ location: { viewId: 'pmZone.change' } }, () =>
      ask(openPulls(server, secret), known.number),
    );
    if (state === 'merged' || state === 'closed') {
      await forgetPull(context, branch);
      void reportTrouble(log, 'pmZone.pullProgress', () => tellEnd(state));
    } else {
      const lines = reviewers.map((each) => ({ ...each, role: roleOf(each, snapshot.asking) }));
      const pull = { ...known, draft: state === 'draft', reviewers: lines };
      await recordSent(context, { branch, commit: headCommit, pull });
    }
    await changes.read();
  });
}

function serverOf({ repository, base }: SessionSnapshot): GithubServer | undefined {
  const enterprise = readEnterpriseServer();
  const remote = base === undefined ? repository.remotes[0] : baseRemote(repository, base.ref);
  return findGithubServer(remote && hostAddress(remote, 'fetchUrl', { github: enterprise }), enterprise);
}

async function ask(pulls: GithubPullRequests, number: number): Promise<PullProgress> {
  try {
    return await readProgress(pulls, number);
  } catch (error) {
    if (error instanceof HostError) throw new CommandError(explainTrouble(error.trouble, inEditor));
    throw error;
  }
}

function roleOf({ name }: ReviewerStand, { rows }: Asking): 'engineering' | 'product' | undefined {
  const isIn = (names: readonly string[]): boolean => names.some((each) => each.toLowerCase() === name.toLowerCase());
  if (rows.some(({ engineeringDris }) => isIn(engineeringDris))) return 'engineering';
  return rows.some(({ productDris }) => isIn(productDris)) ? 'product' : undefined;
}

async function tellEnd(state: 'merged' | 'closed'): Promise<void> {
  if (state === 'closed') {
    await notify('information', l10n.t('Your pull request was closed there without being merged. Its page says why.'));
    return;
  }
  const latest = l10n.t('Get the Latest');
  const chosen = await notify('information', l10n.t('Your pull request is merged. Get the latest to go on.'), latest);
  if (chosen === latest) await commands.executeCommand('pmZone.getLatest');
}
