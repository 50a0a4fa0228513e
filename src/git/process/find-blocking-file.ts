import { lstat, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { GitError, toPlainLine } from '../git-error.js';
import { readBoundedFile } from '../read-bounded-file.js';

/** Bytes of a file of git's configuration that are looked at. */
const largestConfig = 2 ** 20;
/** Files of configuration that one names the next of. */
const mostConfigs = 50;
/** Milliseconds for each folder: a large working tree is not searched to its end. */
const longestSearch = 1000;

/**
 * Looks for what git waits for forever: a named pipe, or a device, where it reads a file. Looks at git's folders, at its configuration
 * and what that names, and in the working tree for `.gitignore` and `.gitattributes`. `undefined` where none is found; git is merely slow
 * then. Opens nothing but plain files.
 */
export async function findBlockingFile(folder: string, environment: NodeJS.ProcessEnv): Promise<GitError | undefined> {
  const { root, folders } = await locate(folder, environment);
  const named = await readNamed(folders, environment);
  for (const { path, by } of named) if (await isBlocking(path)) return blockedBy(path, by);
  for (const each of folders) {
    const found = await findPipe(each, () => true);
    if (found !== undefined) return blockedBy(found);
  }
  const found = root && (await findPipe(root, (name) => /^\.git(?:ignore|attributes|modules)$/.test(name)));
  return found === undefined ? undefined : blockedBy(found);
}

function blockedBy(path: string, by?: string): GitError {
  const setting = by === undefined ? '' : ` Or take away the setting that names it, ${toPlainLine(by)}.`;
  return new GitError(
    'blocked',
    `Git waits forever for ${toPlainLine(path)}, because that is no plain file but a pipe or a device. Delete it or move it away, then try again.${setting}`,
  );
}

/** The working tree and git's folders, as git finds them; without git, which waits. */
async function locate(
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly root: string | undefined; readonly folders: readonly string[] }> {
  for (let at = folder; ; at = dirname(at)) {
    const given = environment['GIT_DIR'];
    const place = given ?? join(at, '.git');
    const link = /^gitdir: (.+)/.exec((await readBoundedFile(place, 2 ** 12))?.toString('utf8') ?? '')?.[1];
    const gitDir = link === undefined ? place : resolve(at, link.trim());
    if ((await lstat(gitDir).catch(() => undefined)) !== undefined) {
      const common = (await readBoundedFile(join(gitDir, 'commondir'), 2 ** 12))?.toString('utf8').trim();
      const folders = common === undefined ? [gitDir] : [gitDir, resolve(gitDir, common)];
      return { root: environment['GIT_WORK_TREE'] ?? at, folders };
    }
    if (at === dirname(at) || given !== undefined) return { root: undefined, folders: [] };
  }
}

interface Named {
  readonly path: string;
  /** The setting that names it. */
  readonly by?: string;
}

/** The files of git's configuration, and those that they name for git to read. */
async function readNamed(folders: readonly string[], environment: NodeJS.ProcessEnv): Promise<readonly Named[]> {
  const home = environment['HOME'] ?? homedir();
  const own = join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'git');
  const { GIT_CONFIG_GLOBAL: user, GIT_CONFIG_SYSTEM: system = '/etc/gitconfig' } = environment;
  const configs: Named[] = [
    ...[system, ...(user === undefined ? [join(own, 'config'), join(home, '.gitconfig')] : [user])],
    ...folders.flatMap((each) => [join(each, 'config'), join(each, 'config.worktree')]),
  ].map((path) => ({ path }));
  const files: Named[] = ['ignore', 'attributes'].map((name) => ({ path: join(own, name) }));
  for (let at = 0; at < configs.length && at < mostConfigs; at++) {
    const { path } = configs[at] as Named;
    for (const { key, value } of readSettings((await readBoundedFile(path, largestConfig))?.toString('utf8') ?? '')) {
      const found = { path: resolve(dirname(path), value.replace(/^~(?=\/)/, home)), by: `${key} in ${path}` };
      (key === 'include.path' ? configs : files).push(found);
    }
  }
  return [...configs, ...files];
}

/** The settings that name a file for git to read, in git's own way of writing, more or less. */
function readSettings(text: string): readonly { readonly key: string; readonly value: string }[] {
  let section = '';
  return text.split('\n').flatMap((line) => {
    const [, opened = '', setting = line] = /^\s*\[\s*([\w.-]+)[^\]]*\](.*)$/.exec(line) ?? [];
    if (opened !== '') section = opened.toLowerCase().replace(/^includeif$/, 'include');
    const [, name = '', written = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(setting) ?? [];
    const key = `${section}.${name.toLowerCase()}`;
    const isFile = ['include.path', 'core.excludesfile', 'core.attributesfile', 'mailmap.file'].includes(key);
    return isFile ? [{ key, value: written.replace(/^"(.*)"$/, '$1') }] : [];
  });
}

/** The null device is an empty file to everybody. */
async function isBlocking(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats !== undefined && (stats.isFIFO() || (stats.isCharacterDevice() && path !== '/dev/null'));
}

/** The first pipe of such a name in a folder and below, breadth first. */
async function findPipe(top: string, isWanted: (name: string) => boolean): Promise<string | undefined> {
  const until = Date.now() + longestSearch;
  const waiting = [top];
  for (let folder = waiting.shift(); folder !== undefined && Date.now() < until; folder = waiting.shift()) {
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && (folder !== top || entry.name !== '.git')) waiting.push(path);
      else if (!entry.isFile() && isWanted(entry.name) && (await isBlocking(path))) return path;
    }
  }
  return undefined;
}
