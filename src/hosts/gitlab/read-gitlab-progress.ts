import { gateOrUnread } from '../gate-or-unread.js';
import { isSameName } from '../is-same-name.js';
import { readParts } from '../progress/read-parts.js';
import { statusName } from '../outcome-status.js';
import type { HostedOpinion, HostedProgress, HostedWish } from '../pull-request-host.js';
import type { GitlabMerge, GitlabMergeRequests } from './gitlab-merge-requests.js';

/**
 * How a merge request stands on GitLab: whose review is asked for, who approved it, and as what is asked of its author each thread that is not
 * settled. An approval that was given before its newest commits came is told apart, where GitLab says when that was.
 */
export async function readGitlabProgress(merges: GitlabMergeRequests, number: number): Promise<HostedProgress> {
  const merge = await merges.read(number);
  const isOther = (name: string): boolean => !isSameName(merge.author, name);
  const opinions = new Map<string, HostedOpinion['opinion']>();
  const { part, unread } = readParts();
  for (const { username, state } of await part('who is asked to review it', [], () => merges.listReviewers(number)))
    opinions.set(username, state === 'requested_changes' ? 'asks-for-changes' : 'waits');
  const approvals = await part('who approved it', [], () => merges.listApprovals(number));
  const pushedAt = approvals.some(({ at }) => at !== undefined)
    ? await part('whether that was before your latest commits', undefined, () => merges.findPushTime(number))
    : undefined;
  for (const { username, at } of approvals) {
    const isOld = at !== undefined && pushedAt !== undefined && at < pushedAt;
    opinions.set(username, isOld ? 'approved-before' : 'approved');
  }
  const all = await part('which threads are open', [], () => merges.listOpenThreads(number));
  const threads = all.filter(({ username }) => isOther(username));
  for (const { username } of threads) if (!opinions.has(username)) opinions.set(username, 'threads');
  return {
    state: merge.isOpen ? (merge.draft ? 'draft' : 'open') : merge.isMerged ? 'merged' : 'closed',
    opinions: [...opinions]
      .filter(([username]) => isOther(username))
      .map(([username, opinion]) => ({ name: `@${username}`, opinion })),
    wishes: threads.map(({ username, path, line, body }): HostedWish => ({
      name: `@${username}`,
      path,
      line,
      text: body,
    })),
    unread,
    gate: await gateOrUnread(() => readGate(merges, merge)),
  };
}

/** What waits is failed on GitLab, and its words say for whom. */
const beginnings = [
  [/^Waits for /, 'waits'],
  [/^Not ready: /, 'not-ready'],
] as const;

/** What an external status check for the gate is called, whatever stands behind that. */
const gateCheck = /^pm[ _-]?zone\b/i;

/** The gate's commit status has words; where the project has an external status check for it, that is what holds, and of an older answer it says nothing. */
async function readGate(
  merges: GitlabMergeRequests,
  { number, commit, base }: GitlabMerge,
): Promise<HostedProgress['gate']> {
  const found = commit === undefined ? undefined : await merges.findStatus(commit, statusName(base));
  const words = found?.description ?? '';
  const said = found && outcomeOf(found.status, words);
  if (said !== undefined && said !== 'ready') return { outcome: said, words };
  const check = (await merges.listChecks(number)).find(({ name }) => gateCheck.test(name));
  if (check === undefined) return said && { outcome: said, words };
  switch (check.status) {
    case 'passed':
      return { outcome: 'ready', words };
    case 'pending':
      return { outcome: 'waits', words: 'Its answer to GitLab for your latest commits is still to come.' };
    default:
      return { outcome: 'not-ready', words: 'Its answer to GitLab is that it failed.' };
  }
}

function outcomeOf(status: string, words: string): Exclude<HostedProgress['gate'], undefined>['outcome'] {
  if (status === 'success') return 'ready';
  return beginnings.find(([begins]) => begins.test(words))?.[1] ?? 'failed';
}
