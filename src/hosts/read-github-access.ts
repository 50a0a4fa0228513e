import { readRoles } from './evidence/host-people.js';
import { UnreadParts } from './evidence/unread-parts.js';
import { githubCodeownersErrors, githubJobRights, githubTeams } from './github/github-access-replies.js';
import { GithubPeople } from './github/github-people.js';
import { accessParts, type AccessQuestion, type HostAccess, type HostTeam } from './host-access.js';
import { isSameName } from './is-same-name.js';
import { apiPath } from './http/api-path.js';
import { inTurn } from './http/in-turn.js';
import type { GithubHost } from './open-github.js';

/** Who of the policy is who on GitHub and may do what there, and what it finds wrong with CODEOWNERS. What cannot be read is `null`, and noted. */
export async function readGithubAccess(host: GithubHost, question: AccessQuestion): Promise<HostAccess> {
  const { repository, branch, handles, teams: asked } = question;
  const [owner = '', name = ''] = repository.split('/');
  const { api } = host;
  const unread = new UnreadParts();
  const people = new GithubPeople(host, owner, name, unread);
  const found = await readRoles(people, handles);
  const known =
    asked.length === 0
      ? []
      : await unread.attempt(`${accessParts.teams} (the token needs to read the repository's administration)`, () =>
          api.list(apiPath`/repos/${owner}/${name}/teams`, githubTeams),
        );
  const teams = await inTurn(asked, async (team): Promise<HostTeam> => {
    const [org = '', slug = ''] = team.replace(/^@/, '').toLowerCase().split('/');
    const isOwn = org === owner.toLowerCase();
    const here = isOwn ? known?.find((each) => isSameName(each.slug, slug)) : undefined;
    const rights = here === undefined ? [] : ['push', 'maintain', 'admin'];
    return {
      team,
      id: here === undefined ? null : String(here.id),
      members: await people.membersOf(team),
      // A team of another organization cannot be on the repository.
      canWrite: known === null && isOwn ? null : here !== undefined && rights.includes(here.permission),
    };
  });
  const errors = await unread.attempt(`${accessParts.codeowners} (the token needs to read contents)`, () =>
    api.get(apiPath`/repos/${owner}/${name}/codeowners/errors?ref=${branch}`, githubCodeownersErrors),
  );
  const jobs = await unread.attempt(
    `${accessParts.jobs} (the token needs to read the repository's administration)`,
    () => api.get(apiPath`/repos/${owner}/${name}/actions/permissions/workflow`, githubJobRights),
  );
  return {
    people: found,
    teams,
    codeownersErrors: errors && errors.errors.map(({ path, line, kind }) => ({ path, line, kind })),
    jobsApprove: jobs && jobs.can_approve_pull_request_reviews,
    unread: unread.all,
  };
}
