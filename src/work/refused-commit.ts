import { plain } from '../repository/git-trouble.js';
import { Stop, stopFrom } from './outcome.js';

/** Why `git commit` made no commit, from what was said. A hook's first line is its whole message. */
export function refusedCommit(said: string, output: Buffer): Stop {
  const text = `${said}\n${output.toString('utf8')}`;
  if (
    /No space left on device|\.lock': File exists|empty ident|unable to auto-detect email|Please tell me who/.test(text)
  ) {
    return /ident|auto-detect|tell me who/.test(text)
      ? new Stop(
          'git',
          'Git does not know your name and email yet, so it cannot commit for you. Set both, then try again.',
        )
      : stopFrom(said);
  }
  const line = text.split('\n').find((each) => each.trim() !== '') ?? 'it gave no reason';
  return new Stop('hook', `The commit was refused by a check of this repository: ${plain(line)}`);
}
