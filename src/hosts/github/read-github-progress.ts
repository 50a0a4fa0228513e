import type { GithubPullRequests, HostedStatus } from '../github-pull-requests.js';
import { gateOrUnread } from '../gate-or-unread.js';
import { readParts } from '../progress/read-parts.js';
import { statusName } from '../outcome-status.js';
import type { HostedOpinion, HostedProgress } from '../pull-request-host.js';

/**
 * How a pull request stands on GitHub: the latest opinion of each person, whose is asked for, what is asked of its author, and the gate's status.
 * Who is asked again is waited for, whatever they said before.
 */
export async function readGithubProgress(pulls: GithubPullRequests, number: number): Promise<HostedProgress> {
  const pull = await pulls.read(number);
  const opinions = new Map<string, HostedOpinion['opinion']>();
  const asked = new Map<string, string>();
  const { part, unread } = readParts();
  const reviews = await part('who reviewed it', [], () => pulls.listReviews(number));
  for (const { login, state, commit, body } of reviews) {
    if (login === pull.author) continue;
    if (state === 'APPROVED') opinions.set(login, commit === pull.commit ? 'approved' : 'approved-before');
    if (state === 'CHANGES_REQUESTED') {
      opinions.set(login, 'asks-for-changes');
      asked.set(login, body);
    }
    if (state === 'DISMISSED') opinions.set(login, 'dismissed');
  }
  for (const login of pull.people) opinions.set(login, 'waits');
  const asking = [...asked].filter(([login]) => opinions.get(login) === 'asks-for-changes');
  const comments =
    asking.length === 0 ? [] : await part('what is asked for at single lines', [], () => pulls.listComments(number));
  return {
    state: pull.isOpen ? (pull.draft ? 'draft' : 'open') : pull.isMerged ? 'merged' : 'closed',
    opinions: [
      ...[...opinions].map(([login, opinion]): HostedOpinion => ({ name: `@${login}`, opinion })),
      ...pull.teams.map((slug): HostedOpinion => ({ name: `@${pulls.owner}/${slug}`, opinion: 'waits' })),
    ],
    wishes: asking.flatMap(([login, text]) => [
      { name: `@${login}`, text },
      ...comments
        .filter((comment) => comment.login === login)
        .map(({ path, line, body }) => ({ name: `@${login}`, path, line, text: body })),
    ]),
    unread,
    gate: await gateOrUnread(async () => toGate(await pulls.findStatus(pull.commit, statusName(pull.base)))),
  };
}

const outcomes = new Map([
  ['success', 'ready'],
  ['pending', 'waits'],
  ['failure', 'not-ready'],
] as const);

function toGate(status: HostedStatus | undefined): HostedProgress['gate'] {
  if (status === undefined) return undefined;
  return { outcome: outcomes.get(status.state as 'success') ?? 'failed', words: status.description };
}
