import type { HostedRepository } from '../../hosts/host-api.js';
import type { CommandHost } from '../command.js';
import { UsageError } from '../command.js';
import {
  githubApi,
  gitlabApi,
  isGithubCloud,
  parseRepositoryHost,
  readServer,
  type OwnServers,
} from '../../pull-request/repository-host.js';

type Environment = CommandHost['environment'];

/**
 * Where a repository's pull requests are asked for: where a job of GitHub Actions or GitLab CI runs, else where the remote lies. Which host a
 * token goes to is said by the environment alone, in the names that GitHub's and GitLab's own command lines read; a remote that lies elsewhere
 * gets none. Throws a `UsageError` where the host or its token is not known; `elsewhere` is what it says where the remote is on neither host.
 */
export function findHost(
  environment: Environment,
  remoteUrl: string | undefined,
  elsewhere = aboutPullRequest,
): HostedRepository {
  return ofJob(environment) ?? ofRemote(environment, remoteUrl, elsewhere);
}

/** The servers of one's own that the environment names as GitHub's and GitLab's own command lines take it: by a name, with a port, or as an address. */
export function ownServers(environment: Environment): OwnServers {
  const addressOf = (name: string | undefined): string | undefined =>
    name === undefined || name === '' || name.includes('://') ? name : `https://${name}`;
  return { github: addressOf(environment['GH_HOST']), gitlab: addressOf(environment['GITLAB_HOST']) };
}

function ofJob(environment: Environment): HostedRepository | undefined {
  const github = [environment['GITHUB_API_URL'], environment['GITHUB_REPOSITORY']];
  if (github[0] && github[1]) {
    const token = need(environment, ['GH_TOKEN', 'GITHUB_TOKEN'], 'GitHub');
    return { kind: 'github', api: github[0], repository: github[1], token };
  }
  const gitlab = [environment['CI_API_V4_URL'], environment['CI_PROJECT_PATH']];
  if (gitlab[0] && gitlab[1]) {
    return {
      kind: 'gitlab',
      api: gitlab[0],
      repository: gitlab[1],
      token: need(environment, ['GITLAB_TOKEN'], 'GitLab'),
    };
  }
  return undefined;
}

const aboutPullRequest =
  'so nobody can be asked about the pull request. Give what your host says of it with --evidence FILE.';

function ofRemote(environment: Environment, remoteUrl: string | undefined, elsewhere: string): HostedRepository {
  const place = remoteUrl === undefined ? undefined : parseRepositoryHost(remoteUrl, ownServers(environment));
  if (place === undefined) {
    throw new UsageError(`The base’s remote is neither on GitHub nor on GitLab, ${elsewhere}`);
  }
  const page = new URL(place.web);
  const domain = page.hostname;
  const repository = `${place.owner}/${place.name}`;
  if (place.kind === 'gitlab') {
    if (domain !== 'gitlab.com') needHost('GITLAB_HOST', ownServers(environment).gitlab, domain);
    const token = need(environment, ['GITLAB_TOKEN'], domain);
    // What the user named may lie under a path.
    const server = domain === 'gitlab.com' ? undefined : readServer(ownServers(environment).gitlab);
    return { kind: 'gitlab', api: gitlabApi(server ?? new URL(page.origin)), repository, token };
  }
  if (domain !== 'github.com') needHost('GH_HOST', ownServers(environment).github, domain);
  // As GitHub's own command line has it, an Enterprise Server has tokens of other names.
  const names = isGithubCloud(domain)
    ? (['GH_TOKEN', 'GITHUB_TOKEN'] as const)
    : (['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN'] as const);
  return { kind: 'github', api: githubApi(page), repository, token: need(environment, names, domain) };
}

/** A name in a clone's configuration is no reason to send a token there. */
function needHost(name: string, own: string | undefined, domain: string): void {
  if (readServer(own)?.hostname === domain) return;
  throw new UsageError(
    `The base’s remote is on ${domain}, and no token is sent to a host that you did not name. If it is yours, set ${name}=${domain}.`,
  );
}

function need(environment: Environment, names: readonly [string, ...string[]], host: string): string {
  for (const name of names) {
    const token = environment[name];
    if (token) return token;
  }
  throw new UsageError(
    `There is no token to ask ${host} with. Set ${names[0]} to one that may read the repository and its pull requests.`,
  );
}
