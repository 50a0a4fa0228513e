import type { Evidence } from '../gate/evidence.js';
import type { EvidenceQuestion } from './evidence-question.js';
import { readHandles, readTeams } from './evidence/host-people.js';
import { toEvidence } from './evidence/to-evidence.js';
import { UnreadParts } from './evidence/unread-parts.js';
import { GithubPeople } from './github/github-people.js';
import { githubPull, githubRef, type GithubPull } from './github/github-replies.js';
import { readGithubCommits } from './github/read-github-commits.js';
import { readGithubPlans } from './github/read-github-plans.js';
import { readGithubPushes } from './github/read-github-pushes.js';
import { readGithubReviews } from './github/read-github-reviews.js';
import { readRetargeting } from './github/read-retargeting.js';
import { readSameHead } from './github/read-same-head.js';
import { HostError, orTrouble, type HostAnswer } from './host-error.js';
import { apiPath } from './http/api-path.js';
import type { GithubHost } from './open-github.js';

/**
 * What GitHub says of one pull request. Without the pull request itself, its reviews, its commits or the others of its head there is no
 * evidence but a trouble; any other part that cannot be read whole is `null` in it and named in `unread`.
 */
export async function readGithubEvidence(host: GithubHost, question: EvidenceQuestion): Promise<HostAnswer<Evidence>> {
  return orTrouble(() => read(host, question));
}

async function read(host: GithubHost, { repository, number, request }: EvidenceQuestion): Promise<Evidence> {
  const [owner = '', name = ''] = repository.split('/');
  const { api } = host;
  api.renew();
  const unread = new UnreadParts();
  const people = new GithubPeople(host, owner, name, unread);
  const readPull = () => api.get(apiPath`/repos/${owner}/${name}/pulls/${number}`, githubPull);
  const readAt = api.time;

  const pull = await readPull();
  const { head, base } = pull;
  const author = people.meet(pull.user);
  const tip = await api.get(apiPath`/repos/${owner}/${name}/git/ref/${`heads/${base.ref}`}`, githubRef);
  const commits = await readGithubCommits(people, pull);
  const pushes = await unread.attempt('pushes', () => readGithubPushes(people, head, commits));
  const reviews = await readGithubReviews(people, number);
  const retargetedAt = await readRetargeting(people, number);
  const sameHead = await readSameHead(people, pull);
  const plans = await readGithubPlans(people, base.ref, request.plans);
  const teams = await readTeams(people, request.teams);
  const handles = await readHandles(people, request.handles);
  checkUnmoved(pull, await readPull());

  return toEvidence('GitHub', {
    version: 1,
    host: { kind: 'github', url: host.web, repository: base.repo.full_name },
    readAt,
    pullRequest: {
      number: pull.number,
      author,
      base: { ref: base.ref, commit: tip.object.sha },
      head: { ref: head.ref, commit: head.sha, repository: head.repo?.full_name ?? '' },
      retargetedAt,
    },
    sameHead,
    commits,
    pushes: pushes && [...pushes],
    reviews,
    approvals: 'name-commit',
    handles,
    teams,
    plans,
    unread: unread.all,
  });
}

/** What was read belongs together only if nobody changed the pull request meanwhile. */
function checkUnmoved(before: GithubPull, after: GithubPull): void {
  if (before.head.sha === after.head.sha && before.base.ref === after.base.ref && before.state === after.state) return;
  throw new HostError({
    kind: 'moved',
    sentence: `Pull request ${before.number} changed while it was read. It is judged again when it is at rest: try again.`,
  });
}
