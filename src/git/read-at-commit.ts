import { openGit, type GitOptions } from './git.js';
import { openObjects } from './objects.js';

/**
 * The text of a file at a commit; `undefined` if the commit has no such file, it is larger than 5 MB, or its content was not fetched.
 * `commit` is a whole object id and `path` is from the root. Rejects with a `GitError`.
 */
export async function readAtCommit(
  root: string,
  commit: string,
  path: string,
  options: GitOptions = {},
): Promise<string | undefined> {
  const objects = openObjects(openGit(root, options));
  try {
    const name = `${commit}:${path}`;
    const found = (await objects.read([name])).get(name);
    return typeof found === 'object' && found.type === 'blob' ? found.content?.toString('utf8') : undefined;
  } finally {
    objects.close();
  }
}
