import { basename, resolve } from 'node:path';
import { readBoundedFile } from '../../git/read-bounded-file.js';
import { largestPicture, type PictureFolder } from '../../opening/picture-folder.js';
import { altOf, mostPictures, type PictureLine } from '../../pull-request/picture-lines.js';
import { printable } from '../../text/printable.js';
import { UsageError, type CommandHost } from '../command.js';

/**
 * The pictures that `--picture FILE=WORDS` names, each copied into the folder; what one shows is asked for where it is not said and somebody sits
 * there. A file whose own name has a “=” is one too.
 */
export async function readPictures(
  named: readonly string[],
  folder: PictureFolder,
  { cwd, ask }: Pick<CommandHost, 'cwd' | 'ask'>,
): Promise<readonly PictureLine[]> {
  if (named.length > mostPictures)
    throw new UsageError(`${named.length} pictures are more than anybody looks at: take ${mostPictures} at most.`);
  const pictures: PictureLine[] = [];
  for (const each of named) {
    const at = each.indexOf('=');
    const read = (path: string): Promise<Buffer | undefined> => readBoundedFile(resolve(cwd, path), largestPicture + 1);
    const whole = at < 0 || (await read(each)) !== undefined;
    const path = whole ? each : each.slice(0, at);
    const bytes = await read(path);
    if (bytes === undefined) {
      throw new UsageError(
        `there is no picture ${printable(path)} that can be read, of ${largestPicture / 1_000_000} MB at most. Say it as --picture FILE="what it shows".`,
      );
    }
    const kept = await folder.keep(bytes, basename(path));
    if ('why' in kept) throw new UsageError(`${printable(path)}: ${kept.why}`);
    const said = whole ? ((await ask?.(`What does ${printable(basename(path))} show? `)) ?? '') : each.slice(at + 1);
    if (said.trim() === '') {
      throw new UsageError(
        `say what ${printable(path)} shows, for those who cannot see it: --picture ${printable(path)}="what it shows".`,
      );
    }
    pictures.push({ alt: altOf(said), name: kept.name });
  }
  return pictures;
}
