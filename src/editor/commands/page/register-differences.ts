import { commands, Disposable, l10n, Range, type Uri } from 'vscode';
import { filesWithStaged, type Change, type ChangedFile } from '../../../change/change.js';
import type { MyChange } from '../../../presentation/my-change/my-change.js';
import { lastNameOf } from '../../../text/path-names.js';
import type { Services } from '../../services/services.js';
import { uriInRepository } from '../../sessions/repository-uri.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { nothingUri, ruleUri } from '../register-rule-documents.js';

/**
 * “Show difference”: a changed file beside what the branch that everybody works from had when the change began, committed work included, in
 * VS Code's own diff editor. “Open at”: the file alone. Both take a path from the root, and a line.
 */
export function registerDifferences({ log, current, changes }: Services): Disposable {
  return Disposable.from(
    registerCommand(log, 'pmZone.showDifference', async (path, line) => {
      const session = await current.settled();
      if (typeof path !== 'string' || session === undefined) return;
      const known = findChanged(changes.latest(), path) ?? findChanged(await changes.read(), path);
      const name = lastNameOf(path);
      if (known === undefined) {
        await open(uriInRepository(session, path), line);
        return;
      }
      const { file, base } = known;
      const { commit, ref } = base;
      const from = file.renamedFrom ?? path;
      const isNew = commit === undefined || (file.before === undefined && file.renamedFrom === undefined);
      const isText = [file.before, file.after].every((version) => version?.unread === undefined);
      const [left, right] = [
        isNew ? nothingUri(path) : ruleUri(session.root, { commit, ref, file: from }),
        file.after === undefined ? nothingUri(path) : uriInRepository(session, path),
      ];
      if (isText)
        await commands.executeCommand('vscode.diff', left, right, l10n.t('{0} (main ↔ my change)', name), at(line));
      else if (file.after !== undefined) await open(right, undefined);
      else throw new CommandError(l10n.t('{0} is gone, and it was no text that could be shown.', name));
    }),
    registerCommand(log, 'pmZone.openAt', async (path, line) => {
      const session = await current.settled();
      if (typeof path === 'string' && session !== undefined) await open(uriInRepository(session, path), line);
    }),
  );
}

interface Found {
  readonly file: ChangedFile;
  readonly base: Change['base'];
}

/** Undefined where that reading does not have the file; a later one may. */
function findChanged(mine: MyChange | undefined, path: string): Found | undefined {
  const file = mine && filesWithStaged(mine.change).find((each) => each.path === path);
  return file && { file, base: mine.change.base };
}

async function open(uri: Uri, line: unknown): Promise<void> {
  await commands.executeCommand('vscode.open', uri, at(line));
}

function at(line: unknown): { readonly selection?: Range; readonly preview: true } {
  if (typeof line !== 'number' || line < 1) return { preview: true };
  return { selection: new Range(line - 1, 0, line - 1, 0), preview: true };
}
