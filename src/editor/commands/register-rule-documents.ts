import { commands, Disposable, l10n, Uri, workspace } from 'vscode';
import { lastNameOf } from '../../text/path-names.js';
import { editorGitEnvironment } from '../ui/editor-git-environment.js';
import { CommandError, registerCommand } from '../ui/register-command.js';
import type { Services } from '../services/services.js';

const scheme = 'pm-zone';
const nothingScheme = 'pm-zone-nothing';

/** Shows files as of the commit whose policy counts: read-only documents under `pm-zone:`, and the command that opens a rule. */
export function registerRuleDocuments({ log, sessions }: Pick<Services, 'log' | 'sessions'>): Disposable {
  const read = async (uri: Uri): Promise<string> => {
    const asked = parse(uri);
    const { readAtCommit } = await import('../../git/read-at-commit.js');
    // Only of repositories that are open in this window.
    const text =
      asked &&
      sessions.get(asked.root) &&
      (await readAtCommit(asked.root, asked.commit, asked.file, { environment: editorGitEnvironment() }));
    if (text === undefined) {
      throw new CommandError(
        l10n.t(
          '{0} could not be read as it is on the branch that everybody works from. Get the latest, then try again.',
          uri.path,
        ),
      );
    }
    return text;
  };
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: read }),
    workspace.registerTextDocumentContentProvider(nothingScheme, { provideTextDocumentContent: () => '' }),
    registerCommand(log, openRuleCommand, async (root, commit, ref, file, line) => {
      if (typeof root !== 'string' || typeof file !== 'string' || typeof line !== 'number' || !sessions.get(root))
        return;
      const isPast = typeof commit === 'string' && typeof ref === 'string';
      const uri = isPast ? ruleUri(root, { commit, ref, file }) : Uri.joinPath(Uri.file(root), file);
      if (isPast) await read(uri);
      const document = await workspace.openTextDocument(uri);
      const { range } = document.lineAt(Math.max(0, Math.min(Math.trunc(line), document.lineCount) - 1));
      // The tab says which revision is read.
      const label = isPast ? l10n.t('{0} ({1})', lastNameOf(file), ref) : undefined;
      await commands.executeCommand('vscode.open', uri, { selection: range, preview: true }, label);
    }),
  );
}

/** Opens a rule at its line; takes the root, the commit and the name it goes by (both `null` for the working copy), file, line. */
export const openRuleCommand = 'pmZone.openRule';

/** The address of a file as a commit has it; `ref` is only shown. */
export function ruleUri(
  root: string,
  { commit, ref, file }: { readonly commit: string; readonly ref: string; readonly file: string },
): Uri {
  return Uri.from({ scheme, path: `/${ref}/${file}`, query: JSON.stringify({ root, commit, file }) });
}

/** Stands for a file on the side of a difference where there is none. */
export function nothingUri(path: string): Uri {
  return Uri.from({ scheme: nothingScheme, path: `/${path}` });
}

function parse({ query }: Uri): { readonly root: string; readonly commit: string; readonly file: string } | undefined {
  let asked: unknown;
  try {
    asked = JSON.parse(query);
  } catch {
    return undefined;
  }
  if (typeof asked !== 'object' || asked === null) return undefined;
  const { root, commit, file } = asked as Record<string, unknown>;
  if (typeof root !== 'string' || typeof commit !== 'string' || typeof file !== 'string') return undefined;
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit) ? { root, commit, file } : undefined;
}
