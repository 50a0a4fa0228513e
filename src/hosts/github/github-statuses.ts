import * as z from 'zod/mini';

export const githubStatus = z.object({
  context: z.string(),
  state: z.string(),
  description: z.nullable(z.string()),
  creator: z.nullable(z.object({ login: z.string() })),
});

/** Newest first. */
export const githubStatuses = z.array(githubStatus);
