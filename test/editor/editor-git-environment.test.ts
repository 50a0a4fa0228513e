import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ConfigurationTarget, workspace } from 'vscode';
import { editorGitEnvironment } from '../../src/editor/ui/editor-git-environment.js';
import { openGit } from '../../src/git/git.js';
import { GitError } from '../../src/git/git-error.js';

describe('the git of VS Code’s settings', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-git-with-')));
  const set = (path: string | readonly string[] | undefined) =>
    workspace.getConfiguration('git').update('path', path, ConfigurationTarget.Global);
  const version = async (): Promise<string> =>
    (
      await openGit(folder, { environment: editorGitEnvironment({ PATH: join(folder, 'none') }) }).run(['--version'])
    ).toString();

  after(async () => {
    await set(undefined);
    rmSync(folder, { recursive: true });
  });

  it('is found where the PATH has none', async () => {
    const real = (process.env['PATH'] ?? '').split(delimiter).map((place) => join(place, 'git'));
    const git = real.find((place) => {
      try {
        return realpathSync(place) !== '';
      } catch {
        return false;
      }
    });
    mkdirSync(join(folder, 'programs'));
    symlinkSync(git ?? '', join(folder, 'programs', 'git'));
    await assert.rejects(version, GitError);
    for (const path of [join(folder, 'programs', 'git'), ['/nothing/git', join(folder, 'programs', 'git')]]) {
      await set(path);
      assert.match(await version(), /^git version/);
    }
  });

  it('changes nothing where it is not set, or names no git', async () => {
    for (const path of [undefined, 'git', join(folder, 'programs', 'hg')]) {
      await set(path);
      assert.equal(editorGitEnvironment(process.env), process.env);
    }
  });
});
