import { CancellationTokenSource, extensions, Uri, type CancellationToken } from 'vscode';
import type { FetchOptions } from '../../../work/fetch-base.js';

/** What we use of the interface of VS Code's own git extension; all of it may be missing. */
interface GitExtension {
  readonly enabled: boolean;
  readonly getAPI: (version: 1) => { readonly getRepository: (uri: Uri) => GitRepository | null };
}

interface GitRepository {
  readonly rootUri: Uri;
  /** The token is not among the documented options; where it is not known, the fetch ends unheeded. */
  readonly fetch: (options: {
    readonly remote: string;
    readonly ref: string;
    readonly cancellationToken: CancellationToken;
  }) => Promise<void>;
}

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
      return describeError(error);
    } finally {
      stop.dispose();
    }
  };
}

async function openedByVsCode(root: string): Promise<GitRepository | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return undefined;
  try {
    const git = await extension.activate();
    const repository = git.enabled ? git.getAPI(1).getRepository(Uri.file(root)) : undefined;
    return repository?.rootUri.fsPath === Uri.file(root).fsPath ? repository : undefined;
  } catch {
    return undefined;
  }
}

/** What git said, else how VS Code's git classifies the error. */
function describeError(error: unknown): string {
  const { stderr, gitErrorCode, message } = error as Partial<Record<string, unknown>>;
  return [stderr, gitErrorCode, message].filter((each) => typeof each === 'string').join('\n') || 'nothing';
}
