import { l10n, Range, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { describeDrafted, findDraftedPictures, unsaid } from '../../../pull-request/picture-lines.js';

/** Asks what each picture of a draft shows where it does not say so yet, and writes it there; `false` where the PM does not say. */
export async function askWhatPicturesShow(document: TextDocument): Promise<boolean> {
  const open = new Set(
    findDraftedPictures(document.getText()).flatMap(({ alt, name }) =>
      alt.trim() === '' || alt === unsaid ? [name] : [],
    ),
  );
  const words = new Map<string, string>();
  for (const name of open) {
    const said = await window.showInputBox({
      title: l10n.t('What Does {0} Show?', name),
      prompt: l10n.t(
        'Whoever cannot see the picture reads this. Look at it once more: no check reads pictures, and it must show nobody’s real data.',
      ),
      placeHolder: l10n.t('The empty page, as it is now'),
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? l10n.t('Say it in a few words.') : undefined),
    });
    if (said === undefined) return false;
    words.set(name, said);
  }
  if (words.size > 0) {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), describeDrafted(document.getText(), words));
    await workspace.applyEdit(edit);
  }
  return true;
}
