import { readRoles, readTeams } from './evidence/host-people.js';
import { UnreadParts } from './evidence/unread-parts.js';
import { GitlabPeople } from './gitlab/gitlab-people.js';
import { accessParts, type AccessQuestion, type HostAccess } from './host-access.js';
import type { GitlabHost } from './open-gitlab.js';

/** Who of the policy is who on GitLab and may do what there. What cannot be read is `null`, and noted. */
export async function readGitlabAccess(host: GitlabHost, question: AccessQuestion): Promise<HostAccess> {
  const unread = new UnreadParts();
  const people = new GitlabPeople(host, question.repository, unread);
  const found = await readRoles(people, question.handles);
  const teams = (await readTeams(people, question.teams)).map((team) => ({ ...team, id: null, canWrite: null }));
  unread.note(accessParts.codeowners, 'GitLab does not tell them over its REST interface: its page of the file does.');
  for (const { team } of teams) {
    unread.note(`write access of ${team}`, 'GitLab tells it of each member alone, which is not asked here.');
  }
  // GitLab has no setting of this kind: a job's own token approves nothing.
  return { people: found, teams, codeownersErrors: null, jobsApprove: false, unread: unread.all };
}
