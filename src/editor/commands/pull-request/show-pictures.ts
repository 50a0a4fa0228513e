import { commands, Uri } from 'vscode';
import type { PicturesLeft } from '../../../opening/opened-pull-request.js';

/** Shows the folder with the pictures in the computer's own program for files, with the first one selected; in a browser, that picture itself. */
export async function showPictures({ names, folder }: PicturesLeft): Promise<void> {
  const first = Uri.joinPath(Uri.file(folder), names[0] ?? '');
  const known = await commands.getCommands(true);
  await commands.executeCommand(known.includes('revealFileInOS') ? 'revealFileInOS' : 'vscode.open', first);
}
