import * as z from 'zod/mini';
import { JobError } from './job-error.js';

/** A status belongs to a commit and names a base. */
export interface HeadAndBase {
  readonly commit: string;
  readonly base: string;
}

/** What a job is to judge. Everything but numbers, commits and names of branches is left for the host to say. */
export type GateWork =
  /** One pull request, and the head and base that it just stopped being one of: closed, or sent to another base. */
  | { readonly kind: 'pull-request'; readonly number: number; readonly left?: HeadAndBase }
  /** Every open pull request of this head. */
  | { readonly kind: 'head'; readonly commit: string }
  | ({ readonly kind: 'merge-group' } & HeadAndBase)
  /** Every open pull request: the policy, the clock or a person asks for all of them. */
  | { readonly kind: 'all' }
  /** One pull request, in a workflow that the pull request itself can write: shown, never told to the host. */
  | { readonly kind: 'preview'; readonly number: number }
  | { readonly kind: 'nothing'; readonly why: string };

export interface JobEvent {
  readonly name: string;
  readonly payload: unknown;
}

const commitId = z.string().check(z.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
const number = z.int().check(z.positive());
const pullRequestEvent = z.object({
  action: z.optional(z.string()),
  pull_request: z.object({
    number,
    merged: z.optional(z.nullable(z.boolean())),
    head: z.object({ sha: commitId }),
    base: z.object({ ref: z.string() }),
  }),
  changes: z.optional(z.object({ base: z.optional(z.object({ ref: z.object({ from: z.string() }) })) })),
});
const mergeGroupEvent = z.object({ merge_group: z.object({ head_sha: commitId, base_ref: z.string() }) });
const workflowRunEvent = z.object({
  workflow_run: z.object({ event: z.string(), head_sha: commitId, head_branch: z.nullable(z.string()) }),
});
const pushEvent = z.object({ deleted: z.optional(z.boolean()) });

/** What an event of GitHub Actions is worth; `asked` is the pull request that somebody named by hand. Throws a `JobError` for another event. */
export function planWork({ name, payload }: JobEvent, asked?: number): GateWork {
  switch (name) {
    case 'pull_request_target':
      return planPullRequest(read(pullRequestEvent, name, payload));
    case 'workflow_run':
      return planWake(read(workflowRunEvent, name, payload).workflow_run);
    case 'merge_group': {
      const { head_sha, base_ref } = read(mergeGroupEvent, name, payload).merge_group;
      return { kind: 'merge-group', commit: head_sha, base: base_ref.replace(/^refs\/heads\//, '') };
    }
    case 'push':
      return read(pushEvent, name, payload).deleted === true
        ? { kind: 'nothing', why: 'a branch was deleted, which changes nothing for any pull request' }
        : { kind: 'all' };
    case 'schedule':
    case 'repository_dispatch':
      return { kind: 'all' };
    case 'workflow_dispatch':
      return asked === undefined ? { kind: 'all' } : { kind: 'pull-request', number: asked };
    case 'pull_request':
    case 'pull_request_review':
      return { kind: 'preview', number: read(pullRequestEvent, name, payload).pull_request.number };
    default:
      throw new JobError(
        `the event ${name} is none that the gate judges on. Take the workflow of docs/gate.md, which names all of them.`,
      );
  }
}

function planPullRequest({ action, pull_request, changes }: z.infer<typeof pullRequestEvent>): GateWork {
  const { number, merged, head, base } = pull_request;
  if (action === 'closed' && merged === true) return { kind: 'nothing', why: `pull request ${number} is merged` };
  const left = action === 'closed' ? base.ref : changes?.base?.ref.from;
  const work = { kind: 'pull-request', number } as const;
  return left === undefined ? work : { ...work, left: { commit: head.sha, base: left } };
}

/** The run that woke this one was the pull request's own: nothing but its commit is taken from it, and that only says where to look. */
function planWake({ event, head_sha, head_branch }: z.infer<typeof workflowRunEvent>['workflow_run']): GateWork {
  const queued = /^gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(head_branch ?? '')?.[1];
  return event === 'merge_group' && queued !== undefined
    ? { kind: 'merge-group', commit: head_sha, base: queued }
    : { kind: 'head', commit: head_sha };
}

function read<T extends z.ZodMiniType>(schema: T, name: string, payload: unknown): z.infer<T> {
  const read = schema.safeParse(payload);
  if (read.success) return read.data;
  throw new JobError(
    `the event ${name} came in a form that GitHub does not document. Start the gate from GitHub Actions, with the event file that it gives.`,
  );
}
