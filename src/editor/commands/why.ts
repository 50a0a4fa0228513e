import { l10n, Uri, window, type Disposable } from 'vscode';
import { explain } from '../../policy/explain.js';
import type { Parts } from '../parts.js';
import { CannotDo, registerCommand } from '../register-command.js';

/** “Why may I (not) change this file?”: the standing of the open or chosen file, each rule with its line, whom to ask. */
export function registerWhy({ log, zones }: Parts): Disposable {
  return registerCommand(log, 'pmZone.why', async (chosen) => {
    const uri = chosen instanceof Uri ? chosen : window.activeTextEditor?.document.uri;
    const place = uri && (await zones.placeOf(uri));
    if (place === undefined) throw new CannotDo(l10n.t('Open a file of the repository first, then ask again.'));
    const state = await place.zone.ready();
    if (state.kind === 'trouble') throw state.trouble;
    const { view } = state;
    const asked = view.isFolder(place.path) ? `${place.path}/` : place.path;
    const [sentence = '', ...lines] = explain(place.path, view.judge(asked), view);
    await window.showInformationMessage(sentence, {
      modal: true,
      detail: lines.map((line) => line.trim()).join('\n'),
    });
  });
}
