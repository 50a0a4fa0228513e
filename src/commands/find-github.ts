import { parseRepositoryHost } from '../pull-request/repository-host.js';
import { askGh } from './ask-gh.js';
import { UsageError, type CommandHost } from './command.js';
import { findHost, type HostedRepository } from './find-host.js';

/**
 * GitHub with a token to open pull requests with, by the rules of `findHost`; without one in the environment the token is that of GitHub's own
 * command line, for a host that may have one. Else why there is none: then the browser is the way.
 */
export async function findGithub(
  environment: CommandHost['environment'],
  remoteUrl: string | undefined,
): Promise<{ readonly host: HostedRepository } | { readonly why: string }> {
  const place = remoteUrl === undefined ? undefined : parseRepositoryHost(remoteUrl);
  const isJob = Boolean(environment['GITHUB_API_URL'] && environment['GITHUB_REPOSITORY']);
  if (!isJob && place?.kind !== 'github') return { why: onGithubAlone };
  try {
    const domain = isJob || place === undefined ? undefined : new URL(place.web).hostname;
    const signed = domain === undefined ? environment : await signIn(environment, domain);
    if (signed === undefined) {
      return {
        why: `Nobody is signed in to ${String(domain)} here, so PM Zone cannot open it by itself (gh auth login signs in, or GH_TOKEN with a token that may write pull requests).`,
      };
    }
    const host = findHost(signed, remoteUrl);
    return host.kind === 'github' ? { host } : { why: onGithubAlone };
  } catch (error) {
    if (error instanceof UsageError) return { why: error.message };
    throw error;
  }
}

const onGithubAlone = 'PM Zone opens pull requests by itself on GitHub alone.';

/** With a token for github.com, or for the one other host that `GH_HOST` names: `findHost` refuses any other. `undefined` where there is none. */
async function signIn(
  environment: CommandHost['environment'],
  domain: string,
): Promise<CommandHost['environment'] | undefined> {
  const isCloud = domain === 'github.com';
  if (!isCloud && environment['GH_HOST']?.toLowerCase() !== domain) return environment;
  const names = isCloud ? ['GH_TOKEN', 'GITHUB_TOKEN'] : ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN'];
  if (names.some((name) => environment[name])) return environment;
  const token = await askGh(domain, environment);
  return token === undefined ? undefined : { ...environment, [names[0] as string]: token };
}
