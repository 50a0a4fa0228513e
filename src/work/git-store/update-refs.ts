import type { Head, RefChange } from '../transaction/journal.js';
import { toOperationError } from '../operation-outcome.js';
import { runGit, runGitLine, type Work } from '../work.js';

/** The current branch and commit of HEAD. */
export async function readHead(work: Work): Promise<Head> {
  const name = (await runGit(work, ['symbolic-ref', '--quiet', 'HEAD'], { allowExit: [1] })).toString('utf8').trim();
  return {
    branch: name.startsWith('refs/heads/') ? name.slice('refs/heads/'.length) : undefined,
    commit: await readRef(work, 'HEAD'),
  };
}

/** The commit of a ref by its full name; `undefined` where there is none. */
export async function readRef(work: Work, name: string): Promise<string | undefined> {
  const args = ['show-ref', '--quiet', '--verify', '--', name];
  const { code, said } = await work.run(args);
  // An error must not pass for "there is none".
  if (code > 1) throw toOperationError(said);
  return code === 0 ? runGitLine(work, ['rev-parse', '--verify', '--end-of-options', name]) : undefined;
}

/** Updates all of these refs or none; each must still point to its `before`. */
export async function updateRefs(work: Work, changes: readonly RefChange[]): Promise<void> {
  if (changes.length === 0) return;
  const lines = changes.map(({ name, before = '', after }) =>
    after === undefined
      ? `delete ${name}\0${before}\0`
      : before === ''
        ? `create ${name}\0${after}\0`
        : `update ${name}\0${after}\0${before}\0`,
  );
  await runGit(work, ['update-ref', '-m', 'PM Zone', '--stdin', '-z'], { input: lines.join('') });
}

/** Points HEAD to a branch. Touches neither index nor files. */
export async function switchHead(work: Work, branch: string): Promise<void> {
  await runGit(work, ['symbolic-ref', '-m', 'PM Zone', 'HEAD', `refs/heads/${branch}`]);
}

/** Reverts the refs and HEAD that still are where these changes have left them; those that moved elsewhere since stay there. */
export async function revertRefs(
  work: Work,
  changes: readonly RefChange[],
  head: Head,
  branchAfter: string | undefined,
): Promise<void> {
  if (branchAfter !== undefined && branchAfter !== head.branch && (await readHead(work)).branch === branchAfter) {
    if (head.branch !== undefined) await switchHead(work, head.branch);
    else await runGit(work, ['update-ref', '-m', 'PM Zone', '--no-deref', 'HEAD', String(head.commit)]);
  }
  for (const { name, before, after } of [...changes].reverse()) {
    if ((await readRef(work, name)) === after) await updateRefs(work, [{ name, before: after, after: before }]);
  }
}
