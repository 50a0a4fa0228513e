import * as z from 'zod/mini';
import { gitlabUser } from './gitlab-replies.js';

/** What is read of a merge request that is being opened or renewed, as GitLab's page on merge requests has it. */
const name = z.string().check(z.maxLength(1000));

export const gitlabMerge = z.object({
  iid: z.int(),
  state: z.enum(['opened', 'closed', 'locked', 'merged']),
  title: z.string(),
  description: z.nullable(z.string()),
  draft: z.optional(z.boolean()),
  work_in_progress: z.optional(z.boolean()),
  author: z.nullable(gitlabUser),
  labels: z.array(name),
  reviewers: z.optional(z.nullable(z.array(gitlabUser))),
  source_branch: name,
  source_project_id: z.nullable(z.int()),
  target_branch: name,
  target_project_id: z.int(),
  sha: z.optional(z.nullable(name)),
});
export const gitlabMerges = z.array(gitlabMerge);

export const gitlabLabels = z.array(z.object({ name, description: z.optional(z.nullable(name)) }));

export const gitlabProjectNumber = z.object({ id: z.int() });

/** `state` is `active` for an account that can be asked for anything. */
export const gitlabAccounts = z.array(z.object({ id: z.int(), username: name, state: name }));

export type GitlabAccount = z.infer<typeof gitlabAccounts>[number];

/** Of a thread what stands first is read; a note of the system's own is resolvable by nobody. */
export const gitlabDiscussions = z.array(
  z.object({
    notes: z.array(
      z.object({
        author: z.nullable(gitlabUser),
        body: z.string(),
        resolvable: z.boolean(),
        resolved: z.optional(z.nullable(z.boolean())),
        position: z.optional(
          z.nullable(
            z.object({ new_path: z.optional(z.nullable(z.string())), new_line: z.optional(z.nullable(z.int())) }),
          ),
        ),
      }),
    ),
  }),
);

export const gitlabStatuses = z.array(
  z.object({ id: z.int(), name, status: name, description: z.nullable(z.string()) }),
);

/** What services outside of GitLab answered for a merge request. */
export const gitlabChecks = z.array(z.object({ name, status: name }));

export type GitlabCheck = z.infer<typeof gitlabChecks>[number];

export type GitlabStatus = z.infer<typeof gitlabStatuses>[number];

/** A file that was sent, by the address that a description of its project has it at. */
export const gitlabUpload = z.object({
  url: z.string().check(z.regex(/^\/uploads\/[0-9a-f]{32}\/[\w.-]{1,100}$/)),
});

/** Where something was deployed to. */
export const gitlabDeployments = z.array(
  z.object({
    sha: name,
    status: name,
    environment: z.optional(
      z.nullable(
        z.object({
          name,
          external_url: z.optional(z.nullable(z.string().check(z.maxLength(4000)))),
          tier: z.optional(z.nullable(name)),
        }),
      ),
    ),
  }),
);
