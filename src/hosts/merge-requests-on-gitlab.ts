import { holdsQuickAction, quietQuickActions } from '../text/quick-actions.js';
import { askGitlabReviewers } from './gitlab/ask-gitlab-reviewers.js';
import { GitlabMergeRequests, type GitlabMerge } from './gitlab/gitlab-merge-requests.js';
import { labelGitlabMerge } from './gitlab/label-gitlab-merge.js';
import { readGitlabPreviews } from './gitlab/read-gitlab-previews.js';
import { readGitlabProgress } from './gitlab/read-gitlab-progress.js';
import type { GitlabHost } from './open-gitlab.js';
import type { PullRequestHost } from './pull-request-host.js';

/** The merge requests of a project on GitLab, by its whole path. */
export function mergeRequestsOnGitlab(host: GitlabHost, project: string): PullRequestHost<GitlabMerge> {
  const merges = new GitlabMergeRequests(host, project);
  return {
    findOpen: (head) => merges.findOpen(head),
    findEnded: (head, commit) => merges.findEnded(head, commit),
    read: (number) => merges.read(number),
    create: (wanted) => merges.create({ ...wanted, body: quietQuickActions(wanted.body) }),
    writeBody: async (number, body) => {
      await merges.update(number, { description: body });
    },
    whyUnsent: (body) => (holdsQuickAction(body) ? orderNote : undefined),
    setDraft: ({ number }, draft) => merges.setDraft(number, draft),
    listLabels: () => merges.listLabels(),
    setLabels: (merge, wanted) => labelGitlabMerge(merges, merge, wanted),
    askReviewers: (merge, wanted, { first }) => askGitlabReviewers(merges, merge, wanted, first),
    // A fork's pipelines deploy in the fork.
    listPreviews: (head, commit) => readGitlabPreviews(host, head.repository, commit),
    pictures: { place: `${host.web} ${project}`, send: (picture) => merges.upload(picture) },
    readProgress: (number) => readGitlabProgress(merges, number),
  };
}

/** GitLab reads a description whenever it is sent, and does what it says in the name of whoever sends it. */
const orderNote =
  'The description is left as it is: a line of it begins with “/” and a word, which GitLab could take for an order of yours (a quick action). Put another sign before it there to get the description renewed.';
