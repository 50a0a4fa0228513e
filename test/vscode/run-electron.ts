import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { projectFolder } from '../../demo/project-folder.js';
import { makeSampleRepository } from '../../demo/sample-repository.js';
import { makeWorkspaceFile } from './workspace-file.js';

// node out/test/vscode/run-electron.js [NAME …]: the tests of test/editor in a desktop VS Code, which is downloaded where it is not
// there yet. Needs a display and VS Code's download servers.
async function runInDesktop(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-electron-'));
  try {
    const sample = makeSampleRepository(join(folder, 'sample'));
    const workspace = makeWorkspaceFile(folder, sample.root);
    return await runTests({
      cachePath: join(projectFolder(), '.vscode-test'),
      extensionDevelopmentPath: projectFolder(),
      extensionTestsPath: join(__dirname, '..', 'editor', 'index.js'),
      extensionTestsEnv: { ...sample.environment, PM_ZONE_TEST_NAMES: process.argv.slice(2).join(' ') },
      launchArgs: [
        workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--user-data-dir',
        join(folder, 'user'),
      ],
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

runInDesktop().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`VS Code could not be downloaded or run: ${String(error)}`);
    process.exitCode = 1;
  },
);
