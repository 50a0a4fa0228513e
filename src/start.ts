import { openGit } from './git/git.js';
import { startStaged } from './repository/start-staged.js';
import { startedKey } from './started-key.js';

/**
 * Runs before the command line is loaded, which takes as long as git does: for a staged review, and for the guard before a commit,
 * git is started first. Whoever reads the arguments decides what they mean; git has only read something where they mean nothing.
 */
const [command, ...options] = process.argv.slice(2);
const isReview = command === 'review' && options.includes('--staged');
const isCommit = command === 'guard' && options[0] === 'run' && options[1] === 'pre-commit';
// With a GIT_DIR alone the guard asks git in another environment.
const isElsewhere = process.env['GIT_DIR'] !== undefined && process.env['GIT_WORK_TREE'] === undefined;
if ((isReview || (isCommit && !isElsewhere)) && !options.some((each) => each.startsWith('--cwd'))) {
  try {
    Object.assign(globalThis, { [startedKey]: startStaged(openGit(process.cwd())) });
  } catch {
    // The folder is gone, which `bin.ts` says.
  }
}
