import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';

/** The network, the registry or the platform did not give what a real VS Code needs. The message is one sentence. */
export class InstallError extends Error {}

/** Where everything is installed; several clones can share one by `PM_ZONE_VSCODE`. */
export function cacheFolder(): string {
  return process.env['PM_ZONE_VSCODE'] ?? join(projectFolder(), '.vscode-test');
}

/**
 * The folder in which the packages that `test/vscode/NAME` pins are installed; installs them when they are not there. The folder's
 * name carries a hash of the lock file and of what is done; it appears whole or not at all, so two runs may install at the same time. `finish` does what
 * no install script does for us. Throws InstallError.
 */
export function installed(
  name: string,
  options: { readonly ciArguments?: readonly string[]; readonly finish: (folder: string) => void },
): string {
  const pins = join(projectFolder(), 'test', 'vscode', name);
  const args = ['ci', ...(options.ciArguments ?? [])];
  const hash = createHash('sha256')
    .update(readFileSync(join(pins, 'package-lock.json')))
    .update(args.join(' '))
    .update(options.finish.toString())
    .digest('hex');
  const folder = join(cacheFolder(), `${name}-${hash.slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheFolder(), { recursive: true });
  const begun = mkdtempSync(join(cacheFolder(), 'installing-'));
  const discard = (): void => rmSync(begun, { recursive: true, force: true });
  process.once('exit', discard);
  try {
    const start = Date.now();
    console.log(`Installing ${name} for the tests in VS Code (once) …`);
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(pins, file), join(begun, file));
    npm(args, begun);
    options.finish(begun);
    try {
      renameSync(begun, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error; // another run was first
    }
    console.log(`Installed in ${((Date.now() - start) / 1000).toFixed(1)} s.`);
    return folder;
  } finally {
    discard();
    process.removeListener('exit', discard);
  }
}

/** Runs npm without any install script, and without what an outer `npm test` left in the environment. Throws InstallError. */
export function npm(args: readonly string[], folder: string): void {
  const kept = /^npm_config_(registry|cache|userconfig|.*proxy|cafile)$/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key) || kept.test(key)));
  const { status, stderr } = spawnSync(
    'npm',
    [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 300_000,
      shell: process.platform === 'win32',
    },
  );
  if (status === 0) return;
  const why = stderr.split('\n').find((line) => /error/i.test(line)) ?? 'no answer in five minutes';
  throw new InstallError(
    `The tests in VS Code need packages that npm could not install (${why.trim()}); see that the registry can be reached, then run them again.`,
  );
}
