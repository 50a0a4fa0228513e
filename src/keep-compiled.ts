import { lstatSync, mkdirSync, statSync, type Stats } from 'node:fs';
import * as node from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Not in every Node that PM Zone runs on. */
const { enableCompileCache } = node as { readonly enableCompileCache?: (folder: string) => unknown };

/**
 * Lets Node keep what it compiled of a review before a commit for the next one, where it can (Node 22 and later), in a folder that
 * only this user writes. What is kept is code that runs: no other command reads it, least of all the review that a pull request
 * waits for. `NODE_DISABLE_COMPILE_CACHE=1` is Node's own way to have none.
 */
export function keepCompiled([command, ...options]: readonly string[], keep = enableCompileCache): void {
  const isCommit = command === 'guard' ? options[0] === 'run' : command === 'review' && options.includes('--staged');
  if (!isCommit || options.some((each) => each.startsWith('--base'))) return;
  if (keep === undefined) return;
  try {
    const home = cacheFolder();
    const own = join(home, 'pm-zone');
    const folder = join(own, 'compiled');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Who may write in a folder above can put another in its place.
    if (isOwn(statSync(home)) && isOwn(lstatSync(own)) && isOwn(lstatSync(folder))) keep(folder);
  } catch {
    // Without a folder of its own nothing is kept.
  }
}

function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  // The XDG base directory specification: a relative path is to be ignored.
  return XDG_CACHE_HOME?.startsWith('/') === true ? XDG_CACHE_HOME : join(homedir(), '.cache');
}

/** Whether it is this user's folder and nobody else may write there; Windows gives each user folders of their own. */
function isOwn(found: Stats): boolean {
  const isPrivate = process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0);
  return found.isDirectory() && isPrivate;
}
