import { openGit } from '../git/git.js';
import { inspectHook } from '../git/hook-files.js';
import { judgeCommit, type HookAnswer } from './judge-commit.js';
import { judgeMessage } from './judge-message.js';
import type { HookRequest } from './commit/with-guarded-commit.js';

/** The hooks that git runs for commits that `git commit` does not make. */
export type PickEvent = 'pre-merge-commit' | 'prepare-commit-msg' | 'pre-applypatch';

/**
 * The review of a commit that git makes by itself: a merge, or a step of cherry-pick, revert, rebase and am. Where nobody writes its
 * message any more, `file` has it, and an engineer is looked for in it. A refusal says how to take the step back, since git stops in
 * the middle of it. Rejects with a `GitError`.
 */
export async function judgePick(request: HookRequest, event: PickEvent, file?: string): Promise<HookAnswer> {
  const { cwd, environment } = request;
  const merging = event === 'pre-merge-commit' ? findMerging(environment) : undefined;
  const answer = await judgeCommit({ ...request, merging });
  const gitDir = (await openGit(cwd, { environment }).run(['rev-parse', '--absolute-git-dir'])).toString('utf8').trim();
  const message = event === 'pre-applypatch' ? `${gitDir}/rebase-apply/final-commit` : messageOf(request, file);
  const whole =
    !answer.refused && answer.pairs && message !== undefined
      ? await judgeMessage({ cwd, environment, file: message })
      : answer;
  return whole.refused ? withWayBack(whole, await findWayBack(gitDir, event)) : whole;
}

/** Git says that no editor follows by giving `:` for one. */
function messageOf({ environment }: HookRequest, file: string | undefined): string | undefined {
  return environment['GIT_EDITOR'] === ':' ? file : undefined;
}

/** `git merge` tells its hooks what it merges by `GITHEAD_<id>`, before it notes it. Of several, none is the base branch's alone. */
function findMerging(environment: HookRequest['environment']): string | undefined {
  const heads = Object.keys(environment).flatMap((name) => /^GITHEAD_([0-9a-f]{40,64})$/.exec(name)?.[1] ?? []);
  return heads.length === 1 ? heads[0] : undefined;
}

function withWayBack(answer: HookAnswer, command: string): HookAnswer {
  const [first = '', ...rest] = answer.lines;
  return {
    ...answer,
    lines: [`${first} Git stopped in the middle. Take this step back first, with: ${command}`, ...rest],
  };
}

/** The command of git that puts everything back as it was before. */
async function findWayBack(gitDir: string, event: PickEvent): Promise<string> {
  const has = async (name: string): Promise<boolean> => (await inspectHook(`${gitDir}/${name}`)).kind !== 'missing';
  if (event === 'pre-merge-commit') return 'git merge --abort';
  if (await has('rebase-apply/applying')) return 'git am --abort';
  if ((await has('rebase-merge')) || (await has('rebase-apply'))) return 'git rebase --abort';
  if (await has('CHERRY_PICK_HEAD')) return 'git cherry-pick --abort';
  return (await has('sequencer')) ? 'git revert --abort' : 'git reset --merge';
}
