import type { GateOutcome } from '../gate/gate-verdict.js';
import { findTargets, type OpenPullRequest, type Target } from './find-targets.js';
import type { GateWork, HeadAndBase } from './plan-work.js';
import { baseRef, readTargets, type ReadTarget, type ReadingParts } from './read-targets.js';

/** One pull request, judged. */
export interface Judged {
  readonly number: number;
  readonly outcome: GateOutcome;
  /** One line for the status. */
  readonly description: string;
  /** Whether others would be judged by another policy once it is merged. */
  readonly changesPolicy: boolean;
  /** Markdown for the job's summary. */
  readonly summary: string;
  /** Workflow commands that the service shows on the lines. */
  readonly annotations: string;
  /** The statement of the record, as text. */
  readonly record: string | undefined;
}

/** What stands at a commit for a base now, and so for all of these pull requests: the worst outcome counts. */
export interface Posted extends Target {
  readonly outcome: GateOutcome;
  readonly description: string;
  readonly judged: readonly Judged[];
}

export interface RunParts extends ReadingParts {
  readonly host: ReadingParts['host'] & {
    /** A sign of what is said of a commit and a base now, another one once somebody says something else. */
    said(of: HeadAndBase): Promise<unknown>;
    post(status: Posted): Promise<void>;
  };
  /** Judges one pull request, whose commits and base are there; `base` is the base's ref here. Never rejects. */
  judge(pullRequest: OpenPullRequest, base: string): Promise<Judged>;
}

/** How often the host is read anew because somebody pushed meanwhile. */
const mostReadings = 4;

/**
 * Judges what the work comes to and posts one status for each commit and base. What the host lists, the fetched heads and the bases' tips
 * belong together, also right before it posts: whatever changed meanwhile is judged again, and so is what another run spoke of meanwhile, which may
 * know of a later review. A preview posts nothing.
 */
export async function runGate(
  work: GateWork,
  parts: RunParts,
): Promise<{ readonly posted: readonly Posted[]; readonly notes: readonly string[] }> {
  if (work.kind === 'nothing') return { posted: [], notes: findTargets(work, [], parts.isGated).notes };
  const judged = new Map<string, Posted & { readonly saidBefore: unknown }>();
  // Whoever only looks may not know what is said.
  const said = async (target: Target): Promise<unknown> =>
    work.kind === 'preview' ? undefined : parts.host.said(target);
  const judge = async (target: Target) => {
    const saidBefore = await said(target);
    return { ...(await judgeTarget(target, work, parts)), saidBefore };
  };
  for (let reading = 1; ; reading++) {
    const { targets, notes } = await readTargets(work, parts);
    const missing = targets.filter(({ key }) => !judged.has(key));
    if (missing.length > 0 && reading < mostReadings) {
      for (const each of missing) {
        if (each.trouble === undefined) judged.set(each.key, await judge(each));
      }
      continue;
    }
    const posted: Posted[] = [];
    for (const target of targets) {
      const known = judged.get(target.key);
      const isLate = known !== undefined && known.saidBefore !== (await said(target));
      const status = isLate ? await judge(target) : (known ?? notJudged(target));
      if (work.kind !== 'preview') await parts.host.post(status);
      posted.push(status);
    }
    return { posted, notes };
  }
}

async function judgeTarget(target: Target, work: GateWork, parts: RunParts): Promise<Posted> {
  const { commit, base, pullRequests } = target;
  const judged: Judged[] = [];
  for (const each of pullRequests) judged.push(await parts.judge(each, baseRef(base).to));
  const worst = order
    .map((outcome) => judged.find((each) => each.outcome === outcome))
    .find((each) => each !== undefined);
  const ahead =
    work.kind === 'merge-group' ? judged.slice(0, -1).find(({ changesPolicy }) => changesPolicy) : undefined;
  const verdict =
    worst === undefined
      ? withoutPullRequest(base, work)
      : worst.outcome === 'ready' && ahead !== undefined
        ? behindPolicy(ahead)
        : { outcome: worst.outcome, description: describe(worst, judged.length) };
  return { commit, base, pullRequests, judged, ...verdict };
}

/** What waits in a queue behind another policy was judged by the one before it. */
function behindPolicy({ number }: Judged): Pick<Posted, 'outcome' | 'description'> {
  return {
    outcome: 'not-ready',
    description: `#${number} before it in the queue changes the policy: queue this again once that is merged`,
  };
}

function describe({ number, outcome, description }: Judged, all: number): string {
  if (all === 1) return description;
  return outcome === 'ready' ? `Ready: every item of ${all} pull requests is decided` : `#${number}: ${description}`;
}

/** The worst first. */
const order: readonly GateOutcome[] = ['not-run', 'not-ready', 'waits', 'ready'];

function withoutPullRequest(base: string, work: GateWork): Pick<Posted, 'outcome' | 'description'> {
  return work.kind === 'merge-group'
    ? { outcome: 'not-run', description: 'The host does not say which pull requests are in this group' }
    : { outcome: 'waits', description: `No open pull request brings this commit to ${base} now` };
}

function notJudged({ commit, base, pullRequests, trouble }: ReadTarget): Posted {
  const description = trouble ?? `What it is judged by changes all the time. It is judged again at the next event.`;
  return { commit, base, pullRequests, outcome: 'not-run', description, judged: [] };
}
