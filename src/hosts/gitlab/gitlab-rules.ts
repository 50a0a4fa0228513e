import * as z from 'zod/mini';

/** The parts of GitLab's settings of a project and a branch that are read. What a plan does not have is absent. */
const levels = z.array(z.object({ access_level_description: z.string() }));

export const gitlabBranch = z.object({ protected: z.boolean() });

export const gitlabProtection = z.object({
  push_access_levels: levels,
  allow_force_push: z.boolean(),
  code_owner_approval_required: z.optional(z.boolean()),
});

export const gitlabMergeSettings = z.object({
  only_allow_merge_if_pipeline_succeeds: z.boolean(),
  allow_merge_on_skipped_pipeline: z.nullish(z.boolean()),
  merge_method: z.optional(z.string()),
});

export const gitlabApprovalSettings = z.object({
  reset_approvals_on_push: z.boolean(),
  merge_requests_author_approval: z.optional(z.nullable(z.boolean())),
  merge_requests_disable_committers_approval: z.optional(z.nullable(z.boolean())),
});

const branches = z.optional(z.array(z.object({ name: z.string() })));

export const gitlabApprovalRules = z.array(z.object({ approvals_required: z.int(), protected_branches: branches }));

export const gitlabChecks = z.array(z.object({ id: z.int(), name: z.string(), protected_branches: branches }));

export type GitlabProtection = z.infer<typeof gitlabProtection>;
