import { watch } from 'node:fs';

/**
 * Calls `changed` within a few milliseconds after an entry of this folder whose name is `wanted` was created, written, replaced or
 * removed; nested folders are not watched. Without the folder, or when the system cannot watch more, it does nothing. Never throws.
 * Returns a function that stops it.
 */
export function watchFolder(folder: string, wanted: (name: string) => boolean, changed: () => void): () => void {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      // Some systems do not report the name.
      if (wanted(String(name))) changed();
    });
    const end = (): void => watcher.close();
    watcher.on('error', end);
    return end;
  } catch {
    return () => undefined;
  }
}
