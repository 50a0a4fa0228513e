import { commands, l10n, Uri, window, type Disposable } from 'vscode';
import { dirname, relative, sep } from 'node:path';
import { openZone } from '../../policy/open-zone.js';
import { explainPath } from '../../standing/explain-path.js';
import { GitTrouble } from '../../repository/git-trouble.js';

/** “Why may I (not) change this file?”: the standing of the open or chosen file, each rule with its line, whom to ask. */
export function registerWhy(): Disposable {
  return commands.registerCommand('pmZone.why', async (chosen: unknown) => {
    const uri = chosen instanceof Uri ? chosen : window.activeTextEditor?.document.uri;
    if (uri?.scheme !== 'file') {
      await window.showInformationMessage(l10n.t('Open a file of the repository first, then ask again.'));
      return;
    }
    try {
      const [sentence = '', ...lines] = await linesFor(uri.fsPath);
      await window.showInformationMessage(sentence, {
        modal: true,
        detail: lines.map((line) => line.trim()).join('\n'),
      });
    } catch (error) {
      const reason =
        error instanceof GitTrouble ? error.sentence : l10n.t('Something went wrong that PM Zone did not expect.');
      await window.showErrorMessage(reason);
    }
  });
}

async function linesFor(place: string): Promise<readonly string[]> {
  const zone = await openZone({ cwd: dirname(place), environment: process.env });
  try {
    const path = relative(zone.repository.root, place).split(sep).join('/');
    return (await explainPath(zone, path)).lines;
  } finally {
    zone.close();
  }
}
