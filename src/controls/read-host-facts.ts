import type { HostedRepository } from '../hosts/host-api.js';
import { openGithub } from '../hosts/open-github.js';
import { openGitlab } from '../hosts/open-gitlab.js';
import { readGithubAccess } from '../hosts/read-github-access.js';
import { readGithubRules } from '../hosts/read-github-rules.js';
import { readGitlabAccess } from '../hosts/read-gitlab-access.js';
import { readGitlabRules } from '../hosts/read-gitlab-rules.js';
import type { Policy } from '../policy/policy.js';
import type { HostFacts } from './host-facts.js';
import { collectNamedPeople, isTeam } from './named-people.js';

/** A policy that names more is a hostile one, or a list for machines. */
const mostNames = 200;

/**
 * Asks a host what it enforces for a branch and who of the policy may do what there. It only reads. Rejects with a `HostError` for an address or
 * token that is none; what else goes wrong is in the facts.
 */
export async function readHostFacts(
  { kind, api, repository, token }: HostedRepository,
  branch: string,
  policy: Policy,
  limits: HostLimits = patience,
): Promise<HostFacts> {
  const { pms, revoked, approvers, engineers } = collectNamedPeople(policy);
  const all = [...new Set([...pms, ...approvers, ...engineers, ...revoked])];
  const names = all.slice(0, mostNames);
  const question = {
    repository,
    branch,
    handles: names.filter((name) => !isTeam(name)),
    teams: names.filter(isTeam),
  };
  const read = async () => {
    if (kind === 'github') {
      const host = openGithub(api, token, limits);
      const rules = await readGithubRules(host, repository, branch);
      return { web: host.web, readAt: host.api.time, rules, access: await readGithubAccess(host, question) };
    }
    const host = openGitlab(api, token, limits);
    const rules = await readGitlabRules(host, repository, branch);
    return { web: host.web, readAt: host.api.time, rules, access: await readGitlabAccess(host, question) };
  };
  const { web, ...facts } = await read();
  return { kind, page: `${web}/${repository}`, branch, leftOut: all.length - names.length, ...facts };
}

type HostLimits = NonNullable<Parameters<typeof openGithub>[2]>;

/** Somebody watches. */
const patience: HostLimits = { patience: 20_000, milliseconds: 10_000 };
