import { askGithubReviewers } from './ask-github-reviewers.js';
import { GithubPullRequests, type GithubPull } from './github-pull-requests.js';
import { labelGithubPull } from './github/label-github-pull.js';
import type { GithubHost } from './open-github.js';
import type { PullRequestHost } from './pull-request-host.js';
import { readGithubPreviews } from './github/read-github-previews.js';
import { readGithubProgress } from './github/read-github-progress.js';

/** The pull requests of a repository on GitHub, `owner/name`. */
export function pullRequestsOnGithub(host: GithubHost, repository: string): PullRequestHost<GithubPull> {
  const pulls = new GithubPullRequests(host, repository);
  return {
    findOpen: (head) => pulls.findOpen(head),
    findEnded: (head, commit) => pulls.findEnded(head, commit),
    read: (number) => pulls.read(number),
    create: (wanted) => pulls.create(wanted),
    writeBody: (number, body) => pulls.update(number, { body }),
    whyUnsent: () => undefined,
    setDraft: (pull, draft) => pulls.setDraft(pull, draft),
    listLabels: () => pulls.listLabels(),
    setLabels: (pull, wanted) => labelGithubPull(pulls, pull, wanted),
    askReviewers: (pull, wanted, asking) => askGithubReviewers(pulls, pull, wanted, asking),
    listPreviews: (_, commit) => readGithubPreviews(host, repository, commit),
    // Its interface takes none.
    pictures: undefined,
    readProgress: (number) => readGithubProgress(pulls, number),
  };
}
