import { posix, win32 } from 'node:path';
import type { GuardUser } from './guard-outcome.js';

/**
 * Where the guard's own files lie for this user, outside every repository and every version of the extension: XDG's data folder,
 * macOS's Application Support, Windows' APPDATA. Slashes on every platform, since a shell reads it.
 */
export function userFolder(
  environment: Readonly<Record<string, string | undefined>>,
  { platform, home }: Pick<GuardUser, 'platform' | 'home'>,
): string {
  if (platform === 'win32') {
    const data = environment['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming');
    return posix.join(data.replaceAll('\\', '/'), 'pm-zone', 'guard');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'pm-zone', 'guard');
  const data = environment['XDG_DATA_HOME'];
  // The XDG base directory specification: a relative path is to be ignored.
  return posix.join(data?.startsWith('/') ? data : posix.join(home, '.local', 'share'), 'pm-zone', 'guard');
}
