import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';
import { InstallError, installed, npm } from './install.js';

/** Which VS Code: the newest that is pinned, or the oldest that package.json names. */
export type Age = 'newest' | 'oldest';

/** A VS Code server, to be run as `node serverMain`. */
export interface Host {
  readonly node: string;
  readonly serverMain: string;
  readonly version: string;
  readonly age: Age;
}

/** Modules that only AI agents, Windows and Kerberos need; without them 230 MB less. */
const notNeeded = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/deviceid',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'node-addon-api',
  'ssh2',
];

/** The VS Code of the npm package code-server, installed when it is not there. Throws InstallError. */
export function vscodeHost(age: Age): Host {
  const folder = installed(age === 'newest' ? 'host' : 'oldest', {
    ciArguments: newEnough() || age === 'oldest' ? ['--omit=optional'] : [],
    finish: completeServer,
  });
  const server = serverFolder(folder);
  const { version } = JSON.parse(readFileSync(join(server, 'package.json'), 'utf8')) as { version: string };
  const node = age === 'oldest' ? process.execPath : nodeFor(folder);
  return { node, serverMain: join(server, 'out', 'server-main.js'), version, age };
}

function serverFolder(folder: string): string {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

/**
 * Gives the server its own modules. Their versions are fixed by the shrinkwrap file in the package; `npm ci` refuses that file as
 * slightly out of step. Native modules are not built: two that VS Code misses loudly get stand-ins, and ripgrep a
 * prebuilt binary.
 */
function completeServer(folder: string): void {
  const server = serverFolder(folder);
  const manifest = join(server, 'package.json');
  const json = JSON.parse(readFileSync(manifest, 'utf8')) as { dependencies: Record<string, string> };
  json.dependencies = Object.fromEntries(
    Object.entries(json.dependencies).filter(([name]) => !notNeeded.includes(name)),
  );
  writeFileSync(manifest, JSON.stringify(json, undefined, 2));
  npm(['install', '--omit=dev'], server);
  // Built-in extensions come without modules of their own, and this one complains of that in a toast.
  rmSync(join(server, 'extensions', 'typescript-language-features'), { recursive: true, force: true });
  const modules = join(server, 'node_modules');
  for (const name of ['spdlog', 'native-watchdog']) {
    const place = [join(modules, '@vscode', name), join(modules, name)].find((each) => existsSync(each));
    if (place === undefined) continue;
    copyFileSync(join(projectFolder(), 'test', 'vscode', 'stand-ins', `${name}.js`), join(place, 'index.js'));
  }
  const ripgrep = join(modules, '@vscode', 'ripgrep');
  if (existsSync(ripgrep)) {
    const prebuilt = join(folder, 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
    cpSync(join(prebuilt, `${process.platform}-${process.arch}`), join(ripgrep, 'bin'), { recursive: true });
  }
}

/** The server imports `registerHooks` of node:module, which Node has from 22.15 on. */
function newEnough(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 15);
}

function nodeFor(folder: string): string {
  if (newEnough()) return process.execPath;
  const { platform, arch } = process;
  const names = [`node-${platform}-${arch}`, `node-bin-${platform}-${arch}`, `node-win-${arch}`];
  const found = names
    .map((name) => join(folder, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node'))
    .find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new InstallError(
    `VS Code needs Node 22.15 or later, this is ${process.version}, and npm has none for ${platform} on ${arch}; install a newer Node, then run the tests again.`,
  );
}
