import { l10n, window } from 'vscode';
import { CannotDo } from './register-command.js';
import type { RepositoryZone } from './repository-zone.js';
import { unsavedIn } from './unsaved.js';

/** A step works on the files as they are on the disk. Nothing is saved without her word; `false` where she would rather not. */
export async function saveFirst(zone: RepositoryZone): Promise<boolean> {
  const unsaved = unsavedIn(zone);
  const [first] = unsaved;
  if (first === undefined) return true;
  const save = l10n.t('Save and Go On');
  const name = first.uri.path.slice(first.uri.path.lastIndexOf('/') + 1);
  const what =
    unsaved.length === 1
      ? l10n.t('{0} is not saved. Only what is saved can be kept safe.', name)
      : l10n.t('{0} and {1} more are not saved. Only what is saved can be kept safe.', name, unsaved.length - 1);
  if ((await window.showWarningMessage(what, { modal: true }, save)) !== save) return false;
  for (const document of unsaved) {
    if (!(await document.save())) {
      throw new CannotDo(l10n.t('{0} could not be saved, so nothing was done. Save it, then try again.', name));
    }
  }
  return true;
}
