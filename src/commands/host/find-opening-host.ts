import { parseRepositoryHost, readServer, type OwnServers } from '../../pull-request/repository-host.js';
import type { HostedRepository } from '../../hosts/host-api.js';
import { askGh } from './ask-gh.js';
import { UsageError, type CommandHost } from '../command.js';
import { findHost, ownServers } from './find-host.js';

/**
 * The host that pull requests are opened on, with a token for it, by the rules of `findHost`; without one in the environment that of GitHub is the
 * one of GitHub's own command line, for a host that may have one. Else why there is none: then the browser is the way.
 */
export async function findOpeningHost(
  environment: CommandHost['environment'],
  remoteUrl: string | undefined,
): Promise<{ readonly host: HostedRepository } | { readonly why: string }> {
  const servers = ownServers(environment);
  const place = remoteUrl === undefined ? undefined : parseRepositoryHost(remoteUrl, servers);
  const isJob = [
    ['GITHUB_API_URL', 'GITHUB_REPOSITORY'],
    ['CI_API_V4_URL', 'CI_PROJECT_PATH'],
  ].some((names) => names.every((name) => environment[name]));
  if (!isJob && place === undefined)
    return { why: 'PM Zone opens pull requests by itself on GitHub and GitLab alone.' };
  try {
    const domain = isJob || place === undefined ? undefined : new URL(place.web).hostname;
    const signed =
      domain === undefined
        ? environment
        : place?.kind === 'gitlab'
          ? signInToGitlab(environment, domain, servers)
          : await signInToGithub(environment, domain, servers);
    if (signed === undefined) {
      const how =
        place?.kind === 'gitlab'
          ? 'set GITLAB_TOKEN to a token of yours with the scope “api”'
          : 'gh auth login signs in, or GH_TOKEN with a token that may write pull requests';
      return {
        why: `Nobody is signed in to ${String(domain)} here, so PM Zone cannot open it by itself (${how}).`,
      };
    }
    return { host: findHost(signed, remoteUrl) };
  } catch (error) {
    if (error instanceof UsageError) return { why: error.message };
    throw error;
  }
}

/** With a token for github.com, or for the one other host that `GH_HOST` names: `findHost` refuses any other. `undefined` where there is none. */
async function signInToGithub(
  environment: CommandHost['environment'],
  domain: string,
  servers: OwnServers,
): Promise<CommandHost['environment'] | undefined> {
  const isCloud = domain === 'github.com';
  if (!isCloud && readServer(servers.github)?.hostname !== domain) return environment;
  const names = isCloud ? ['GH_TOKEN', 'GITHUB_TOKEN'] : ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN'];
  if (names.some((name) => environment[name])) return environment;
  const token = await askGh(domain, environment);
  return token === undefined ? undefined : { ...environment, [names[0] as string]: token };
}

/** The same for gitlab.com, or the one other host that `GITLAB_HOST` names. */
function signInToGitlab(
  environment: CommandHost['environment'],
  domain: string,
  servers: OwnServers,
): CommandHost['environment'] | undefined {
  const isNamed = domain === 'gitlab.com' || readServer(servers.gitlab)?.hostname === domain;
  return isNamed && !environment['GITLAB_TOKEN'] ? undefined : environment;
}
