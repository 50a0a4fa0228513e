import { watch } from 'node:fs';

/**
 * Calls `changed` within a few milliseconds after an entry of this very folder was made, written, replaced or removed whose name is
 * `wanted`; entries of folders below are not seen. Where the folder is missing or the system watches no more, nothing is ever called.
 * Never throws. Gives what ends it.
 */
export function watchFolder(folder: string, wanted: (name: string) => boolean, changed: () => void): () => void {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      // Where the system does not tell the name there is none that is wanted.
      if (wanted(String(name))) changed();
    });
    const end = (): void => watcher.close();
    watcher.on('error', end);
    return end;
  } catch {
    return () => undefined;
  }
}
