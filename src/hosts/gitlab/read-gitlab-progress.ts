import { gateOrUnread } from '../gate-or-unread.js';
import { isSameName } from '../is-same-name.js';
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
  for (const { username, state } of await merges.listReviewers(number))
    opinions.set(username, state === 'requested_changes' ? 'asks-for-changes' : 'waits');
  const approvals = await merges.listApprovals(number);
  const pushedAt = approvals.some(({ at }) => at !== undefined) ? await merges.findPushTime(number) : undefined;
  for (const { username, at } of approvals) {
    const isOld = at !== undefined && pushedAt !== undefined && at < pushedAt;
    opinions.set(username, isOld ? 'approved-before' : 'approved');
  }
  const threads = (await merges.listOpenThreads(number)).filter(({ username }) => isOther(username));
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
    gate: await gateOrUnread(() => readGate(merges, merge)),
  };
}

/** What waits is failed on GitLab, and its words say for whom. */
const beginnings = [
  [/^Waits for /, 'waits'],
  [/^Not ready: /, 'not-ready'],
] as const;

async function readGate(merges: GitlabMergeRequests, { commit, base }: GitlabMerge): Promise<HostedProgress['gate']> {
  if (commit === undefined) return undefined;
  const found = await merges.findStatus(commit, statusName(base));
  if (found === undefined) return undefined;
  const { status, description } = found;
  const words = description ?? '';
  if (status === 'success') return { outcome: 'ready', words };
  return { outcome: beginnings.find(([begins]) => begins.test(words))?.[1] ?? 'failed', words };
}
