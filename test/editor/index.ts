import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { Uri, workspace } from 'vscode';
import type { EditorResult } from '../vscode/editor-result.js';

/**
 * Called by VS Code inside its extension host: runs every `*.test.js` beside this file, or those whose names hold a word of
 * `PM_ZONE_TEST_NAMES`; with `PM_ZONE_TEST_LONG` the runs that take many minutes, `*.long.js`, instead. Each result goes to the file that `PM_ZONE_TEST_RESULTS` names as soon as it is known.
 */
export async function run(): Promise<void> {
  const names = (process.env['PM_ZONE_TEST_NAMES'] ?? '').split(' ').filter((name) => name !== '');
  // VS Code takes its time to see the disk, however long one waits: what fails twice fails.
  const slowness = Number(process.env['PM_ZONE_SLOWNESS'] ?? 1);
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000 * slowness, retries: 1, reporter: 'spec', color: false });
  const kind = process.env['PM_ZONE_TEST_LONG'] === undefined ? '.test.js' : '.long.js';
  for (const file of readdirSync(__dirname).sort()) {
    if (!file.endsWith(kind)) continue;
    if (names.length === 0 || names.some((name) => file.includes(name))) mocha.addFile(join(__dirname, file));
  }
  await foldersOpen();
  const results: EditorResult[] = [];
  const note = (result: EditorResult): void => {
    results.push(result);
    const file = process.env['PM_ZONE_TEST_RESULTS'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(results));
  };
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} failed`));
    });
    runner.on('pass', (test) => note({ state: 'passed', title: test.fullTitle(), milliseconds: test.duration ?? 0 }));
    runner.on('pending', (test) => note({ state: 'pending', title: test.fullTitle() }));
    runner.on('retry', (test: Mocha.Test, error: Error) =>
      note({ state: 'retried', title: test.fullTitle(), reason: error.stack ?? error.message }),
    );
    runner.on('fail', (test, error: Error) =>
      note({ state: 'failed', title: test.fullTitle(), reason: error.stack ?? error.message }),
    );
  });
}

/**
 * VS Code may start the extension host before it has read the workspace file, and then opens its folders in a window that is there already. Now and
 * then it never reads it, and the folders are added by hand.
 */
async function foldersOpen(): Promise<void> {
  if (isFolderOpen()) return;
  const opened = new Promise<void>((resolve) => {
    const listening = workspace.onDidChangeWorkspaceFolders(() => {
      listening.dispose();
      resolve();
    });
  });
  const late = setTimeout(() => {
    const file = workspace.workspaceFile;
    if (file === undefined || isFolderOpen()) return;
    const { folders } = JSON.parse(readFileSync(file.fsPath, 'utf8')) as { folders: readonly { path: string }[] };
    workspace.updateWorkspaceFolders(0, 0, ...folders.map(({ path }) => ({ uri: Uri.file(path) })));
  }, 20_000);
  await opened;
  clearTimeout(late);
}

function isFolderOpen(): boolean {
  return workspace.workspaceFolders !== undefined && workspace.workspaceFolders.length > 0;
}
