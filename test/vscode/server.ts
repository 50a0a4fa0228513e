import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';
import type { Host } from './host.js';

/** How a VS Code server is started. */
export interface ServerOptions {
  readonly host: Host;
  /** The user's settings, over `quietSettings`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether every folder is trusted; `false` begins in restricted mode. */
  readonly trusted?: boolean;
  /** Extensions come from here; without it none but VS Code's own are installed. */
  readonly extensionsFolder?: string;
  /** A stand-in, of `test/vscode/stand-ins`, in place of an extension of VS Code's own. */
  readonly standIn?: { readonly name: string; readonly insteadOf: string } | undefined;
  readonly environment?: NodeJS.ProcessEnv;
  /** Heeds an extension under development and its tests in the address; suppresses toasts and refuses dialogs. */
  readonly forTests?: boolean;
}

/** A server on a free port of this machine, with a temporary profile. */
export interface Server {
  readonly host: Host;
  readonly port: number;
  readonly token: string;
  /** Holds `server.log` and VS Code's own logs, in `data/logs`, until it is stopped. */
  readonly profile: string;
  stop(): Promise<void>;
}

/** What is opened in a window. */
export interface Opened {
  readonly folder?: string;
  /** A `.code-workspace` file: folders can be added to it without a restart of the extension host. */
  readonly workspace?: string;
  readonly extension?: string;
  readonly tests?: string;
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'git.autofetch': false,
  'remote.autoForwardPorts': false,
  // As on the desktop; in a browser VS Code saves by itself.
  'files.autoSave': 'off',
  'workbench.reduceMotion': 'on',
  'workbench.colorTheme': 'Default Dark Modern',
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

const windows = process.platform === 'win32';

/** Starts a server, at the second try where the first does not come up. Throws where neither does. */
export async function startServer(options: ServerOptions): Promise<Server> {
  try {
    return await tryStart(options);
  } catch {
    return tryStart(options);
  }
}

/** Installs a packaged extension into a folder that servers can then share. Throws where VS Code refuses it. */
export function installExtension(host: Host, vsix: string, extensionsFolder: string): void {
  const profile = mkdtempSync(join(tmpdir(), 'pm-zone-vscode-'));
  try {
    const args = ['--extensions-dir', extensionsFolder, '--install-extension', vsix];
    execFileSync(host.node, [...commonArguments(host, profile), ...args], {
      env: environmentFor(profile, process.env),
      stdio: 'pipe',
      timeout: 60_000,
    });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The address of a window. */
export function addressOf(server: Server, { folder, workspace, extension, tests }: Opened): string {
  const host = `127.0.0.1:${server.port}`;
  const slashed = (path: string): string => path.replaceAll('\\', '/').replace(/^([a-zA-Z]:)/, '/$1');
  const uri = (path: string): string => `vscode-remote://${host}${encodeURI(slashed(path))}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', uri(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', uri(tests)]]),
  ];
  const query = { tkn: server.token, payload: JSON.stringify(payload) };
  const what = { ...(folder && { folder: slashed(folder) }), ...(workspace && { workspace: slashed(workspace) }) };
  return `http://${host}/?${new URLSearchParams({ ...query, ...what }).toString()}`;
}

async function tryStart(options: ServerOptions): Promise<Server> {
  const { host, settings = {}, trusted = true, extensionsFolder, standIn, forTests = false } = options;
  const profile = mkdtempSync(join(tmpdir(), 'pm-zone-vscode-'));
  const user = join(profile, 'data', 'User');
  mkdirSync(user, { recursive: true });
  const all = { ...quietSettings, 'security.workspace.trust.enabled': !trusted, ...settings };
  writeFileSync(join(user, 'settings.json'), JSON.stringify(all));
  const token = randomBytes(16).toString('hex');
  const args = [
    ...commonArguments(host, profile),
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
    ...['--extensions-dir', extensionsFolder ?? join(profile, 'extensions')],
    ...(standIn === undefined ? [] : ['--builtin-extensions-dir', extensionsWith(standIn, host, profile)]),
    ...(trusted ? ['--disable-workspace-trust'] : []),
    ...(forTests ? ['--enable-smoke-test-driver'] : []),
  ];
  // It leads a process group of its own, so that its extension hosts and watchers end with it.
  const child = spawn(host.node, args, {
    env: environmentFor(profile, options.environment ?? process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !windows,
  });
  const clear = (): void => {
    killGroup(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', clear);
  process.once('SIGINT', exitOnSignal).once('SIGTERM', exitOnSignal);
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      killGroup(child);
      await gone;
    }
    process.off('exit', clear).off('SIGINT', exitOnSignal).off('SIGTERM', exitOnSignal);
    clear();
  };
  try {
    return { host, port: await portOf(child, profile), token, profile, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** VS Code's own extensions, one of them replaced. */
function extensionsWith(
  { name, insteadOf }: NonNullable<ServerOptions['standIn']>,
  host: Host,
  profile: string,
): string {
  const own = join(dirname(dirname(host.serverMain)), 'extensions');
  const folder = join(profile, 'own-extensions');
  mkdirSync(folder);
  for (const each of readdirSync(own)) if (each !== insteadOf) symlinkSync(join(own, each), join(folder, each));
  symlinkSync(join(projectFolder(), 'test', 'vscode', 'stand-ins', name), join(folder, name));
  return folder;
}

function exitOnSignal(): void {
  process.exit(130);
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(windows ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

function commonArguments(host: Host, profile: string): string[] {
  return [host.serverMain, '--server-data-dir', profile, '--accept-server-license-terms', '--telemetry-level', 'off'];
}

/** Without a gallery, and with sockets in the profile. */
function environmentFor(profile: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...environment, EXTENSIONS_GALLERY: '{}', XDG_RUNTIME_DIR: profile };
}

async function portOf(child: ChildProcess, profile: string): Promise<number> {
  const log = createWriteStream(join(profile, 'server.log'));
  let printed = '';
  return new Promise((resolve, reject) => {
    const fail = (how: string): void => reject(new Error(`The VS Code server ${how}:\n${printed}`));
    const timer = setTimeout(() => fail('did not start within 30 s'), 30_000);
    const listen = (data: Buffer): void => {
      log.write(data);
      printed = (printed + data.toString()).slice(-10_000);
      const port = /Extension host agent listening on (\d+)/.exec(printed)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${String(code)}`);
    });
  });
}
