import * as z from 'zod/mini';

/** GitHub takes no longer description of a status. */
export const longestDescription = 140;

export const githubStatus = z.object({
  id: z.int(),
  context: z.string(),
  state: z.string(),
  description: z.nullable(z.string()),
  creator: z.nullable(z.object({ login: z.string() })),
});

/** Newest first. */
export const githubStatuses = z.array(githubStatus);

export type GithubStatus = z.infer<typeof githubStatus>;
