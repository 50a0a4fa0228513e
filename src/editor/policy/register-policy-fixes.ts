import { CodeAction, CodeActionKind, languages, Range, Uri, workspace, WorkspaceEdit } from 'vscode';
import type { Disposable, TextDocument } from 'vscode';
import type { PolicyEdit } from '../../presentation/policy-file/propose-edits.js';
import type { ReadPolicy } from './register-policy-providers.js';

/** The light bulb on the lines of a policy file that have a problem whose fix is plain. */
export function registerPolicyFixes(
  selector: { readonly scheme: string; readonly pattern: string },
  read: ReadPolicy,
): Disposable {
  return languages.registerCodeActionsProvider(
    selector,
    {
      provideCodeActions: async (document, _, { diagnostics }, token) => {
        const own = diagnostics.filter(({ source }) => source === policySource);
        const found = own.length === 0 ? undefined : await read(document);
        if (found === undefined) return [];
        const { findPolicyFixes } = await import('../../presentation/policy-file/find-policy-fixes.js');
        const { policy, paths, snapshot } = found;
        const { root } = snapshot;
        const typed = { root, paths, file: found.path, text: textOf(document) };
        const actions: CodeAction[] = [];
        for (const diagnostic of own) {
          const line = diagnostic.range.start.line + 1;
          const problem = policy
            .problems()
            .find((each) => each.message === diagnostic.message && Math.min(each.line, document.lineCount) === line);
          if (problem === undefined || token.isCancellationRequested) continue;
          const fixes = await findPolicyFixes(problem, policy, typed);
          for (const fix of fixes) {
            const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
            action.diagnostics = [diagnostic];
            action.isPreferred = fix === fixes[0];
            action.edit =
              fix.file === typed.file
                ? editHere(document, fix.text)
                : await addLine(Uri.file(`${root}/${fix.file}`), fix);
            actions.push(action);
          }
        }
        return actions;
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

/** What the problems of a policy file are told by. */
export const policySource = 'PM Zone';

/** With one way to end a line: VS Code keeps the file's own. */
function textOf(document: TextDocument): string {
  return document.getText().replaceAll('\r\n', '\n');
}

/** The lines that are others become what they are in the new text. */
function editHere(document: TextDocument, text: string): WorkspaceEdit {
  const [before, after] = [textOf(document).split('\n'), text.split('\n')];
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  const put = after.slice(from, after.length - same).map((line) => `${line}\n`);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(from, 0, before.length - same, 0), put.join(''));
  return edit;
}

/** The last line of the new text at the end of another file, as it is open or on the disk; the file where it is not there. */
async function addLine(uri: Uri, { text }: PolicyEdit): Promise<WorkspaceEdit> {
  const edit = new WorkspaceEdit();
  const there = await Promise.resolve(workspace.openTextDocument(uri)).catch(() => undefined);
  if (there === undefined) edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  else {
    const end = there.lineAt(there.lineCount - 1).range.end;
    const last = text.trimEnd().split('\n').at(-1) as string;
    edit.insert(uri, end, `${end.character === 0 ? '' : '\n'}${last}\n`);
  }
  return edit;
}
