// Opens the sample repository with the freshly built extension, in the desktop VS Code where there is one, else in a browser (or with
// the argument --browser). Everything lies in a temporary folder, which is deleted when VS Code is closed or on Ctrl+C.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeSampleRepository } from '../out/demo/sample-repository.js';
import { vscodeHost } from '../out/test/vscode/host.js';
import { installPackaged } from '../out/test/vscode/package-extension.js';
import { addressOf, startServer } from '../out/test/vscode/server.js';

const root = resolve(import.meta.dirname, '..');
const windows = process.platform === 'win32';
const folder = mkdtempSync(join(tmpdir(), 'pm-zone-start-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit());

const sample = makeSampleRepository(join(folder, 'sample'));
const hasDesktop = spawnSync('code', ['--version'], { stdio: 'ignore', shell: windows }).status === 0;
if (hasDesktop && !process.argv.includes('--browser')) startInDesktop();
else
  await startInBrowser().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });

/** A window of its own, with its own profile; ends when it is closed. */
function startInDesktop() {
  console.log('VS Code opens with the sample repository. Close its window to end.');
  const profile = ['--user-data-dir', join(folder, 'user'), '--disable-workspace-trust'];
  const args = [...profile, '--new-window', '--wait', `--extensionDevelopmentPath=${root}`, sample.root];
  const child = spawn('code', args, { env: sample.environment, stdio: 'inherit', shell: windows });
  child.once('exit', (code) => process.exit(code ?? 0));
}

async function startInBrowser() {
  const host = vscodeHost('newest');
  const server = await startServer({
    host,
    environment: sample.environment,
    extensionsFolder: installPackaged(host, folder),
  });
  const address = addressOf(server, { folder: sample.root });
  console.log(`VS Code ${host.version} with the sample repository, until Ctrl+C:\n\n  ${address}\n`);
  const open = process.platform === 'darwin' ? 'open' : 'xdg-open';
  spawn(open, [address], { stdio: 'ignore', detached: true })
    .once('error', () => console.log('Open that address in a browser.'))
    .unref();
}
