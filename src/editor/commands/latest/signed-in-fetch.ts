import { CancellationTokenSource } from 'vscode';
import type { FetchOptions } from '../../../work/fetch-base.js';
import { describeGitError, openedByVsCode } from '../vscode-git.js';

/** Fetches by VS Code's own git, which has the user's sign-in and asks for it in VS Code where it has none. */
export function signedInFetch(root: string): NonNullable<FetchOptions['fetch']> {
  return async ({ remote, refspec }, signal) => {
    const repository = await openedByVsCode(root);
    // As an argument it would be an option.
    if (repository === undefined || remote.startsWith('-')) return undefined;
    const stop = new CancellationTokenSource();
    const cancelled = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        stop.cancel();
        resolve();
      });
    });
    try {
      const fetched = repository.fetch({ remote, ref: refspec, cancellationToken: stop.token });
      await Promise.race([fetched, cancelled]);
      return '';
    } catch (error) {
      return describeGitError(error);
    } finally {
      stop.dispose();
    }
  };
}
