import { completePushes, type BranchUpdate, type Push } from '../evidence/complete-pushes.js';
import { HostError } from '../host-error.js';
import { apiPath } from '../http/api-path.js';
import type { GitlabPeople } from './gitlab-people.js';
import { gitlabEvents } from './gitlab-replies.js';

/** GitLab lists the pushes of a whole project: past so many pages of them the branch's beginning is not looked for. */
const mostPages = 10;

/** Who pushed a merge request's commits to its branch, by its project's events, oldest first. A list that is not whole is a `HostError`. */
export async function readGitlabPushes(
  people: GitlabPeople,
  branch: { readonly project: number | null; readonly name: string; readonly head: string },
  commits: ReadonlySet<string>,
): Promise<readonly Push[]> {
  const { project, name, head } = branch;
  const updates: BranchUpdate[] = [];
  let pages = 0;
  if (project !== null) {
    const events = people.host.api.pages(
      apiPath`/projects/${project}/events?action=pushed`,
      gitlabEvents,
      (page) => page,
    );
    for await (const page of events) {
      for (const { push_data: push, author, created_at } of page) {
        if (push?.ref !== name || push.ref_type !== 'branch') continue;
        updates.unshift({ by: people.meet(author), before: push.commit_from, after: push.commit_to, at: created_at });
      }
      // Newest first: what lies before the branch came into being is of another one.
      if (updates.some(({ before }) => before === null) || ++pages >= mostPages) break;
    }
  }
  const pushes = completePushes(updates, head, commits);
  if (pushes !== undefined) return pushes;
  throw new HostError({
    kind: 'incomplete',
    sentence: 'Who pushed to the branch cannot be told: the events that GitLab gives do not have all of its pushes.',
  });
}
