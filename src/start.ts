import { openGit } from './repository/git.js';
import { startStaged } from './repository/start-staged.js';
import { startedKey } from './started-key.js';

/**
 * Runs before the command line is loaded, which takes as long as git does: for a staged review git is started first. Whoever
 * reads the arguments decides what they mean; git has only read something where they mean nothing.
 */
const [command, ...options] = process.argv.slice(2);
if (command === 'review' && options.includes('--staged') && !options.some((each) => each.startsWith('--cwd'))) {
  Object.assign(globalThis, { [startedKey]: startStaged(openGit(process.cwd())) });
}
