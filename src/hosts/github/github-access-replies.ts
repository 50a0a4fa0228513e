import * as z from 'zod/mini';

/** The parts of GitHub's replies that say who may do what in a repository, and what is wrong with its CODEOWNERS. */
export const githubTeams = z.array(z.object({ id: z.int(), slug: z.string(), permission: z.string() }));

export const githubCodeownersErrors = z.object({
  errors: z.array(z.object({ line: z.int(), kind: z.string(), path: z.string() })),
});

export const githubJobRights = z.object({ can_approve_pull_request_reviews: z.boolean() });
