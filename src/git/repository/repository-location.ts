import type { Git } from '../git.js';
import { GitError } from '../git-error.js';

/** Where a repository is and what its HEAD points to. Folders are absolute. */
export interface RepositoryLocation {
  readonly root: string;
  readonly gitDir: string;
  /** The git folder that all worktrees share. */
  readonly commonDir: string;
  /** A shallow clone. */
  readonly shallow: boolean;
  /** The path from the root to the current folder, with a trailing slash; empty in the root. */
  readonly prefix: string;
  /** `branch` is `undefined` on a detached HEAD, `commit` before the first commit. */
  readonly head: { readonly branch: string | undefined; readonly commit: string | undefined };
}

/** The query for a repository's location. */
const query = [
  'rev-parse',
  '--path-format=absolute',
  '--is-shallow-repository',
  '--absolute-git-dir',
  '--git-common-dir',
  '--show-toplevel',
  '--show-prefix',
];

/** One without files checked out: its own folder stands for the root. */
const bareQuery = [
  'rev-parse',
  '--path-format=absolute',
  '--is-bare-repository',
  '--is-shallow-repository',
  '--absolute-git-dir',
];

/** Locates the repository by one git process (two before the first commit); one without its files only where `bare` allows it. */
export async function readLocation(git: Git, bare = false): Promise<RepositoryLocation> {
  // Before the first commit HEAD does not resolve; the lines before it are valid all the same.
  const output = await git.run([...query, 'HEAD', '--symbolic-full-name', 'HEAD'], { allowExit: [128] });
  const lines = output.toString('utf8').split('\n');
  if (lines.length < 6) {
    const [is, cut, folder = ''] = bare ? (await git.run(bareQuery)).toString('utf8').split('\n') : [];
    const nowhere = { branch: undefined, commit: undefined };
    if (is === 'true') {
      return { root: folder, gitDir: folder, commonDir: folder, shallow: cut === 'true', prefix: '', head: nowhere };
    }
    // Git refused: the shorter query fails with the reason.
    await git.run(query);
  }
  const [shallow, gitDir = '', commonDir = '', root = '', prefix = '', oid = '', name = ''] = lines;
  if (lines.length > 8 || !/^(?:[0-9a-f]{40}|[0-9a-f]{64}|HEAD)$/.test(oid)) {
    throw new GitError(
      'failed',
      'The name of the folder that the repository lies in has a line break in it. Rename that folder.',
    );
  }
  const place = { root, gitDir, commonDir, shallow: shallow === 'true', prefix };
  if (oid !== 'HEAD') return { ...place, head: { branch: branchOf(name), commit: oid } };
  const unborn = await git.run(['symbolic-ref', '--quiet', 'HEAD'], { allowExit: [1] });
  return { ...place, head: { branch: branchOf(unborn.toString('utf8').trim()), commit: undefined } };
}

function branchOf(ref: string): string | undefined {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
}
