import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { openWorkDisk, type WorkDisk } from '../git/work-disk.js';

/**
 * Puts another text into a plain file that still holds what was read of it, whole or not at all; its permissions stay. Says whether it did: a file
 * that is another by now, a link or a folder is left as it is.
 */
export async function replaceFile(
  path: string,
  before: string,
  after: string,
  disk: WorkDisk = openWorkDisk(),
): Promise<boolean> {
  const place = Buffer.from(path);
  const status = await disk.stat(place);
  if (status.kind !== 'file' || !(await disk.read(place)).equals(Buffer.from(before))) return false;
  const beside = Buffer.from(join(dirname(path), `.pm-zone-${randomUUID()}`));
  try {
    await disk.write(beside, Buffer.from(after), 'file', status.permissions);
    await disk.permit(beside, status.permissions);
    await disk.replace(beside, place);
  } catch (error) {
    await disk.remove(beside);
    throw error;
  }
  return true;
}
