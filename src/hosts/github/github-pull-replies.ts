import * as z from 'zod/mini';

/** What is read of a pull request that is being opened or renewed, as GitHub's API description has it. */
const name = z.string().check(z.maxLength(500));
const repository = z.object({ full_name: z.string().check(z.regex(/^[\w.-]+\/[\w.-]+$/)) });

export const githubLabel = z.object({ name });
export const githubLabels = z.array(githubLabel);
export const githubListedLabels = z.array(z.object({ name, description: z.optional(z.nullable(name)) }));

export const githubOpenPull = z.object({
  number: z.int(),
  node_id: name,
  state: z.enum(['open', 'closed']),
  title: z.string(),
  body: z.nullable(z.string()),
  draft: z.optional(z.boolean()),
  user: z.nullable(z.object({ login: name })),
  labels: githubLabels,
  requested_reviewers: z.optional(z.nullable(z.array(z.object({ login: name })))),
  requested_teams: z.optional(z.nullable(z.array(z.object({ slug: name })))),
  merged_at: z.optional(z.nullable(z.string())),
  head: z.object({ ref: name, sha: name, repo: z.nullable(repository) }),
  base: z.object({ ref: name, repo: repository }),
});
export const githubOpenPulls = z.array(githubOpenPull);

/** Who gave a review, what it says and of which commit. */
export const githubReviews = z.array(
  z.object({
    user: z.nullable(z.object({ login: name })),
    state: name,
    commit_id: z.optional(z.nullable(name)),
    body: z.optional(z.nullable(z.string())),
  }),
);

/** What is said at a place of the change; without a line where that changed since. */
export const githubComments = z.array(
  z.object({
    user: z.nullable(z.object({ login: name })),
    path: z.string(),
    line: z.optional(z.nullable(z.int())),
    side: z.optional(z.string()),
    body: z.string(),
    in_reply_to_id: z.optional(z.nullable(z.int())),
  }),
);

const drafted = z.nullable(z.object({ pullRequest: z.object({ isDraft: z.boolean() }) }));

/** Of the GraphQL interface: a pull request that was made a draft, or no draft any more. */
export const githubDrafted = z.object({ data: z.optional(z.nullable(z.object({ changed: drafted }))) });
