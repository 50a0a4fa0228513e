import * as z from 'zod/mini';

const name = z.string().check(z.maxLength(1000));

/** The newest first. */
export const githubDeployments = z.array(
  z.object({ id: z.int(), sha: name, environment: name, production_environment: z.optional(z.boolean()) }),
);

/** What became of one, the newest first. */
export const githubDeploymentStatuses = z.array(
  z.object({ state: name, environment_url: z.optional(z.string().check(z.maxLength(4000))) }),
);
