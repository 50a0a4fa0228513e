import type { Evidence, EvidenceRequest } from '../../gate/evidence.js';
import { baseRemote } from '../../git/base-branch.js';
import type { Repository } from '../../git/repository.js';
import { orTrouble } from '../../hosts/host-error.js';
import { openGithub } from '../../hosts/open-github.js';
import { openGitlab } from '../../hosts/open-gitlab.js';
import { readGithubEvidence } from '../../hosts/read-github-evidence.js';
import { readGitlabEvidence } from '../../hosts/read-gitlab-evidence.js';
import { UsageError, type CommandHost } from '../command.js';
import { hostAddress } from '../../pull-request/repository-host.js';
import { findHost, ownServers } from './find-host.js';

/**
 * Asks the host of the base's remote about one pull request, as often as it is called. It only reads. Throws a `UsageError`, and rejects with one
 * where the host does not answer.
 */
export function pullRequestReader(
  repository: Pick<Repository, 'remotes'>,
  base: { readonly ref: string },
  text: string,
  { environment }: Pick<CommandHost, 'environment'>,
): (request: EvidenceRequest) => Promise<Evidence> {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new UsageError('--pull-request takes its number, such as 12.');
  const number = Number(text);
  const remote = baseRemote(repository, base.ref);
  const {
    kind,
    api,
    repository: place,
    token,
  } = findHost(environment, remote && hostAddress(remote, 'fetchUrl', ownServers(environment)));
  return async (request) => {
    const question = { repository: place, number, request };
    const asked = await orTrouble(() =>
      kind === 'github'
        ? readGithubEvidence(openGithub(api, token), question)
        : readGitlabEvidence(openGitlab(api, token), question),
    );
    const read = 'value' in asked ? asked.value : asked;
    if ('value' in read) return read.value;
    throw new UsageError(read.trouble.sentence);
  };
}
