import { examineHost, type HostReport } from '../../controls/examine-host.js';
import { baseRemote, parseBaseBranch } from '../../git/base-branch.js';
import { orTrouble } from '../../hosts/host-error.js';
import type { Policy } from '../../policy/policy.js';
import type { PolicySession } from '../../policy/policy-session.js';
import { hostAddress } from '../../pull-request/repository-host.js';
import { UsageError, type CommandHost } from '../command.js';
import { requireBase } from '../with-policy-session.js';
import { findHost, ownServers } from './find-host.js';

/**
 * Asks the host of the base's remote what it enforces for the base branch and of whom the policy names. It only reads. Throws a `UsageError` where
 * the host or its token is not known.
 */
export async function askHost(
  session: PolicySession,
  policy: Policy,
  paths: readonly string[],
  { environment, progress }: Pick<CommandHost, 'environment' | 'progress'>,
): Promise<HostReport> {
  const { repository } = session;
  const { ref } = requireBase(session);
  const { branch } = parseBaseBranch(repository, ref);
  const remote = baseRemote(repository, ref);
  const place = findHost(environment, remote && hostAddress(remote, 'fetchUrl', ownServers(environment)), elsewhere);
  progress?.('Asking the host');
  const asked = await orTrouble(() => examineHost(place, branch, policy, paths));
  if ('value' in asked) return asked.value;
  throw new UsageError(asked.trouble.sentence);
}

const elsewhere = 'so PM Zone cannot ask what is enforced there. Leave --host away for what the files alone say.';
