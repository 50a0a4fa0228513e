import { findTargets, type OpenPullRequest, type Target } from './find-targets.js';
import type { GateWork, HeadAndBase } from './plan-work.js';
import { baseRef, readTargets, type ReadTarget, type ReadingParts } from './read-targets.js';

/** Of one pull request, or of all that share a status: the worst counts. `not-run`: it could not be judged. */
export type Outcome = 'ready' | 'waits' | 'not-ready' | 'not-run';

/** One pull request, judged. */
export interface Judged {
  readonly number: number;
  readonly outcome: Outcome;
  /** One line for the status. */
  readonly description: string;
  /** Markdown for the job's summary. */
  readonly summary: string;
  /** Workflow commands that the service shows on the lines. */
  readonly annotations: string;
  /** The statement of the record, as text. */
  readonly record: string | undefined;
}

/** What stands at a commit for a base now. */
export interface Posted extends HeadAndBase {
  readonly outcome: Outcome;
  readonly description: string;
  readonly judged: readonly Judged[];
}

export interface RunParts extends ReadingParts {
  readonly host: ReadingParts['host'] & { post(status: Posted): Promise<void> };
  /** Judges one pull request, whose commits and base are there; `base` is the base's ref here. Never rejects. */
  judge(pullRequest: OpenPullRequest, base: string): Promise<Judged>;
}

/** How often the host is read anew because somebody pushed meanwhile. */
const mostReadings = 4;

/**
 * Judges what the work comes to and posts one status for each commit and base. What the host lists, the fetched heads and the bases' tips
 * belong together, also right before it posts: whatever changed meanwhile is judged again. A preview posts nothing.
 */
export async function runGate(
  work: GateWork,
  parts: RunParts,
): Promise<{ readonly posted: readonly Posted[]; readonly notes: readonly string[] }> {
  if (work.kind === 'nothing') return { posted: [], notes: findTargets(work, [], parts.isGated).notes };
  const judged = new Map<string, Posted>();
  for (let reading = 1; ; reading++) {
    const { targets, notes } = await readTargets(work, parts);
    const missing = targets.filter(({ key }) => !judged.has(key));
    if (missing.length > 0 && reading < mostReadings) {
      for (const each of missing) {
        if (each.trouble === undefined) judged.set(each.key, await judgeTarget(each, work, parts));
      }
      continue;
    }
    const posted = targets.map((each) => judged.get(each.key) ?? notJudged(each));
    if (work.kind !== 'preview') for (const status of posted) await parts.host.post(status);
    return { posted, notes };
  }
}

async function judgeTarget({ commit, base, pullRequests }: Target, work: GateWork, parts: RunParts): Promise<Posted> {
  const judged: Judged[] = [];
  for (const each of pullRequests) judged.push(await parts.judge(each, baseRef(base).to));
  const worst = order
    .map((outcome) => judged.find((each) => each.outcome === outcome))
    .find((each) => each !== undefined);
  if (worst === undefined) return { commit, base, judged, ...withoutPullRequest(base, work) };
  return { commit, base, judged, outcome: worst.outcome, description: describe(worst, judged.length) };
}

function describe({ number, outcome, description }: Judged, all: number): string {
  if (all === 1) return description;
  return outcome === 'ready' ? `Ready: every item of ${all} pull requests is decided` : `#${number}: ${description}`;
}

/** The worst first. */
const order: readonly Outcome[] = ['not-run', 'not-ready', 'waits', 'ready'];

function withoutPullRequest(base: string, work: GateWork): Pick<Posted, 'outcome' | 'description'> {
  return work.kind === 'merge-group'
    ? { outcome: 'not-run', description: 'The host does not say which pull requests are in this group' }
    : { outcome: 'waits', description: `No open pull request brings this commit to ${base} now` };
}

function notJudged({ commit, base, trouble }: ReadTarget): Posted {
  const description = trouble ?? `What it is judged by changes all the time. It is judged again at the next event.`;
  return { commit, base, outcome: 'not-run', description, judged: [] };
}
