import { readChange } from '../change/read-change.js';
import { formatGateGithub } from '../formats/format-github.js';
import { formatGateMarkdown } from '../formats/format-gate-markdown.js';
import type { Evidence, EvidenceRequest } from '../gate/evidence.js';
import { judgeByHost } from '../gate/judge-by-host.js';
import { writeRecord } from '../gate/record.js';
import type { CommitStore } from './fetch-commits.js';
import type { Base } from '../git/find-base.js';
import { GitError } from '../git/git-error.js';
import { HostError } from '../hosts/host-error.js';
import { MissingBaseError, openPolicySession, type PolicySession } from '../policy/policy-session.js';
import { escapeMarkdown } from '../text/plain-markdown.js';
import { describeStatus } from './describe-status.js';
import type { OpenPullRequest } from './find-targets.js';
import { namedCommits } from './named-commits.js';
import type { Judged } from './run-gate.js';

export interface JudgeParts {
  readonly store: Pick<CommitStore, 'root' | 'environment' | 'fetchCommits'>;
  /** Rejects with a `HostError`. */
  readEvidence(number: number, request: EvidenceRequest): Promise<Evidence>;
  readonly now: Date;
  /** What the host writes before the number of one: a pull request, or a merge request. */
  readonly sign: '#' | '!';
}

/**
 * Judges one pull request from its fetched commits and the host's evidence. What cannot be judged is `not-run`, with the reason: a base without
 * a policy, a policy with errors, a history that is cut off, a host that does not answer, a check that broke, and a bug: the others are judged all
 * the same. Never rejects.
 */
export async function judgeFetched(pullRequest: OpenPullRequest, base: string, parts: JudgeParts): Promise<Judged> {
  try {
    const { root, environment } = parts.store;
    const session = await openPolicySession({ cwd: root, environment, base, fresh: true });
    try {
      return await judge(pullRequest, session, parts);
    } finally {
      session.close();
    }
  } catch (error) {
    return notRun(pullRequest, sentenceOf(error), parts);
  }
}

async function judge(pullRequest: OpenPullRequest, session: PolicySession, parts: JudgeParts): Promise<Judged> {
  const { number, commit } = pullRequest;
  // The base was named and is there: else the session would not have opened.
  const base = session.base as Base;
  if (session.policy.preview) {
    return notRun(
      pullRequest,
      `${pullRequest.base} has no PM zone yet, so there is nothing to judge by. Engineering lands the policy there first.`,
      parts,
    );
  }
  const head = { ref: `${parts.sign}${number}`, commit };
  const loaded = await readChange(session.repository, { kind: 'range', base, head, mayBeEmpty: true });
  const read = async (request: EvidenceRequest): Promise<Evidence> => {
    const evidence = await parts.readEvidence(number, request);
    await parts.store.fetchCommits(namedCommits(evidence));
    return evidence;
  };
  const judged = await judgeByHost(session, base, loaded, read, parts.now.toISOString().slice(0, 10));
  if ('other' in judged) return notRun(pullRequest, judged.other, parts);
  const { verdict, evidence } = judged;
  return {
    number,
    outcome: verdict.outcome,
    description: describeStatus(verdict),
    changesPolicy: (verdict.policyChange?.effect ?? 'none') !== 'none',
    summary: formatGateMarkdown(verdict),
    annotations: formatGateGithub(verdict),
    record: await writeRecord(session.repository, session.policy, base, verdict, evidence),
  };
}

function sentenceOf(error: unknown): string {
  if (error instanceof GitError) return error.sentence;
  if (error instanceof HostError || error instanceof MissingBaseError) return error.message;
  const first = String(error).replace(/\n.*$/s, '');
  return `Something went wrong that PM Zone did not expect: ${first}. Run the job again; if it stays so, report it.`;
}

function notRun({ number, base }: OpenPullRequest, sentence: string, { sign }: Pick<JudgeParts, 'sign'>): Judged {
  const what = sign === '!' ? 'Merge request' : 'Pull request';
  return {
    number,
    outcome: 'not-run',
    description: sentence,
    changesPolicy: false,
    summary: `## PM Zone\n\n**${what} ${sign}${number} to ${escapeMarkdown(base)} could not be judged.** ${escapeMarkdown(sentence)}\n`,
    annotations: '',
    record: undefined,
  };
}
