import { extensions, Uri, type CancellationToken } from 'vscode';

/** What we use of the interface of VS Code's own git extension; all of it may be missing. */
interface GitExtension {
  readonly enabled: boolean;
  readonly getAPI: (version: 1) => { readonly getRepository: (uri: Uri) => VsCodeRepository | null };
}

export interface VsCodeRepository {
  readonly rootUri: Uri;
  /** The token is not among the documented options; where it is not known, the fetch ends unheeded. */
  readonly fetch: (options: {
    readonly remote: string;
    readonly ref: string;
    readonly cancellationToken: CancellationToken;
  }) => Promise<void>;
  readonly push: (remote: string, refspec: string, setUpstream: boolean) => Promise<void>;
}

/** A repository as VS Code's own git has it open, with the user's sign-in; `undefined` where it has not. */
export async function openedByVsCode(root: string): Promise<VsCodeRepository | undefined> {
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
export function describeGitError(error: unknown): string {
  const { stderr, gitErrorCode, message } = error as Partial<Record<string, unknown>>;
  return [stderr, gitErrorCode, message].filter((each) => typeof each === 'string').join('\n') || 'nothing';
}
