import { readChange } from '../../change/read-change.js';
import type { CatalogEntry } from '../../catalogs/catalog.js';
import { openPolicySession } from '../../policy/policy-session.js';
import { buildReviewContext } from '../../review/build-review-context.js';
import { findTextUsers, type TextUsers } from '../../review/find-text-users.js';
import { findTranslationPlatform } from '../../review/find-translation-platform.js';

/**
 * Which code asks for a text, as it is on the disk, and whether only where the flag of the PM's plan is on; and on which platform its translators write. `undefined` where the file is no
 * catalog, or the change of the repository cannot be read. Rejects with a `GitError`.
 */
export async function readTextUsers(
  root: string,
  path: string,
  text: string,
  keys: CatalogEntry['path'],
  { environment, as }: { readonly environment: NodeJS.ProcessEnv; readonly as: string | undefined },
): Promise<TextUsers | undefined> {
  const session = await openPolicySession({ cwd: root, environment, as });
  try {
    const loaded = await readChange(session.repository, { kind: 'worktree', base: session.base });
    const found = await findTextUsers(await buildReviewContext(session, loaded, 'push'), path, text, keys);
    return found && { ...found, platform: await findTranslationPlatform(session.repository.git, loaded, [path]) };
  } finally {
    session.close();
  }
}
