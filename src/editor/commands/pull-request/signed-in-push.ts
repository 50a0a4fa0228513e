import type { PushWay } from '../../../opening/push-branch.js';
import { describeGitError, openedByVsCode } from '../vscode-git.js';

/** Pushes by VS Code's own git, which has the user's sign-in and asks for it in VS Code where it has none. */
export function signedInPush(root: string): NonNullable<PushWay['by']> {
  return async (remote, refspec) => {
    const repository = await openedByVsCode(root);
    // As an argument it would be an option.
    if (repository === undefined || remote.startsWith('-')) return undefined;
    try {
      await repository.push(remote, refspec, true);
      return '';
    } catch (error) {
      return describeGitError(error);
    }
  };
}
