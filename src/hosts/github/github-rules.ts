import * as z from 'zod/mini';

/** The parts of GitHub's branch rules and protection that are read. */
const flag = z.optional(z.object({ enabled: z.optional(z.boolean()) }));

export const githubRules = z.array(
  z.object({
    type: z.string(),
    ruleset_id: z.optional(z.int()),
    parameters: z.optional(
      z.object({
        required_status_checks: z.optional(
          z.array(z.object({ context: z.string(), integration_id: z.optional(z.nullable(z.int())) })),
        ),
        strict_required_status_checks_policy: z.optional(z.boolean()),
        required_approving_review_count: z.optional(z.int()),
        require_code_owner_review: z.optional(z.boolean()),
        dismiss_stale_reviews_on_push: z.optional(z.boolean()),
        require_last_push_approval: z.optional(z.boolean()),
      }),
    ),
  }),
);

const bypassActor = z.object({
  actor_id: z.optional(z.nullable(z.int())),
  actor_type: z.string(),
  bypass_mode: z.optional(z.string()),
});

export const githubRuleset = z.object({
  name: z.string(),
  bypass_actors: z.optional(z.array(bypassActor)),
});

export const githubBranch = z.object({
  protected: z.boolean(),
  protection: z.optional(z.object({ enabled: z.optional(z.boolean()) })),
});

const actors = z.object({
  users: z.optional(z.array(z.object({ login: z.string() }))),
  teams: z.optional(z.array(z.object({ slug: z.string() }))),
  apps: z.optional(z.array(z.object({ slug: z.optional(z.string()) }))),
});

export const githubProtection = z.object({
  required_status_checks: z.optional(
    z.object({
      strict: z.optional(z.boolean()),
      checks: z.array(z.object({ context: z.string(), app_id: z.nullable(z.int()) })),
    }),
  ),
  required_pull_request_reviews: z.optional(
    z.object({
      required_approving_review_count: z.optional(z.int()),
      require_code_owner_reviews: z.optional(z.boolean()),
      dismiss_stale_reviews: z.optional(z.boolean()),
      require_last_push_approval: z.optional(z.boolean()),
      bypass_pull_request_allowances: z.optional(actors),
    }),
  ),
  restrictions: z.optional(actors),
  enforce_admins: flag,
  allow_force_pushes: flag,
});

export type GithubBypassActor = z.infer<typeof bypassActor>;
export type GithubRule = z.infer<typeof githubRules>[number];
export type GithubProtection = z.infer<typeof githubProtection>;
