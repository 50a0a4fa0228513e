import * as z from 'zod/mini';

/** The parts of GitHub's replies that are read, as its API description (version 2022-11-28) has them. */
const text = z.string();
const time = z.iso.datetime({ offset: true });

export const githubUser = z.object({ id: z.int(), login: text, type: text });

const anyone = z.nullable(githubUser);

const repository = z.object({ full_name: z.string().check(z.regex(/^[\w.-]+\/[\w.-]+$/)) });

/** An author whom GitHub knows no account of is `null`, or an object without anything. */
const committer = z.nullable(z.union([githubUser, z.strictObject({})]));

const pull = {
  number: z.int(),
  state: text,
  user: anyone,
  head: z.object({ ref: text, sha: text, repo: z.nullable(repository) }),
  base: z.object({ ref: text, sha: text, repo: repository }),
};

export const githubPull = z.object({ ...pull, commits: z.int() });

export const githubPulls = z.array(z.object({ ...pull, merged_at: z.nullable(time) }));

export const githubRef = z.object({ object: z.object({ sha: text }) });

export const githubReviews = z.array(
  z.object({
    id: z.int(),
    node_id: text,
    user: anyone,
    body: text,
    state: z.enum(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING']),
    commit_id: z.nullable(text),
    submitted_at: z.optional(time),
  }),
);

const commit = z.object({ sha: text, author: committer, committer });

export const githubCommits = z.array(commit);

export const githubComparison = z.object({ total_commits: z.int(), commits: z.array(commit) });

export const githubActivity = z.array(
  z.object({
    before: text,
    after: text,
    timestamp: time,
    ref: text,
    activity_type: z.enum([
      'push',
      'force_push',
      'branch_deletion',
      'branch_creation',
      'pr_merge',
      'merge_queue_merge',
    ]),
    actor: anyone,
  }),
);

export const githubPermission = z.object({ permission: text, role_name: z.optional(text), user: anyone });

export const githubUsers = z.array(githubUser);

/** The GraphQL interface answers with what it has and, beside it, errors for what it left out: such an answer tells nothing. */
const noErrors = z.optional(z.array(z.unknown()).check(z.maxLength(0)));

/** Of the GraphQL interface: what it says of the reviews that were asked for, in their order. */
export const githubEdits = z.object({
  errors: noErrors,
  data: z.object({ nodes: z.array(z.nullable(z.object({ lastEditedAt: z.optional(z.nullable(text)) }))) }),
});

/** Of the GraphQL interface: the latest change of a pull request's base, if there was one. */
export const githubBaseChanges = z.object({
  errors: noErrors,
  data: z.object({
    repository: z.nullable(
      z.object({
        pullRequest: z.nullable(
          z.object({ timelineItems: z.object({ nodes: z.array(z.object({ createdAt: time })) }) }),
        ),
      }),
    ),
  }),
});

export type GithubUser = z.infer<typeof githubUser>;
export type GithubPull = z.infer<typeof githubPull>;
export type GithubReview = z.infer<typeof githubReviews>[number];
export type GithubCommit = z.infer<typeof commit>;
