import { join } from 'node:path';
import type { RosterProposal } from '../../doctor/propose-roster.js';
import { replaceFile } from '../../work/replace-file.js';
import { UsageError } from '../command.js';

/** Writes an edited list of PMs; throws a `UsageError` where the file is another than the one that was read. */
export async function writeRoster(
  root: string,
  { file, original, text }: Pick<RosterProposal, 'file' | 'original' | 'text'>,
): Promise<void> {
  if (await replaceFile(join(root, file), original, text)) return;
  throw new UsageError(`${file} is another by now, or no file of its own. Nothing was written; try again.`);
}
