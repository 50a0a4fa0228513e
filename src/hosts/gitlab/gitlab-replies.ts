import * as z from 'zod/mini';

/** The parts of GitLab's replies that are read, as the pages of its REST interface have them. */
const text = z.string();
const time = z.iso.datetime({ offset: true });

export const gitlabUser = z.object({ id: z.int(), username: text });

export const gitlabUsers = z.array(gitlabUser);

const anyone = z.nullable(gitlabUser);

const mergeRequest = {
  iid: z.int(),
  state: text,
  author: anyone,
  source_branch: text,
  target_branch: text,
  source_project_id: z.nullable(z.int()),
  target_project_id: z.int(),
  sha: z.nullable(text),
  merged_at: z.nullable(time),
  updated_at: time,
};

export const gitlabMergeRequest = z.object(mergeRequest);

export const gitlabMergeRequests = z.array(gitlabMergeRequest);

export const gitlabProject = z.object({ path_with_namespace: z.string().check(z.regex(/^[\w.-]+(?:\/[\w.-]+)+$/)) });

export const gitlabBranch = z.object({ commit: z.object({ id: text }) });

export const gitlabApprovals = z.object({
  approved_by: z.array(z.object({ user: anyone, approved_at: z.optional(z.nullable(time)) })),
});

/** `selective_code_owner_removals` takes back some approvals alone. */
export const gitlabApprovalSettings = z.object({ reset_approvals_on_push: z.boolean() });

export const gitlabReviewers = z.array(z.object({ user: anyone, state: text, created_at: time }));

export const gitlabVersions = z.array(z.object({ head_commit_sha: text, created_at: time }));

export const gitlabNotes = z.array(
  z.object({ id: z.int(), body: text, author: anyone, created_at: time, updated_at: time, system: z.boolean() }),
);

export const gitlabCommits = z.array(z.object({ id: text }));

/** A push of several branches at once names none of them. */
export const gitlabEvents = z.array(
  z.object({
    created_at: time,
    author: anyone,
    push_data: z.optional(
      z.object({
        ref_type: text,
        ref: z.nullable(text),
        commit_from: z.nullable(text),
        commit_to: z.nullable(text),
      }),
    ),
  }),
);

/** `state` is that of the account: `active`, or blocked in one of several ways. `membership_state`: some wait until an owner lets them in. */
export const gitlabMember = z.object({
  id: z.int(),
  access_level: z.int(),
  state: text,
  membership_state: z.nullish(text),
});

export type GitlabMergeRequest = z.infer<typeof gitlabMergeRequest>;
export type GitlabUser = z.infer<typeof gitlabUser>;
