import { createHash } from 'node:crypto';

/** The name of a repository in the guard's own folders. */
export function repositoryKey(commonDir: string): string {
  return createHash('sha256').update(commonDir).digest('hex').slice(0, 16);
}
