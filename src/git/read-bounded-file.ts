import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** The bytes of a plain file; `undefined` where it is none, has more than `most`, or cannot be read. Never waits for a pipe. */
export async function readBoundedFile(path: string, most: number): Promise<Buffer | undefined> {
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return undefined;
      const buffer = Buffer.alloc(Math.min(most, stats.size) + 1);
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
      return bytesRead > most ? undefined : buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}
